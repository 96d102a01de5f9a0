"""HTTP to the patient's API: our key, the patient's token, and every failure as our own error."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol, TypeVar
from uuid import uuid4

import structlog
from pydantic import ValidationError

from bot.clients.esoz.envelope import Answer
from bot.clients.esoz.patience import Patience
from bot.clients.esoz.pis.verdict import refused
from bot.clients.esoz.transport import Access, failures_as_unavailable, open_client
from bot.errors import EsozUnavailable, Outage, Unavailable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import httpx

    from bot.domain.clock import Clock

    class Judge(Protocol):
        """Makes the error to raise of an answer that is no success."""

        def __call__(self, response: httpx.Response, *, request_id: str) -> Exception: ...


A = TypeVar("A", bound=Answer)
Params = dict[str, str | int]

_log = structlog.get_logger(__name__)
_PATIENCE = Patience()


class NoAnswer(Answer):
    """What is expected of a call whose answer nobody reads, and of 204."""


class PisTransport:
    """The one way to the patient's API and to sign-in; close it with `aclose`."""

    def __init__(
        self, base_url: str, api_key: str, *, clock: Clock, patience: Patience = _PATIENCE
    ) -> None:
        self._clock = clock
        self._patience = patience
        self._client = open_client(Access(base_url, token=None, api_key=api_key), patience)

    async def aclose(self) -> None:
        await self._client.aclose()

    async def get(
        self, path: str, *, answer: type[A], token: str | None = None, params: Params | None = None
    ) -> A:
        """Ask, again after an outage that may pass; `token` and what is raised as of `send`."""

        async def attempt() -> A:
            request = self._client.build_request("GET", path, params=params)
            return await self._attempt(request, answer, token)

        with _as_esoz():
            async with self._patience.limit():
                return await self._patience.retry(attempt, clock=self._clock)

    async def send(
        self,
        method: str,
        path: str,
        *,
        answer: type[A],
        token: str | None = None,
        body: Mapping[str, object] | None = None,
        judge: Judge = refused,
    ) -> A:
        """Change something, once: after an outage nobody knows whether it was done.

        `token` is None for what our key alone lets in. Raises what `judge` makes of a refusal: by
        default EsozRefused, NotFound, Unavailable, and TokenRefused when ЕСОЗ does not take the
        token, so that nothing was done.
        """
        with _as_esoz():
            async with self._patience.limit():
                request = self._client.build_request(method, path, json=body or {})
                return await self._attempt(request, answer, token, judge)

    async def _attempt(
        self, request: httpx.Request, answer: type[A], token: str | None, judge: Judge = refused
    ) -> A:
        request_id = str(uuid4())
        request.headers["X-Request-ID"] = request_id
        if token:
            request.headers["Authorization"] = f"Bearer {token}"
        with failures_as_unavailable():
            response = await self._client.send(request)
        if not response.is_success:
            raise judge(response, request_id=request_id)
        return _read(response, answer, request_id)


@contextmanager
def _as_esoz() -> Iterator[None]:
    """Say that it is ЕСОЗ that gives no answer: our own records have failed in other words."""
    try:
        yield
    except Unavailable as outage:
        raise EsozUnavailable(outage.reason, retry_after=outage.retry_after) from outage


def _read(response: httpx.Response, answer: type[A], request_id: str) -> A:
    if answer is NoAnswer:
        return answer()
    try:
        return answer.model_validate_json(response.content)
    except ValidationError as error:
        _log.warning("esoz_pis_answer_unreadable", request_id=request_id)
        raise Unavailable(Outage.GARBAGE) from error
