"""Asks Дія to have a document signed by its owner's Дія.Підпис: acquirer API v2.

Source: reference/signature.md §1. Only the SHA-256 of the document goes to Дія. The acquirer's
token stands in the path of an address, so addresses are never logged.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING, Self
from urllib.parse import quote

import httpx
import structlog
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.clients.authorities import trusted_authorities
from bot.clients.esoz.patience import Patience
from bot.clients.esoz.transport import failures_as_unavailable, keep_addresses_out_of_logs
from bot.clients.signing.diia_session import DiiaSession
from bot.errors import Outage, Unavailable

if TYPE_CHECKING:
    from bot.domain.clock import Clock

_log = structlog.get_logger(__name__)
_PATIENCE = Patience()


@dataclass(frozen=True, slots=True)
class DiiaAccess:
    """Where Дія is, and what lets us in: all four are given by Дія to the acquirer."""

    base_url: str
    acquirer_token: str = field(repr=False)
    auth_token: str = field(repr=False)
    branch_id: str
    offer_id: str


class _Answer(BaseModel):
    """Input is hidden in errors: it may hold a token or a link."""

    model_config = ConfigDict(extra="ignore", frozen=True, hide_input_in_errors=True)

    @classmethod
    def read(cls, body: bytes) -> Self:
        """Raises Unavailable(GARBAGE)."""
        try:
            return cls.model_validate_json(body)
        except ValidationError as error:
            raise Unavailable(Outage.GARBAGE) from error


class _Token(_Answer):
    token: str = Field(min_length=1)


class _Offer(_Answer):
    deeplink: str = Field(pattern=r"^https?://")


class DiiaAcquirer:
    """Makes links that open the document in Дія; close it with `aclose`."""

    def __init__(
        self, access: DiiaAccess, *, clock: Clock, patience: Patience = _PATIENCE
    ) -> None:
        keep_addresses_out_of_logs()
        self._access = access
        self._patience = patience
        self._clock = clock
        self._client = httpx.AsyncClient(
            base_url=access.base_url, timeout=patience.timeout(), verify=trusted_authorities()
        )
        self._session = DiiaSession(self._new_token, clock)

    async def aclose(self) -> None:
        await self._client.aclose()

    async def offer(
        self, *, request_id: str, content: bytes, file_name: str, return_url: str
    ) -> str:
        """The link that opens the signing in Дія; take it as good for three minutes at most.

        The answer comes to the callback with the same `request_id`, which nobody may guess. Ask
        again only with a new one: nothing here is sent twice. Raises Unavailable.
        """
        body = self._question(request_id, content, file_name, return_url)
        async with self._patience.limit():
            token = await self._session.token()
            response = await self._ask(token, body)
            if response.status_code == HTTPStatus.UNAUTHORIZED:
                token = await self._session.renewed(token)
                response = await self._ask(token, body)
        return _Offer.read(_require_success(response, "offer").content).deeplink

    def _question(
        self, request_id: str, content: bytes, file_name: str, return_url: str
    ) -> dict[str, object]:
        file_hash = b64encode(hashlib.sha256(content).digest()).decode()
        files = [{"fileName": file_name, "fileHash": file_hash}]
        return {
            "offerId": self._access.offer_id,
            "requestId": request_id,
            "returnLink": return_url,
            "signAlgo": "ECDSA",
            "data": {"hashedFilesSigning": {"hashedFiles": files}},
        }

    async def _ask(self, token: str, body: dict[str, object]) -> httpx.Response:
        branch = quote(self._access.branch_id, safe="")
        with failures_as_unavailable():
            return await self._client.post(
                f"/api/v2/acquirers/branch/{branch}/offer-request/dynamic",
                json=body,
                headers={"Authorization": f"Bearer {token}"},
            )

    async def _new_token(self) -> str:
        return await self._patience.retry(self._attempt_token, clock=self._clock)

    async def _attempt_token(self) -> str:
        acquirer = quote(self._access.acquirer_token, safe="")
        with failures_as_unavailable():
            response = await self._client.get(
                f"/api/v1/auth/acquirer/{acquirer}",
                headers={"Authorization": f"Basic {self._access.auth_token}"},
            )
        return _Token.read(_require_success(response, "session").content).token


def _require_success(response: httpx.Response, call: str) -> httpx.Response:
    """Raises Unavailable: ACCESS for whatever the operator has to put right with Дія."""
    if response.is_success:
        return response
    reason = Outage.GARBAGE
    if response.is_server_error:
        reason = Outage.DOWN
    elif response.status_code == HTTPStatus.TOO_MANY_REQUESTS:
        reason = Outage.RATE_LIMIT
    elif response.is_client_error:
        reason = Outage.ACCESS
    _log.warning("diia_refused", call=call, status=response.status_code, reason=reason.value)
    raise Unavailable(reason)
