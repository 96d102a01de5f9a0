"""Lets patients' calls in: api-key, bearer token, scopes; then the method with whoever calls."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sandbox.esoz import answers
from sandbox.esoz.gateway import API_KEY, UNSCOPED_API_KEY, bearer_token, check_content_type

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    from aiohttp import web

    from sandbox.clock import SandboxClock
    from sandbox.esoz.gateway import Gateway
    from sandbox.esoz.pis.patient import Patient
    from sandbox.esoz.pis.patients import Patients
    from sandbox.esoz.pis.tokens import AccessToken, Grant, Tokens

    Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
    Method = Callable[["Call"], Awaitable[web.StreamResponse]]


@dataclass(frozen=True)
class Call:
    """A call that was let in; `applicant` acts for `patient`, often the same person."""

    request: web.Request
    patient: Patient
    applicant: Patient
    grant: Grant
    now: datetime

    @property
    def is_confidants(self) -> bool:
        return self.patient is not self.applicant


class Gate:
    def __init__(
        self, gateway: Gateway, clock: SandboxClock, tokens: Tokens, patients: Patients
    ) -> None:
        self._gateway = gateway
        self._clock = clock
        self._tokens = tokens
        self._patients = patients

    def open(self, handler: Handler) -> Handler:
        """A method that asks for no token; faults and envelopes as everywhere."""

        async def method(request: web.Request) -> web.StreamResponse:
            check_content_type(request)
            return await handler(request)

        return self._gateway.behind(method)

    def guard(self, method: Method, *allowing: str) -> Handler:
        """`method` for tokens that have any of `allowing` scopes; none for any token."""

        async def handle(request: web.Request) -> web.StreamResponse:
            token = self._token(request)
            has_all = request.headers.get("api-key") == API_KEY
            granted = token.grant.scope.split() if has_all else []
            if allowing and not set(allowing) & set(granted):
                message = "Your scope does not allow to access this resource. Missing allowances: "
                raise answers.forbidden(message + allowing[0])
            approval = token.grant.approval
            patient = self._patients.named(approval.patient_id)
            applicant = self._patients.named(approval.applicant_id)
            now = self._clock.now()
            return await method(Call(request, patient, applicant, token.grant, now))

        return self._gateway.behind(handle)

    def _token(self, request: web.Request) -> AccessToken:
        """In the gateway's order: bearer, api-key, the token itself (GW handler.lua)."""
        check_content_type(request)
        value = bearer_token(request)
        api_key = request.headers.get("api-key")
        if api_key is None:
            raise answers.access_denied("API-KEY header required")
        if api_key not in {API_KEY, UNSCOPED_API_KEY}:
            raise answers.access_denied("Invalid api key")
        token = self._tokens.live(value)
        if token is None:
            raise answers.access_denied("Invalid access token")
        return token
