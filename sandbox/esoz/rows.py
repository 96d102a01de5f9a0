"""The rows of the lists under /sim, with the fields that design.md §7 names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.esoz.record import moment

if TYPE_CHECKING:
    from sandbox.esoz.person import Person
    from sandbox.esoz.service_request import ServiceRequest


def person_row(person: Person) -> dict[str, Any]:
    return {
        "id": person.id,
        "last_name": person.name.last,
        "first_name": person.name.first,
        "second_name": person.name.second,
        "birth_date": person.birth_date.isoformat(),
        "tax_id": person.tax_id,
        "special": person.special,
    }


def referral_row(service_request: ServiceRequest) -> dict[str, Any]:
    return {
        "number": service_request.requisition,
        "status": service_request.status,
        "program_processing_status": service_request.program_status,
        "category": service_request.category.code,
        "expiration_date": moment(service_request.expires_at),
        "person_id": service_request.person.id,
        "label": service_request.label,
    }


def desk_row(service_request: ServiceRequest) -> dict[str, Any]:
    return {
        "service_id": service_request.id,
        "status": service_request.status,
        "program_processing_status": service_request.program_status,
    }
