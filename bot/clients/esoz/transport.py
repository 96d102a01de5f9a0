"""HTTP to ЕСОЗ: headers, timeouts, retries, and every failure as one of our own errors."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar
from uuid import uuid4

import httpx
import structlog
from pydantic import ValidationError

from bot.clients.authorities import trusted_authorities
from bot.clients.esoz.envelope import Answer
from bot.clients.esoz.patience import Patience
from bot.clients.esoz.verdict import refused
from bot.errors import Outage, Unavailable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from contextlib import AbstractAsyncContextManager

    from bot.domain.clock import Clock

A = TypeVar("A", bound=Answer)

_log = structlog.get_logger(__name__)
_PATIENCE = Patience()


@dataclass(frozen=True, slots=True)
class Access:
    """Where ЕСОЗ is, and what lets us in: a facility's token, our key, the gateway's key.

    The bulk exports want the key alone, so `token` may be None.
    """

    base_url: str
    token: str | None = field(repr=False)
    api_key: str = field(repr=False)
    custom_psk: str | None = field(default=None, repr=False)

    def headers(self) -> dict[str, str]:
        headers = {
            "api-key": self.api_key,
            "Content-Type": "application/json",  # asked for on every call, or 415
        }
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        if self.custom_psk:
            headers["X-Custom-PSK"] = self.custom_psk
        return headers


class Transport:
    """The one way to ask ЕСОЗ; close it with `aclose`."""

    def __init__(self, access: Access, *, clock: Clock, patience: Patience = _PATIENCE) -> None:
        self._clock = clock
        self._patience = patience
        self._client = open_client(access, patience)

    async def aclose(self) -> None:
        await self._client.aclose()

    def limit(self) -> AbstractAsyncContextManager[None]:
        """Bound several questions by the time that one may take; raises Unavailable(TIMEOUT)."""
        return self._patience.limit()

    async def get(self, path: str, *, params: Mapping[str, str | int], answer: type[A]) -> A:
        """Ask, and read the answer as `answer`.

        Raises NotFound when the record is hidden from us, Unavailable for every other failure.
        """

        async def attempt() -> A:
            return await self._attempt(path, params, answer)

        async with self.limit():
            return await self._patience.retry(attempt, clock=self._clock)

    async def _attempt(self, path: str, params: Mapping[str, str | int], answer: type[A]) -> A:
        request_id = str(uuid4())
        response = await self._send(path, params, request_id)
        if response.status_code != httpx.codes.OK:
            raise refused(response, request_id=request_id)
        try:
            return answer.model_validate_json(response.content)
        except ValidationError as error:
            _log.warning("esoz_answer_unreadable", request_id=request_id)
            raise Unavailable(Outage.GARBAGE) from error

    async def _send(
        self, path: str, params: Mapping[str, str | int], request_id: str
    ) -> httpx.Response:
        headers = {"X-Request-ID": request_id}
        with failures_as_unavailable():
            return await self._client.get(path, params=params, headers=headers)


def open_client(access: Access, patience: Patience) -> httpx.AsyncClient:
    keep_addresses_out_of_logs()
    return httpx.AsyncClient(
        base_url=access.base_url,
        headers=access.headers(),
        timeout=patience.timeout(),
        verify=trusted_authorities(),
    )


@contextmanager
def failures_as_unavailable() -> Iterator[None]:
    """Raise Unavailable for whatever httpx raises when no whole answer comes."""
    try:
        yield
    except httpx.TimeoutException as error:
        raise Unavailable(Outage.TIMEOUT) from error
    except httpx.DecodingError as error:
        raise Unavailable(Outage.GARBAGE) from error
    except httpx.TransportError as error:
        raise Unavailable(Outage.DOWN) from error


def keep_addresses_out_of_logs() -> None:
    """At INFO httpx logs every address, and the address of a look-up holds the number."""
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)
