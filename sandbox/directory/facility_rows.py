"""Legal entities, divisions and contracts as rows of their exports (esoz.md §3.1)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sandbox.directory.chance import Purpose, dice, record_id
from sandbox.directory.facilities import Contract
from sandbox.directory.opening_hours import working_hours
from sandbox.directory.rows import Row, address, midnight, phones, written_at

if TYPE_CHECKING:
    from random import Random

    from sandbox.directory.facilities import Division, LegalEntity
    from sandbox.directory.settlements import Settlement

_LONG_FORMS = {
    "КНП": "КОМУНАЛЬНЕ НЕКОМЕРЦІЙНЕ ПІДПРИЄМСТВО",
    "ТОВ": "ТОВАРИСТВО З ОБМЕЖЕНОЮ ВІДПОВІДАЛЬНІСТЮ",
    "ФОП": "ФІЗИЧНА ОСОБА-ПІДПРИЄМЕЦЬ",
}
_LEGAL_FORMS = {"КНП": "150", "ТОВ": "240", "ФОП": "910"}
_NO_POINT_SHARE, _SWAPPED_SHARE = 0.07, 0.02
# Half the size of a settlement, in degrees.
_SPREAD = {"CITY": 0.03, "SETTLEMENT": 0.01, "VILLAGE": 0.006}
_OWN_DICE = 1 << 36  # apart from the dice that invented the record


def legal_entity_row(one: LegalEntity, seed: int, today: date) -> Row:
    random = dice(seed, Purpose.LEGAL_ENTITY, one.index + _OWN_DICE)
    made_at, changed_at = written_at(random, today)
    residence = address(random, one.seat)
    row = {
        "id": record_id("legal_entity", one.index),
        "name": f"{_LONG_FORMS[one.form]} {one.name}".upper(),
        "short_name": f"{one.form} {one.name}",
        "public_name": f"{one.form} {one.name}",
        "status": one.status,
        "type": "PRIMARY_CARE" if one.is_primary else "OUTPATIENT",
        "owner_property_type": "PRIVATE" if one.is_private else "COMMUNAL",
        "legal_form": _LEGAL_FORMS[one.form],
        "edrpou": f"99{one.index:06}",  # no company has a number that begins with 99
        "kveds": ["86.21" if one.is_primary else "86.10"],
        "addresses": [residence],
        "phones": phones(random, one.seat.area, one.index),
        "email": f"facility{one.index}@example.com",
        "is_active": one.is_active,
        "inserted_at": made_at,
        "updated_at": changed_at,
        "website": f"https://facility{one.index}.example.com",
        "residence_address": residence,
    }
    if one.is_accredited:
        row["accreditation"] = _accreditation(one)
    if one.status != "ACTIVE":
        row["status_reason"] = "AUTO_SUSPEND" if one.status == "SUSPENDED" else "MANUAL_CLOSE"
    return row


def division_row(one: Division, seed: int, today: date) -> Row:
    random = dice(seed, Purpose.DIVISION, one.index + _OWN_DICE)
    made_at, changed_at = written_at(random, today)
    row = {
        "id": record_id("division", one.index),
        "name": one.name,
        "type": one.kind,
        "mountain_group": False,
        "phones": phones(random, one.settlement.area, one.index),
        "email": f"division{one.index}@example.com",
        "inserted_at": made_at,
        "updated_at": one.opened_at or changed_at,
        "legal_entity_id": record_id("legal_entity", one.legal_entity.index),
        "status": "ACTIVE" if one.is_active else "INACTIVE",
        "is_active": one.is_active,
        "working_hours": working_hours(random, is_village=one.settlement.kind == "VILLAGE"),
        "dls_id": str(9_000_000 + one.index),
        "dls_verified": True,
        "addresses": [address(random, one.settlement)],
    }
    if random.random() >= _NO_POINT_SHARE:
        row["location"] = _location(random, one.settlement)
    return row


def contract_division_row(one: Division, today: date) -> Row | None:
    """None for a division of a facility that has had no contract."""
    contract = one.legal_entity.contract
    if contract is Contract.NONE:
        return None
    has_ended = contract is Contract.ENDED
    start = date(today.year - (3 if has_ended else 1), 1, 1)
    end = date(today.year + (-2 if has_ended else 1), 12, 31)
    return {
        "contract_id": record_id("contract", one.legal_entity.index),
        "division_id": record_id("division", one.index),
        "contract_status": contract.value,
        "contract_start_date": start.isoformat(),
        "contract_end_date": end.isoformat(),
        "contract_division_status": "active" if one.is_contracted else "inactive",
        "changed_at": one.opened_at or midnight(date(end.year, 12, 31) if has_ended else start),
    }


def _location(random: Random, settlement: Settlement) -> Row:
    """Degrees; in some rows the two have changed places, as in ЕСОЗ's own example."""
    spread = _SPREAD[settlement.kind]
    latitude = round(settlement.latitude + random.uniform(-spread, spread), 6)
    longitude = round(settlement.longitude + random.uniform(-spread, spread), 6)
    if random.random() < _SWAPPED_SHARE:
        latitude, longitude = longitude, latitude
    return {"latitude": latitude, "longitude": longitude}


def _accreditation(one: LegalEntity) -> Row:
    return {
        "category": "FIRST",
        "issued_date": "2017-02-28",
        "expiry_date": "2027-02-28",
        "order_no": f"ВГ{one.index:05}",
        "order_date": "2017-02-28",
    }
