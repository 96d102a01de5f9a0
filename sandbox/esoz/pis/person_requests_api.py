"""`/api/pis/person_requests` and `/api/pis/documents` (esoz.md §5.3)."""

from __future__ import annotations

from functools import partial
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from aiohttp import web

from sandbox.esoz import answers
from sandbox.esoz.bodies import json_object, wrong_body
from sandbox.esoz.pis import signed
from sandbox.esoz.pis.acting import check_is_represented
from sandbox.esoz.pis.declaration_requests import overdue
from sandbox.esoz.pis.paging import has_wanted, paged
from sandbox.esoz.pis.patients import signs_as
from sandbox.esoz.pis.person_requests import PersonRequest, documents_to_upload
from sandbox.esoz.pis.person_rules import check_data, check_is_the_same_person
from sandbox.esoz.pis.printed_form import person_form
from sandbox.esoz.record import moment

if TYPE_CHECKING:
    from sandbox.clock import SandboxClock
    from sandbox.esoz.pis.gate import Call, Gate
    from sandbox.esoz.pis.patient import Patient
    from sandbox.esoz.pis.patients import Patients
    from sandbox.esoz.pis.storage import Storage
    from sandbox.esoz.pis.switches import Switches

_REQUESTS = "/esoz/api/pis/person_requests"


class PersonRequestsApi:
    def __init__(
        self, clock: SandboxClock, patients: Patients, storage: Storage, switches: Switches
    ) -> None:
        self._clock = clock
        self._switches = switches
        self._patients = patients
        self._storage = storage
        self._requests: list[PersonRequest] = []

    def routes(self, gate: Gate) -> list[web.AbstractRouteDef]:
        one = f"{_REQUESTS}/{{id}}"
        write = "person_request:write_pis"
        reject = gate.guard(self.reject, "person_request:reject_pis", write)
        return [
            web.post(_REQUESTS, gate.guard(self.create, write)),
            web.get(_REQUESTS, gate.guard(self.listed, "person_request:read_pis", write)),
            web.get(one, gate.guard(self.one, "person_request:details_pis", write)),
            web.patch(f"{one}/actions/complete", gate.guard(self.complete, write)),
            web.patch(f"{one}/actions/reject", reject),
        ]

    def has_open(self, patient: Patient) -> bool:
        return any(one.is_open for one in self._of(patient))

    async def create(self, call: Call) -> web.Response:
        body = await json_object(call.request)
        person, has_consent = _person(body)
        patient = call.patient
        if not patient.is_active:
            raise answers.not_found("Person is not found")
        check_is_represented(call)
        check_data(person, patient, call.now.date())
        check_is_the_same_person(person, patient, self._patients)
        self._cancel_earlier(call)
        data = {"id": patient.id, **person}
        new = PersonRequest(patient.id, data, has_consent, person_form(data), call.now, call.now)
        for kind in documents_to_upload(patient, person):
            new.waiting[kind] = self._storage.expect(call.request, partial(new.uploaded.add, kind))
        self._requests.append(new)
        links = [{"type": kind, "url": url} for kind, url in new.waiting.items()]
        status, urgent = HTTPStatus.CREATED, {"documents": links}
        return answers.single(call.request, new.details(), status, urgent=urgent)

    async def complete(self, call: Call) -> web.Response:
        request = self._found(call)
        check_is_represented(call)
        if request.status != "NEW":
            raise answers.conflict("Invalid transition")
        content = signed.read_signed_body(await json_object(call.request))
        if not signs_as(call.applicant, content.drfo or ""):
            raise signed.someone_else()
        if content.content.get("patient_signed") is not True:
            raise wrong_body("$.patient_signed", "inclusion", "value is not allowed in enum")
        if not request.is_signed_by(content.content):
            raise signed.other_content()
        if request.missing:
            raise answers.conflict(f"Documents {', '.join(request.missing)} is not uploaded")
        request.signed = content.der
        request.move("SIGNED", call.now)
        call.patient.data = {"no_tax_id": False, **request.person}
        record = {
            "person_id": call.patient.id,
            "status": request.status,
            "id": request.id,
            "updated_at": moment(request.updated_at),
        }
        return answers.single(call.request, record)

    async def reject(self, call: Call) -> web.Response:
        request = self._found(call)
        if not request.is_open:
            raise answers.conflict("Invalid transition")
        request.move("REJECTED", call.now)
        return answers.single(call.request, request.details())

    async def listed(self, call: Call) -> web.Response:
        rows = [
            one.listed()
            for one in self._of(call.patient)
            if has_wanted(call.request, "status", one.status)
            and has_wanted(call.request, "channel", "PIS")
        ]
        return paged(call.request, rows)

    async def one(self, call: Call) -> web.Response:
        request = self._found(call)
        urgent: dict[str, Any] = {"documents": request.documents()}
        if request.signed:
            url = self._storage.offer(call.request, request.signed)
            urgent["links"] = [{"type": "SIGNED_CONTENT", "url": url}]
        return answers.single(call.request, request.details(), urgent=urgent)

    def _of(self, patient: Patient) -> list[PersonRequest]:
        """Newest first; those that waited too long have expired."""
        found = [one for one in reversed(self._requests) if one.patient_id == patient.id]
        for one in found:
            overdue_at = overdue(one.created_at, self._switches.request_days)
            if one.is_open and self._clock.now() >= overdue_at:
                one.move("EXPIRED", overdue_at)
        return found

    def _cancel_earlier(self, call: Call) -> None:
        for one in self._of(call.patient):
            if one.is_open:
                one.move("CANCELLED", call.now)

    def _found(self, call: Call) -> PersonRequest:
        for one in self._of(call.patient):
            if one.id == call.request.match_info["id"]:
                return one
        raise answers.not_found("not found")


def _person(body: dict[str, Any]) -> tuple[dict[str, Any], bool]:
    """The wanted data and the consent to disclosure; raises EsozError."""
    for name in ("person", "patient_signed", "process_disclosure_data_consent"):
        if name not in body:
            message = f"required property {name} was not present"
            raise wrong_body(f"$.{name}", "required", message)
    if not isinstance(body["person"], dict):
        raise wrong_body("$.person", "cast", "type mismatch. Expected Object")
    if body["process_disclosure_data_consent"] is not True:
        entry = "$.process_disclosure_data_consent"
        raise wrong_body(entry, "inclusion", "value is not allowed in enum")
    person = dict(body["person"])
    person.pop("id", None)
    person.pop("verification", None)
    return person, True
