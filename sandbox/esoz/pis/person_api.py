"""Reading of a patient's own data: `/api/pis/person…` (esoz.md §5.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aiohttp import web

from sandbox.esoz import answers
from sandbox.esoz.pis.person_records import (
    method_record,
    person_record,
    relationship_verification,
    verification_details,
)

if TYPE_CHECKING:
    from sandbox.esoz.pis.gate import Call, Gate
    from sandbox.esoz.pis.patients import Patients

_PERSON = "/esoz/api/pis/person"


class PersonApi:
    def __init__(self, patients: Patients) -> None:
        self._patients = patients

    def routes(self, gate: Gate) -> list[web.AbstractRouteDef]:
        methods = gate.guard(self.methods, "authentication_method:read_pis")
        verification = gate.guard(self.verification, "person_verification:details_pis")
        return [
            web.get(_PERSON, gate.guard(self.person, "person:details_pis")),
            web.get(f"{_PERSON}/verification", verification),
            web.get(f"{_PERSON}/authentication_methods", methods),
        ]

    async def person(self, call: Call) -> web.Response:
        if not call.patient.is_active:
            raise answers.not_found("Person is not found")
        return answers.single(call.request, person_record(call.patient))

    async def verification(self, call: Call) -> web.Response:
        if not call.patient.is_active:
            raise answers.not_found("Person is not found")
        data: dict[str, Any] = {"person_verification": verification_details(call.patient)}
        relationship = relationship_verification(call.patient)
        if relationship is not None:
            data["confidant_person_relationship_verification"] = relationship
        return answers.single(call.request, data)

    async def methods(self, call: Call) -> web.Response:
        """The active ones."""
        patient = call.patient
        if not patient.is_active:
            raise answers.forbidden("Such person not found")
        records = [
            method_record(method, patient, self._patients.get(method.value or ""))
            for method in patient.methods
            if method.is_active
        ]
        return answers.single(call.request, records)
