"""Services of divisions as rows of their export, and their ids."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

from sandbox.directory.chance import Purpose, dice, record_id
from sandbox.directory.opening_hours import available_time
from sandbox.directory.rows import Row, written_at

if TYPE_CHECKING:
    from datetime import date

_INACTIVE_SHARE, _CLOSED_FOR_A_WHILE_SHARE = 0.02, 0.03
_BITS = 20


def service_id(division: int, speciality: str) -> str:
    return record_id(f"healthcare_service:{speciality}", division)


def service_row(
    division: int,
    legal_entity: int,
    speciality: str,
    seed: int,
    today: date,
    opened_at: str | None = None,
) -> Row:
    """`opened_at` is set for a service that a person's change has opened."""
    number = division << _BITS | crc32(speciality.encode()) % (1 << _BITS)
    random = dice(seed, Purpose.SERVICE, number)
    made_at, changed_at = written_at(random, today)
    is_active = random.random() >= _INACTIVE_SHARE or opened_at is not None
    row: Row = {
        "id": service_id(division, speciality),
        "legal_entity_id": record_id("legal_entity", legal_entity),
        "division_id": record_id("division", division),
        "speciality_type": speciality,
        "providing_condition": "OUTPATIENT",
        "category": {"coding": [{"system": "HEALTHCARE_SERVICE_CATEGORIES", "code": "MSP"}]},
        "status": "ACTIVE" if is_active else "INACTIVE",
        "is_active": is_active,
        "available_time": available_time(random),
        "inserted_at": made_at,
        "updated_at": opened_at or changed_at,
        "license_id": record_id("license", legal_entity),
    }
    if random.random() < _CLOSED_FOR_A_WHILE_SHARE:
        during = {
            "start": f"{today.year}-08-02T06:00:00.000Z",
            "end": f"{today.year}-08-02T15:00:00.000Z",
        }
        row["not_available"] = [{"description": "Санітарний день", "during": during}]
    return row
