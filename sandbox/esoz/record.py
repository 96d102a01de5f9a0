"""A service request as JSON, the way ЕСОЗ's search answers (reference/esoz.md §2.7)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sandbox.esoz.invented import invented_id
from sandbox.esoz.legal_entities import REQUESTER, LegalEntity
from sandbox.esoz.service_request import Change, ServiceRequest, Status

if TYPE_CHECKING:
    from datetime import date, datetime

_PROGRAM = invented_id("medical_program", "Програма медичних гарантій")
_PIECE = {"value": 1, "system": "SERVICE_UNIT", "code": "PIECE", "unit": "шт"}
_REASONS = {
    Status.RECALLED: "eHealth/service_request_recall_reasons",
    Status.ENTERED_IN_ERROR: "eHealth/service_request_cancel_reasons",
}

Json = dict[str, Any]


def moment(at: datetime) -> str:
    """A moment as ЕСОЗ writes it: ISO 8601, UTC, milliseconds."""
    return at.strftime("%Y-%m-%dT%H:%M:%S.000Z")


def coding(system: str, code: str) -> Json:
    return {"coding": [{"system": system, "code": code}]}


def reference(resource: str, value: str, display: str | None = None) -> Json:
    """A Reference; ЕСОЗ's own `display_value` may be null."""
    identifier = {"type": coding("eHealth/resources", resource), "value": value}
    return {"identifier": identifier, "display_value": display}


def service_request_record(request: ServiceRequest, today: date) -> Json:
    """The record that an employee of a facility sees; `today` gives the patient's age."""
    return {
        "id": request.id,
        "requisition": request.requisition,
        **_what(request),
        **_who(request, today),
        **_program(request),
        **_status(request),
        "inserted_at": moment(request.created_at),
        "updated_at": moment(request.updated_at),
    }


def _what(request: ServiceRequest) -> Json:
    category = request.category
    day = timedelta(days=1)
    period = {"start": request.created_at + day, "end": request.created_at + 31 * day}
    return {
        "intent": "order",
        "priority": "urgent" if request.is_urgent else "routine",
        "category": coding("eHealth/SNOMED/service_request_categories", category.code),
        "code": reference("service", invented_id("service", request.service), request.service),
        "occurrence_period": {end: moment(at) for end, at in period.items()},
        "performer_type": coding("SPECIALITY_TYPE", category.speciality)
        if category.speciality
        else None,
        "performer": _legal_entity(request.performer),
        "quantity": _PIECE,
        "remaining_quantity": _PIECE,
        "note": None,
        "patient_instruction": None,
        "expiration_date": moment(request.expires_at),
    }


def _who(request: ServiceRequest, today: date) -> Json:
    person = request.person
    visit = f"{request.requisition}:{request.created_at:%Y%m%d}"
    doctor = reference("employee", invented_id("employee", request.doctor), request.doctor)
    return {
        "subject": reference("patient", person.id),
        "context": reference("encounter", invented_id("encounter", visit)),
        "requester_employee": doctor,
        "requester_legal_entity": _legal_entity(REQUESTER),
        "reason_reference": [reference("condition", invented_id("condition", visit))],
        "permitted_resources": [],
        "inform_with": {"auth_method_id": invented_id("auth_method", person.id)},
        "identity": {
            "last_name": person.name.last,
            "first_name": f"{person.name.first[0]}.",
            "second_name": f"{person.name.second[0]}." if person.name.second else None,
            "gender": person.gender,
            "age": person.age_on(today),
        },
    }


def _program(request: ServiceRequest) -> Json:
    used_by = _legal_entity(request.used_by)
    history = [
        {"program_processing_status": change.value, "inserted_at": moment(change.at)}
        for change in request.program_status_history
    ]
    return {
        "program": reference("medical_program", _PROGRAM) if request.program_status else None,
        "program_processing_status": request.program_status,
        "program_processing_status_history": history,
        "used_by_employee": None,
        "used_by_legal_entity": used_by,
        "used_by_legal_entity_history": [],
        "used_by_employee_history": [],
    }


def _status(request: ServiceRequest) -> Json:
    is_done = request.status is Status.COMPLETED
    report = reference("diagnostic_report", invented_id("diagnostic_report", request.id))
    return {
        "status": request.status,
        "status_reason": _reason(request.status_history[-1]),
        "status_history": [
            {
                "status": change.value,
                "status_reason": _reason(change),
                "inserted_at": moment(change.at),
            }
            for change in request.status_history
        ],
        "completed_with": report if is_done else None,
    }


def _reason(change: Change) -> Json | None:
    if change.reason is None:
        return None
    return coding(_REASONS[Status(change.value)], change.reason)


def _legal_entity(legal_entity: LegalEntity | None) -> Json | None:
    if legal_entity is None:
        return None
    return reference("legal_entity", legal_entity.id, legal_entity.name)
