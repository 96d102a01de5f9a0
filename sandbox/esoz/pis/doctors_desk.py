"""The doctor's desk, `/sim/desk/declaration_requests`: co-sign or reject what patients signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiohttp import web

from sandbox.esoz import answers
from sandbox.esoz.bodies import explained, json_object, wrong_body

if TYPE_CHECKING:
    from sandbox.esoz.pis.declaration_request import DeclarationRequest
    from sandbox.esoz.pis.declaration_requests import DeclarationRequests
    from sandbox.esoz.pis.patients import Patients

_PATH = "/sim/desk/declaration_requests"


class DoctorsDesk:
    def __init__(self, requests: DeclarationRequests, patients: Patients) -> None:
        self._requests = requests
        self._patients = patients

    def routes(self) -> list[web.AbstractRouteDef]:
        return [
            web.get(_PATH, self.listed),
            web.post(f"{_PATH}/{{id}}", explained(self.act)),
        ]

    async def listed(self, _: web.Request) -> web.Response:
        """Every request, newest first, with names for a person at the desk."""
        rows = [self._row(one) for one in self._requests.all()]
        return web.json_response({"declaration_requests": rows})

    async def act(self, request: web.Request) -> web.Response:
        """`{"action": "cosign"}` begins the declaration, `"reject"` refuses the request."""
        action = (await json_object(request)).get("action")
        found = self._found(request.match_info["id"])
        if action == "cosign":
            self._requests.cosign(found, self._patients.named(found.patient_id))
        elif action == "reject":
            self._requests.reject_at_desk(found)
        else:
            raise wrong_body("$.action", "inclusion", "expected one of cosign, reject")
        return web.json_response(self._row(found))

    def _row(self, one: DeclarationRequest) -> dict[str, str | None]:
        content = one.to_be_signed
        party = content["employee"]["party"]
        return {
            "id": one.id,
            "status": one.status,
            "status_reason": one.status_reason,
            "declaration_id": content["declaration_id"],
            "person_id": one.patient_id,
            "person": self._patients.named(one.patient_id).full_name,
            "doctor": f"{party['last_name']} {party['first_name']}",
        }

    def _found(self, request_id: str) -> DeclarationRequest:
        for one in self._requests.all():
            if one.id == request_id:
                return one
        raise answers.not_found("not found")
