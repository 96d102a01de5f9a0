"""Turns what ЕСОЗ exports into our records: known fields only, each checked, none trusted.

Each reader returns None for a record that cannot be used: without an id, or of no interest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from bot.clients.esoz.bulk_fields import (
    day,
    identifier,
    is_on,
    number,
    objects,
    phones,
    readable,
    text,
    whole,
)
from bot.clients.esoz.working_hours import read_working_hours
from bot.domain.directory.coordinates import point_in_ukraine
from bot.domain.directory.doctors import Gender
from bot.domain.directory.records import (
    ContractDivisionRecord,
    DeclarationsLimitRecord,
    DivisionRecord,
    EmployeeRecord,
    EmployeeRoleRecord,
    Export,
    HealthcareServiceRecord,
    LegalEntityRecord,
    PartyRecord,
    Record,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Raw: TypeAlias = "dict[str, Any]"

_WHO_TREAT = frozenset({"DOCTOR", "SPECIALIST"})
_PHARMACIES = frozenset({"DRUGSTORE", "DRUGSTORE_POINT"})
_GENDERS = frozenset(Gender)


def _legal_entity(raw: Raw) -> LegalEntityRecord | None:
    own_id = identifier(raw, "id")
    known_as = text(raw, "public_name") or text(raw, "short_name") or text(raw, "name")
    if own_id is None or known_as is None:
        return None
    return LegalEntityRecord(
        id=own_id,
        name=known_as,
        type=text(raw, "type"),
        is_open=is_on(raw, "status", "ACTIVE"),
        website=text(raw, "website"),
        phones=phones(raw),
    )


def _division(raw: Raw) -> DivisionRecord | None:
    own_id, owner = identifier(raw, "id"), identifier(raw, "legal_entity_id")
    own_name, kind = text(raw, "name"), text(raw, "type")
    if own_id is None or owner is None or own_name is None or kind in _PHARMACIES:
        return None
    address, (latitude, longitude) = _address(raw), _coordinates(raw)
    return DivisionRecord(
        id=own_id,
        legal_entity_id=owner,
        name=own_name,
        type=kind,
        is_open=is_on(raw, "status", "ACTIVE"),
        area=readable(address, "area"),
        region=readable(address, "region"),
        settlement=readable(address, "settlement"),
        settlement_type=text(address, "settlement_type"),
        street_type=text(address, "street_type"),
        street=readable(address, "street"),
        building=text(address, "building"),
        zip=text(address, "zip"),
        latitude=latitude,
        longitude=longitude,
        phones=phones(raw),
        hours=read_working_hours(raw.get("working_hours")).to_text(),
    )


def _address(raw: Raw) -> Raw:
    """Where the division stands: a RESIDENCE address before any other."""
    addresses = objects(raw, "addresses")
    stands = (address for address in addresses if address.get("type") == "RESIDENCE")
    return next(stands, addresses[0] if addresses else {})


def _coordinates(raw: Raw) -> tuple[float | None, float | None]:
    location = raw.get("location")
    if not isinstance(location, dict):
        return None, None
    latitude, longitude = number(location, "latitude"), number(location, "longitude")
    if latitude is None or longitude is None:
        return None, None
    point = point_in_ukraine(latitude, longitude)
    return (point.latitude, point.longitude) if point else (None, None)


def _contract_division(raw: Raw) -> ContractDivisionRecord | None:
    contract, division = identifier(raw, "contract_id"), identifier(raw, "division_id")
    if contract is None or division is None:
        return None
    is_active = is_on(raw, "contract_status", "ACTIVE")
    return ContractDivisionRecord(
        contract_id=contract,
        division_id=division,
        is_active=is_active and is_on(raw, "contract_division_status", "ACTIVE"),
        starts_on=day(raw, "contract_start_date"),
        ends_on=day(raw, "contract_end_date"),
    )


def _healthcare_service(raw: Raw) -> HealthcareServiceRecord | None:
    own_id, division = identifier(raw, "id"), identifier(raw, "division_id")
    if own_id is None or division is None:
        return None
    is_active = is_on(raw, "status", "ACTIVE")
    return HealthcareServiceRecord(own_id, division, text(raw, "speciality_type"), is_active)


def _party(raw: Raw) -> PartyRecord | None:
    own_id = identifier(raw, "id")
    last_name, first_name = readable(raw, "last_name"), readable(raw, "first_name")
    if own_id is None or last_name is None or first_name is None:
        return None
    gender = (text(raw, "gender") or "").upper()
    return PartyRecord(
        id=own_id,
        last_name=last_name,
        first_name=first_name,
        second_name=readable(raw, "second_name"),
        gender=gender if gender in _GENDERS else None,
    )


def _employee(raw: Raw) -> EmployeeRecord | None:
    own_id, party = identifier(raw, "id"), identifier(raw, "party_id")
    employer, kind = identifier(raw, "legal_entity_id"), (text(raw, "employee_type") or "").upper()
    if own_id is None or party is None or employer is None or kind not in _WHO_TREAT:
        return None
    speciality = raw.get("speciality")
    return EmployeeRecord(
        id=own_id,
        party_id=party,
        legal_entity_id=employer,
        division_id=identifier(raw, "division_id"),
        is_doctor=kind == "DOCTOR",
        is_working=is_on(raw, "status", "APPROVED"),
        position=text(raw, "position"),
        speciality=text(speciality, "speciality") if isinstance(speciality, dict) else None,
        ends_on=day(raw, "end_date"),
    )


def _employee_role(raw: Raw) -> EmployeeRoleRecord | None:
    own_id, employee = identifier(raw, "id"), identifier(raw, "employee_id")
    service = identifier(raw, "healthcare_service_id")
    if own_id is None or employee is None or service is None:
        return None
    is_active = is_on(raw, "status", "ACTIVE")
    return EmployeeRoleRecord(own_id, employee, service, is_active, day(raw, "end_date"))


def _declarations_limit(raw: Raw) -> DeclarationsLimitRecord | None:
    party = identifier(raw, "party_id")
    limit, count = whole(raw, "declarations_limit"), whole(raw, "declarations_count")
    if party is None or limit is None or count is None:
        return None
    return DeclarationsLimitRecord(party, limit, count)


READERS: Mapping[Export, Callable[[Raw], Record | None]] = {
    Export.LEGAL_ENTITIES: _legal_entity,
    Export.DIVISIONS: _division,
    Export.CONTRACT_DIVISIONS: _contract_division,
    Export.HEALTHCARE_SERVICES: _healthcare_service,
    Export.PARTIES: _party,
    Export.EMPLOYEES: _employee,
    Export.EMPLOYEE_ROLES: _employee_role,
    Export.DECLARATIONS_LIMIT: _declarations_limit,
}
