"""Changing the phone that codes go to: `/api/pis/authentication_method_requests` (esoz.md §5.4).

The code goes to the phone that is confirmed now, as ЕСОЗ's `authentication_method_current` and
"re-send SMS to a person or third person" say; to the new one where there is no other.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from aiohttp import web

from sandbox.esoz import answers
from sandbox.esoz.bodies import json_object, wrong_body
from sandbox.esoz.person import AuthMethod
from sandbox.esoz.pis import phones
from sandbox.esoz.pis.acting import check_is_represented
from sandbox.esoz.pis.patient import AuthenticationMethod
from sandbox.esoz.pis.person_records import current_method, method_record
from sandbox.esoz.record import moment

if TYPE_CHECKING:
    from sandbox.esoz.pis.gate import Call, Gate
    from sandbox.esoz.pis.otp import Otp, OtpSender
    from sandbox.esoz.pis.patients import Patients

_REQUESTS = "/esoz/api/pis/authentication_method_requests"
_METHODS = "/esoz/api/pis/authentication_methods"
_SCOPE = "authentication_method_request:write_pis"


@dataclass
class MethodRequest:
    patient_id: str
    phone: str
    alias: str | None
    otp: Otp
    status: str = "NEW"
    id: str = field(default_factory=lambda: str(uuid4()))

    def record(self) -> dict[str, Any]:
        return {"id": self.id, "status": self.status, "channel": "PIS"}


class MethodRequestsApi:
    def __init__(self, patients: Patients, sender: OtpSender) -> None:
        self._patients = patients
        self._sender = sender
        self._requests: list[MethodRequest] = []

    def routes(self, gate: Gate) -> list[web.AbstractRouteDef]:
        one = f"{_REQUESTS}/{{id}}/actions"
        return [
            web.post(_REQUESTS, gate.guard(self.create, _SCOPE)),
            web.patch(f"{one}/approve", gate.guard(self.approve, _SCOPE)),
            web.post(f"{one}/resend_otp", gate.guard(self.resend, _SCOPE)),
            web.patch(f"{_METHODS}/{{id}}", gate.guard(self.rename, _SCOPE)),
            web.patch(f"{_METHODS}/{{id}}/actions/deactivate", gate.guard(self.end, _SCOPE)),
        ]

    async def create(self, call: Call) -> web.Response:
        phone, alias = _wanted(await json_object(call.request))
        patient = call.patient
        if patient.relationship is not None:
            raise answers.conflict("Only THIRD_PERSON authentication method is allowed")
        check_is_represented(call)
        phones.check_may_be_added(phone, self._patients)
        current = patient.method
        phone_of_code = (current and current.phone_number) or phone
        new = MethodRequest(patient.id, phone, alias, self._sender.send(phone_of_code, call.now))
        for other in self._requests:
            if (other.patient_id, other.status) == (patient.id, "NEW"):
                other.status = "CANCELED"
        self._requests.append(new)
        urgent = {"authentication_method_current": current_method(patient, None)}
        return answers.single(call.request, new.record(), HTTPStatus.CREATED, urgent=urgent)

    async def approve(self, call: Call) -> web.Response:
        """A new OTP method takes the place of the one before."""
        request = self._found(call)
        body = await json_object(call.request)
        if request.status != "NEW":
            raise answers.not_found("Verification not found")
        request.otp.check(body.get("verification_code"), call.now)
        request.status = "COMPLETED"
        for method in call.patient.methods:
            method.ended_at = method.ended_at or call.now
        call.patient.methods.append(
            AuthenticationMethod(
                id=str(uuid4()),
                type=AuthMethod.OTP,
                started_at=call.now,
                phone_number=request.phone,
                alias=request.alias,
            )
        )
        return answers.single(call.request, request.record(), HTTPStatus.CREATED)

    async def resend(self, call: Call) -> web.Response:
        request = self._found(call)
        if request.status != "NEW":
            raise answers.not_found("Verification not found")
        request.otp = self._sender.send(request.otp.phone, call.now, request.otp)
        record = {
            "id": request.otp.id,
            "status": request.otp.status,
            "code_expired_at": moment(request.otp.expires_at),
            "active": True,
        }
        return answers.single(call.request, record)

    async def rename(self, call: Call) -> web.Response:
        method = self._method(call)
        method.alias = str((await json_object(call.request)).get("alias", ""))
        return self._shown(call, method)

    async def end(self, call: Call) -> web.Response:
        method = self._method(call)
        method.ended_at = call.now
        return self._shown(call, method)

    def _shown(self, call: Call, method: AuthenticationMethod) -> web.Response:
        third = self._patients.get(method.value or "")
        record = method_record(method, call.patient, third)
        return answers.single(call.request, record, HTTPStatus.CREATED)

    def _found(self, call: Call) -> MethodRequest:
        for request in self._requests:
            if (request.id, request.patient_id) == (
                call.request.match_info["id"],
                call.patient.id,
            ):
                return request
        raise answers.not_found("not found")

    def _method(self, call: Call) -> AuthenticationMethod:
        for method in call.patient.methods:
            if method.id == call.request.match_info["id"] and method.is_active:
                return method
        raise answers.not_found("not found")


def _wanted(body: dict[str, Any]) -> tuple[str, str | None]:
    """Phone and alias; raises EsozError."""
    method = body.get("authentication_method")
    if not isinstance(method, dict):
        message = "required property authentication_method was not present"
        raise wrong_body("$.authentication_method", "required", message)
    if method.get("type") != AuthMethod.OTP:
        entry = "$.authentication_method.type"
        raise wrong_body(entry, "inclusion", "value is not allowed in enum")
    alias = method.get("alias")
    phone = phones.checked(method.get("phone_number"), "$.authentication_method.phone_number")
    return phone, str(alias) if alias else None
