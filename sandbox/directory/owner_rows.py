"""Heads of facilities: in the exports beside the doctors, and no doctors themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.directory.chance import Purpose, dice, record_id
from sandbox.directory.rows import Row, named, written_at

if TYPE_CHECKING:
    from datetime import date

    from sandbox.directory.facilities import LegalEntity

_AGE, _YEARS = 30, 40


def owner_party_row(one: LegalEntity, seed: int, today: date) -> Row:
    made_at, changed_at = written_at(dice(seed, Purpose.OWNER, one.index), today)
    return {
        "id": record_id("owner", one.index),
        **named(one.owner),
        "year_of_birth": str(today.year - _AGE - one.index % _YEARS),
        "gender": "MALE" if one.owner_is_male else "FEMALE",
        "inserted_at": made_at,
        "updated_at": changed_at,
        "verification_status": "VERIFIED",
    }


def owner_employee_row(one: LegalEntity, seed: int, today: date) -> Row:
    made_at, changed_at = written_at(dice(seed, Purpose.OWNER, one.index), today)
    row: Row = {
        "id": record_id("owner_employee", one.index),
        "position": "P1",
        "status": "APPROVED" if one.is_active else "DISMISSED",
        "employee_type": "OWNER",
        "is_active": one.is_active,
        "start_date": made_at,
        "legal_entity_id": record_id("legal_entity", one.index),
        "party_id": record_id("owner", one.index),
        "inserted_at": made_at,
        "updated_at": changed_at,
    }
    if not one.is_active:
        row |= {"end_date": changed_at, "status_reason": "manual_employee"}
    return row
