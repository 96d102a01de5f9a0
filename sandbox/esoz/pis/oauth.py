"""`/oauth/nonce`, `/oauth/tokens`, `/auth/logout` (esoz.md §1.3).

Refusals of tokens are those of Mithril, the open part of the same authorization server.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from aiohttp import web

from sandbox.esoz import answers
from sandbox.esoz.answers import EsozError
from sandbox.esoz.bodies import json_object, wrong_body

if TYPE_CHECKING:
    from sandbox.clock import SandboxClock
    from sandbox.esoz.pis.approvals import Approvals
    from sandbox.esoz.pis.client import Client
    from sandbox.esoz.pis.gate import Call, Gate
    from sandbox.esoz.pis.tokens import AccessToken, Grant, Tokens

_OTHER_REDIRECT = "The redirection URI provided does not match a pre-registered value."
_REVOKED = "Resource owner revoked access for the client."


class OAuth:
    def __init__(
        self,
        *,
        clock: SandboxClock,
        client: Client,
        tokens: Tokens,
        approvals: Approvals,
    ) -> None:
        self._clock = clock
        self._client = client
        self._tokens = tokens
        self._approvals = approvals

    def routes(self, gate: Gate) -> list[web.AbstractRouteDef]:
        return [
            web.post("/esoz/oauth/nonce", gate.open(self.nonce)),
            web.post("/esoz/oauth/tokens", gate.open(self.exchange)),
            web.post("/esoz/auth/logout", gate.guard(self.log_out)),
        ]

    async def nonce(self, request: web.Request) -> web.Response:
        body = await json_object(request)
        if _required(body, "client_id", "$") != self._client.id:
            raise _refused("invalid_client", "Invalid client id.")
        return answers.single(request, {"token": self._tokens.nonce(self._client.id)})

    async def exchange(self, request: web.Request) -> web.Response:
        body = (await json_object(request)).get("token")
        if not isinstance(body, dict):
            raise wrong_body("$.token", "required", "required property token was not present")
        kind = _required(body, "grant_type", "$.token")
        self._check_client(body)
        if kind == "authorization_code":
            grant = self._from_code(body)
        elif kind == "refresh_token":
            grant = self._from_refresh(body)
        else:
            raise wrong_body("$.token.grant_type", "inclusion", "value is not allowed in enum")
        token = self._tokens.access(grant)
        return answers.single(request, self.record(token, kind), HTTPStatus.CREATED)

    async def log_out(self, call: Call) -> web.Response:
        call.grant.is_ended = True
        return answers.single(call.request, {})

    def record(self, token: AccessToken, grant_type: str) -> dict[str, Any]:
        """Access_Token, or Access_Token_1 for a refresh, which names no refresh token."""
        grant, approval = token.grant, token.grant.approval
        details: dict[str, Any] = {
            "app_id": approval.id,
            "applicant_user_id": approval.applicant_user_id,
            "applicant_person_id": approval.applicant_id,
            "scope": grant.scope,
        }
        if grant_type == "authorization_code":
            details |= {"refresh_token": grant.refresh_token, "redirect_uri": grant.redirect_uri}
        return {
            "value": token.value,
            "name": "access_token",
            "id": token.id,
            "user_id": approval.user_id,
            "user": {"person_id": approval.patient_id},
            "expires_at": int(token.expires_at.timestamp()),
            "details": details | {"grant_type": grant_type, "client_id": approval.client_id},
        }

    def _check_client(self, body: dict[str, Any]) -> None:
        given = (
            _required(body, "client_id", "$.token"),
            _required(body, "client_secret", "$.token"),
        )
        if given != (self._client.id, self._client.secret):
            raise _refused("invalid_client", "Invalid client id or secret.")

    def _from_code(self, body: dict[str, Any]) -> Grant:
        """Spend the code. Raises EsozError."""
        code = self._tokens.code_named(_required(body, "code", "$.token"))
        redirect_uri = _required(body, "redirect_uri", "$.token")
        if code is None:
            raise _refused("invalid_grant", "Token not found.")
        if code.is_used:
            raise _refused("invalid_grant", "Token has already been used.")
        if code.expires_at <= self._clock.now():
            raise _refused("invalid_grant", "Token expired.")
        if code.redirect_uri != redirect_uri:
            raise _refused("invalid_grant", _OTHER_REDIRECT)
        if not self._approvals.is_active(code.approval):
            raise _refused("access_denied", _REVOKED)
        code.is_used = True
        return self._tokens.begin(code.approval, code.scope, code.redirect_uri)

    def _from_refresh(self, body: dict[str, Any]) -> Grant:
        grant = self._tokens.grant_of_refresh(_required(body, "refresh_token", "$.token"))
        if grant is None or grant.is_ended:
            raise _refused("invalid_grant", "Token not found.")
        if grant.refresh_until <= self._clock.now():
            raise _refused("invalid_grant", "Token expired.")
        if not self._approvals.is_active(grant.approval):
            raise _refused("access_denied", _REVOKED)
        return grant


def _required(body: dict[str, Any], name: str, path: str) -> str:
    value = body.get(name)
    if not isinstance(value, str) or not value:
        raise wrong_body(f"{path}.{name}", "required", f"required property {name} was not present")
    return value


def _refused(kind: str, message: str) -> EsozError:
    return EsozError(HTTPStatus.UNAUTHORIZED, kind, message)
