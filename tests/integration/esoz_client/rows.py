"""Service requests as ЕСОЗ sends them, whole, with all that a patient must not be shown."""

from __future__ import annotations

from typing import Any
from uuid import UUID

NUMBER = "8830-3875-8474-6820"
SURNAME = "Вигадайленко"
SPECIALITY = "CARDIOLOGY"
DOCTOR = "Петренко Іван Іванович"
NOTE = "нотатка лікаря"


def reference(kind: str, value: str = "3c1b2f10-0000-4000-8000-000000000001") -> dict[str, Any]:
    coding = {"system": "eHealth/resources", "code": kind}
    return {"identifier": {"type": {"coding": [coding]}, "value": value}}


def concept(
    code: str, system: str = "eHealth/SNOMED/service_request_categories"
) -> dict[str, Any]:
    return {"coding": [{"system": system, "code": code}]}


def a_row(number: int = 1, **changes: Any) -> dict[str, Any]:
    """A valid referral; `number` makes its id, the later the greater."""
    created_at = "2026-10-02T10:45:16.000Z"
    row = {
        "id": str(UUID(int=number)),
        "requisition": NUMBER,
        "status": "active",
        "status_history": [{"status": "active", "inserted_at": created_at}],
        "intent": "order",
        "priority": "routine",
        "category": concept("counselling"),
        "code": {**reference("service"), "display_value": None},
        "subject": reference("patient", "7075e0e2-0000-4000-8000-000000000002"),
        "context": reference("encounter"),
        "occurrence_period": {"start": created_at, "end": "2026-11-03T08:00:00.000Z"},
        "requester_employee": {**reference("employee"), "display_value": DOCTOR},
        "requester_legal_entity": {**reference("legal_entity"), "display_value": "КНП «ЦПМСД №1»"},
        "reason_reference": [reference("condition")],
        "performer_type": concept(SPECIALITY, "SPECIALITY_TYPE"),
        "quantity": {"value": 1, "system": "SERVICE_UNIT", "code": "PIECE", "unit": "шт"},
        "note": NOTE,
        "patient_instruction": "Натще не потрібно",
        "program": reference("medical_program"),
        "program_processing_status": "new",
        "expiration_date": "2027-10-02T23:59:59.000Z",
        "used_by_legal_entity": None,
        "completed_with": None,
        "inserted_at": created_at,
        "updated_at": created_at,
        "identity": {"last_name": SURNAME, "first_name": "І.", "gender": "MALE", "age": 35},
    }
    return row | changes
