"""Calls in a patient's name, with a new access token when ЕСОЗ takes the old one no more."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from bot.clients.esoz.envelope import Answer
from bot.clients.esoz.pis.verdict import TokenRefused
from bot.errors import SignInEnded

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from bot.clients.esoz.pis.transport import Params, PisTransport
    from bot.domain.cabinet import Acting
    from bot.services.session_ports import TokenRenewal

A = TypeVar("A", bound=Answer)
T = TypeVar("T")


class UserCalls:
    """A refused token means that nothing was done, so a change may be sent again after it."""

    def __init__(self, transport: PisTransport, renewal: TokenRenewal) -> None:
        self._transport = transport
        self._renewal = renewal

    async def get(
        self, acting: Acting, path: str, answer: type[A], params: Params | None = None
    ) -> A:
        """Raises EsozRefused, NotFound, SignInEnded, Unavailable."""

        async def call(token: str) -> A:
            return await self._transport.get(path, answer=answer, token=token, params=params)

        return await self._with_token(acting, call)

    async def send(
        self,
        acting: Acting,
        method: str,
        path: str,
        answer: type[A],
        body: Mapping[str, object] | None = None,
    ) -> A:
        """Raises as `get`; after Unavailable it may have been done."""

        async def call(token: str) -> A:
            return await self._transport.send(method, path, answer=answer, token=token, body=body)

        return await self._with_token(acting, call)

    async def _with_token(self, acting: Acting, call: Callable[[str], Awaitable[T]]) -> T:
        try:
            return await call(acting.access_token)
        except TokenRefused:
            renewed = await self._renewal.renewed(acting)
        try:
            return await call(renewed.access_token)
        except TokenRefused as error:
            await self._renewal.ended(acting)
            raise SignInEnded from error
