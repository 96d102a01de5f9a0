"""What comes from outside: Дія with a signature, and the browser from ЕСОЗ's consent page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import structlog
from aiohttp import web

from bot.clients.signing.diia_callback import read_callback
from bot.domain.signing.one_time import hash_of
from bot.errors import InvalidInput, Unavailable
from bot.web.signing import end_words
from bot.web.signing.site import LeadsToEnd, page_words

if TYPE_CHECKING:
    from bot.domain.cabinet.signed_in import SignInResult
    from bot.domain.signing.session import SignSession
    from bot.services.receive_from_diia import ReceiveFromDiia
    from bot.web.signing.site import Site

log = structlog.get_logger(__name__)

DIIA_PATH = "/callbacks/diia"
OAUTH_PATH = "/oauth/callback"


class FinishesSignIn(Protocol):
    """`FinishSignIn`."""

    async def __call__(
        self,
        *,
        session: SignSession,
        state: str,
        code: str = "",
        error: str = "",
        error_description: str = "",
    ) -> SignInResult: ...


class Callbacks:
    """Without `from_diia` that way is not offered; without `finish_sign_in` nobody signs in."""

    def __init__(
        self,
        site: Site,
        *,
        from_diia: ReceiveFromDiia | None,
        finish_sign_in: FinishesSignIn | None,
    ) -> None:
        self._site = site
        self._from_diia = from_diia
        self._finish_sign_in = finish_sign_in

    def routes(self) -> list[web.AbstractRouteDef]:
        routes: list[web.AbstractRouteDef] = []
        if self._from_diia:
            routes.append(web.post(DIIA_PATH, self._diia))
        if self._finish_sign_in:
            routes.append(web.get(OAUTH_PATH, self._site.guarded(self._signed_in)))
        return routes

    async def _diia(self, request: web.Request) -> web.Response:
        """Say yes once it is stored; the same to what nobody asked for, which learns nothing."""
        try:
            callback = read_callback(request.headers, await request.read())
            await self._store(callback.request_id, callback.signatures)
        except (InvalidInput, web.HTTPRequestEntityTooLarge):
            log.warning("diia callback cannot be read")
        except Unavailable:
            # Дія brings it again
            return web.json_response({"success": False}, status=503)
        return web.json_response({"success": True})

    async def _store(self, request_id: str, signatures: tuple[bytes, ...]) -> None:
        """One document was given to be signed: several signatures are none of ours."""
        if self._from_diia is None or len(signatures) != 1:
            raise InvalidInput("diia_callback")
        if not await self._from_diia(request_id=request_id, container=signatures[0]):
            log.warning("diia callback for no request of ours")

    async def _signed_in(self, request: web.Request) -> web.StreamResponse:
        """Finish the sign-in in the browser that began it, and in no other."""
        secret = self._site.browsers.secret(request)
        session = secret and await self._site.sessions.handed_over(
            hash_of(secret), self._site.clock.now()
        )
        if not session or self._finish_sign_in is None:
            words = page_words(request, None)
            raise LeadsToEnd(end_words.stranger(words), words)
        words = page_words(request, session)
        result = await self._finish_sign_in(
            session=session,
            state=request.query.get("state", ""),
            code=request.query.get("code", ""),
            error=request.query.get("error", ""),
            error_description=request.query.get("error_description", ""),
        )
        return self._site.show_end(request, end_words.came_back(words, result), words)
