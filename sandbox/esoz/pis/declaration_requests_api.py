"""`/api/pis/declaration_requests`: create, sign, reject, list, one (esoz.md §4.2)."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from uuid import UUID

from aiohttp import web

from sandbox.esoz import answers
from sandbox.esoz.bodies import json_object, wrong_body
from sandbox.esoz.pis import signed
from sandbox.esoz.pis.acting import check_is_represented, check_is_verified
from sandbox.esoz.pis.declaration_checks import check_papers, is_full, limit_reached
from sandbox.esoz.pis.declaration_draft import draft
from sandbox.esoz.pis.declaration_request import DeclarationRequest
from sandbox.esoz.pis.paging import has_wanted, is_between, paged
from sandbox.esoz.pis.patients import signs_as
from sandbox.esoz.pis.person_records import masked_phone

if TYPE_CHECKING:
    from sandbox.esoz.pis.declaration_checks import DeclarationChecks
    from sandbox.esoz.pis.declaration_requests import DeclarationRequests
    from sandbox.esoz.pis.gate import Call, Gate
    from sandbox.esoz.pis.patients import Patients
    from sandbox.esoz.pis.person_requests_api import PersonRequestsApi
    from sandbox.esoz.pis.signed import SignedContent
    from sandbox.esoz.pis.switches import Switches
    from sandbox.esoz.pis.workplaces import Workplaces

_PATH = "/esoz/api/pis/declaration_requests"
_ONLY_OPEN = " Only declaration request with NEW or APPROVED statuses can be rejected"


class DeclarationRequestsApi:
    def __init__(
        self,
        *,
        requests: DeclarationRequests,
        checks: DeclarationChecks,
        workplaces: Workplaces,
        patients: Patients,
        person_requests: PersonRequestsApi,
        switches: Switches,
    ) -> None:
        self._requests = requests
        self._checks = checks
        self._workplaces = workplaces
        self._patients = patients
        self._person_requests = person_requests
        self._switches = switches

    def routes(self, gate: Gate) -> list[web.AbstractRouteDef]:
        one, scope = f"{_PATH}/{{id}}", "declaration_request"
        return [
            web.post(_PATH, gate.guard(self.create, f"{scope}:write_pis")),
            web.get(_PATH, gate.guard(self.listed, f"{scope}:read_pis")),
            web.get(one, gate.guard(self.one, f"{scope}:details_pis")),
            web.patch(f"{one}/actions/sign", gate.guard(self.sign, f"{scope}:sign_pis")),
            web.patch(f"{one}/actions/reject", gate.guard(self.reject, f"{scope}:reject_pis")),
        ]

    async def create(self, call: Call) -> web.Response:
        """The checks stand in ЕСОЗ's order (§4.6)."""
        employee_id, division_id = _wanted(await json_object(call.request))
        self._checks.check_person(call)
        place, division = self._checks.check_doctor(call, employee_id, division_id)
        if self._person_requests.has_open(call.patient):
            message = (
                "It is prohibited to create declaration request "
                "when there is unfinished person request"
            )
            raise answers.conflict(message)
        today = call.now.date()
        check_papers(call.patient, today)
        content = draft(call.patient, call.applicant, place, division, today)
        new = DeclarationRequest(call.patient.id, call.applicant.id, content, call.now, call.now)
        self._requests.add(new)
        return answers.single(call.request, new.created(), HTTPStatus.CREATED)

    async def sign(self, call: Call) -> web.Response:
        request = self._found(call)
        check_is_represented(call)
        if request.status != "NEW":
            raise answers.conflict("Invalid transition")
        content = signed.read_signed_body(await json_object(call.request))
        _check_signed(content, request, call)
        place = self._workplaces.find(request.to_be_signed["employee"]["id"])
        if place is not None and is_full(place):
            raise limit_reached(place)
        request.signed = content.der
        request.move("APPROVED", call.now)
        shown = request.created() | {"status": self._switches.status_after_sign}
        return answers.single(call.request, shown, HTTPStatus.CREATED)

    async def reject(self, call: Call) -> web.Response:
        request = self._found(call)
        check_is_verified(call)
        check_is_represented(call)
        if not request.is_open:
            raise answers.forbidden(_ONLY_OPEN)
        request.move("REJECTED", call.now)
        return answers.single(call.request, self._details(request), HTTPStatus.CREATED)

    async def listed(self, call: Call) -> web.Response:
        rows = [one.listed() for one in self._requests.of(call.patient.id)]
        chosen = [
            row
            for row in rows
            if has_wanted(call.request, "status", row["status"])
            and has_wanted(call.request, "channel", row["channel"])
            and is_between(call.request, "start_date", row["start_date"])
            and is_between(call.request, "end_date", row["end_date"])
        ]
        return paged(call.request, chosen)

    async def one(self, call: Call) -> web.Response:
        request = self._found(call)
        urgent = {"authentication_method_current": self._method(call)}
        return answers.single(call.request, self._details(request), urgent=urgent)

    def _details(self, request: DeclarationRequest) -> dict[str, Any]:
        place = self._workplaces.find(request.to_be_signed["employee"]["id"])
        if place is None:
            return request.details(count=0, limit=0)
        return request.details(count=place.declarations, limit=place.declarations_limit)

    def _method(self, call: Call) -> dict[str, Any]:
        """OTP, OFFLINE or NA; of a represented person the confidant's."""
        method = call.patient.method
        if method and method.value:
            third = self._patients.get(method.value)
            method = third.method if third else None
        if method is None:
            return {"type": "NA"}
        number = {"number": masked_phone(method.phone_number)} if method.phone_number else {}
        return {"type": method.type, **number}

    def _found(self, call: Call) -> DeclarationRequest:
        for one in self._requests.of(call.patient.id):
            if one.id == call.request.match_info["id"]:
                return one
        raise answers.not_found("not found")


def _wanted(body: dict[str, Any]) -> tuple[str, str]:
    """Ids of employee and division; raises EsozError."""
    for name in ("employee_id", "division_id"):
        if name not in body:
            message = f"required property {name} was not present"
            raise wrong_body(f"$.{name}", "required", message)
        try:
            UUID(str(body[name]))
        except ValueError:
            raise wrong_body(f"$.{name}", "format", "string does not match pattern") from None
    for name in body:
        if name not in {"employee_id", "division_id"}:
            raise wrong_body(f"$.{name}", "schema", "schema does not allow additional properties")
    return str(body["employee_id"]), str(body["division_id"])


def _check_signed(content: SignedContent, request: DeclarationRequest, call: Call) -> None:
    """Signer, then content as a decoded map (§4.9); raises EsozError."""
    if not signs_as(call.applicant, content.drfo or ""):
        raise signed.someone_else()
    person = content.content.get("person")
    if isinstance(person, dict) and person.get("patient_signed") is not True:
        entry = "$.person.patient_signed"
        raise wrong_body(entry, "invalid", "Patient must sign declaration form")
    if content.content != request.expected():
        raise signed.other_content()
