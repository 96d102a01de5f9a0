"""Levers of the e-cabinet's side of ЕСОЗ for tests and people, under `/sim/esoz`.

- `GET /sim/esoz/switches`, `POST` with any of their names: see `switches.Switches`.
- `POST /sim/esoz/redirects` `{"url"}` registers one more redirect_uri, whole and exact.
- `POST /sim/esoz/tokens` `{"person_id", "applicant_person_id"?, "scope"?}`: a session without
  pages and signatures; answers what `/oauth/tokens` would.
- `GET /sim/esoz/people/{id}`: the patient as ЕСОЗ has them now.
- `POST /sim/esoz/people/{id}` `{"verification_status"?, "is_active"?, "is_blocked"?,
  "is_relationship_verified"?, "has_relationship"?, "missing_documents"?}` changes the patient.
"""

from __future__ import annotations

from dataclasses import asdict, fields
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from aiohttp import web

from sandbox.esoz import answers
from sandbox.esoz.bodies import explained, json_object, wrong_body
from sandbox.esoz.pis import scopes
from sandbox.esoz.pis.signing_in import Who

if TYPE_CHECKING:
    from sandbox.esoz.pis.client import Client
    from sandbox.esoz.pis.consents import Consents
    from sandbox.esoz.pis.events import Events
    from sandbox.esoz.pis.oauth import OAuth
    from sandbox.esoz.pis.patient import Patient
    from sandbox.esoz.pis.patients import Patients
    from sandbox.esoz.pis.switches import Switches
    from sandbox.esoz.pis.tokens import Tokens

_REDIRECT = "http://127.0.0.1/oauth/callback"
_FLAGS = ("is_active", "is_blocked")


class PisSim:
    def __init__(
        self,
        *,
        client: Client,
        switches: Switches,
        patients: Patients,
        consents: Consents,
        tokens: Tokens,
        oauth: OAuth,
        events: Events,
    ) -> None:
        self._client = client
        self._switches = switches
        self._patients = patients
        self._consents = consents
        self._tokens = tokens
        self._oauth = oauth
        self._events = events

    def routes(self) -> list[web.AbstractRouteDef]:
        return [
            web.get("/sim/esoz/switches", self.read_switches),
            web.post("/sim/esoz/switches", explained(self.set_switches)),
            web.post("/sim/esoz/redirects", explained(self.register_redirect)),
            web.post("/sim/esoz/tokens", explained(self.token)),
            web.get("/sim/esoz/people/{id}", explained(self.person)),
            web.post("/sim/esoz/people/{id}", explained(self.change_person)),
        ]

    async def read_switches(self, _: web.Request) -> web.Response:
        return web.json_response(asdict(self._switches))

    async def set_switches(self, request: web.Request) -> web.Response:
        known = {
            field.name: type(getattr(self._switches, field.name))
            for field in fields(self._switches)
        }
        for name, value in (await json_object(request)).items():
            if name not in known or type(value) is not known[name]:
                raise wrong_body(f"$.{name}", "inclusion", f"expected one of {', '.join(known)}")
            setattr(self._switches, name, value)
        return await self.read_switches(request)

    async def register_redirect(self, request: web.Request) -> web.Response:
        url = (await json_object(request)).get("url")
        if not isinstance(url, str):
            raise wrong_body("$.url", "required", "required property url was not present")
        self._client.redirect_uris.add(url)
        return web.json_response({"redirect_uris": sorted(self._client.redirect_uris)})

    async def token(self, request: web.Request) -> web.Response:
        body = await json_object(request)
        patient = self._found(body.get("person_id"))
        applicant = self._found(body.get("applicant_person_id") or patient.id)
        scope = str(body.get("scope") or " ".join(scopes.WORDS))
        value = self._consents.allow(Who(patient, applicant), scope, _REDIRECT)
        code = self._tokens.code_named(value)
        assert code is not None  # noqa: S101 - it was made in the line above
        code.is_used = True
        grant = self._tokens.begin(code.approval, code.scope, code.redirect_uri)
        record = self._oauth.record(self._tokens.access(grant), "authorization_code")
        return web.json_response(record, status=HTTPStatus.CREATED)

    async def person(self, request: web.Request) -> web.Response:
        return self._shown(self._found(request.match_info["id"]))

    async def change_person(self, request: web.Request) -> web.Response:
        patient = self._found(request.match_info["id"])
        body = await json_object(request)
        for name in _FLAGS:
            if name in body:
                setattr(patient, name, bool(body[name]))
        if "verification_status" in body:
            patient.verification_status = str(body["verification_status"])
            status = patient.verification_status
            self._events.changed("Person", patient.id, status, attribute="verification_status")
        if isinstance(body.get("missing_documents"), list):
            patient.missing_documents = [str(kind) for kind in body["missing_documents"]]
        if patient.relationship and "is_relationship_verified" in body:
            patient.relationship.is_verified = bool(body["is_relationship_verified"])
        if body.get("has_relationship") is False:
            patient.relationship = None
        return self._shown(patient)

    def _shown(self, patient: Patient) -> web.Response:
        relationship = patient.relationship
        shown: dict[str, Any] = {
            "person": patient.data,
            "verification_status": patient.verification_status,
            "is_active": patient.is_active,
            "is_blocked": patient.is_blocked,
            "confidant_person_id": relationship.confidant_id if relationship else None,
            "is_relationship_verified": relationship.is_verified if relationship else None,
            "missing_documents": patient.missing_documents,
        }
        return web.json_response(shown)

    def _found(self, patient_id: object) -> Patient:
        patient = self._patients.get(str(patient_id))
        if patient is None:
            raise answers.not_found("Person is not found")
        return patient
