"""The forms of the pages: open, choose a way, give a signature, do not sign."""

from __future__ import annotations

from base64 import b64decode
from binascii import Error
from typing import TYPE_CHECKING

from aiohttp import web

from bot.domain.signing.session import Provider
from bot.errors import Conflict, SignatureProblem, SignatureRefused, Unavailable
from bot.i18n import Language
from bot.services.receive_signature import MOST_BYTES
from bot.web.signing.rendering import see_other
from bot.web.signing.site import page_words, path_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.domain.signing.session import SignSession
    from bot.services.cancel_signing import CancelSigning
    from bot.services.open_signing import OpenSigning
    from bot.services.receive_signature import ReceiveSignature
    from bot.services.request_diia import RequestDiia
    from bot.web.signing.site import Site
    from bot.web.signing.views import Views


class Forms:
    """Every form brings back the token of its page, but for the first, which has no cookie yet."""

    def __init__(
        self,
        site: Site,
        views: Views,
        *,
        open_signing: OpenSigning,
        receive: ReceiveSignature,
        cancel: CancelSigning,
        request_diia: RequestDiia | None,
    ) -> None:
        self._site = site
        self._views = views
        self._open = open_signing
        self._receive = receive
        self._cancel = cancel
        self._request_diia = request_diia

    def routes(self) -> list[web.AbstractRouteDef]:
        guarded = self._site.guarded
        return [
            web.post("/sign/{id}", guarded(self._bind)),
            web.post("/sign/{id}/diia", guarded(self._diia)),
            web.post("/sign/{id}/file", guarded(self._file)),
            web.post("/sign/{id}/widget", guarded(self._widget)),
            web.post("/sign/{id}/test", guarded(self._test)),
            web.post("/sign/{id}/cancel", guarded(self._cancelled)),
        ]

    async def _bind(self, request: web.Request) -> web.StreamResponse:
        """Give the session to this browser, unless another was first."""
        browsers = self._site.browsers
        browsers.require_own_site(request)
        secret = browsers.secret(request) or browsers.new_secret()
        session = await self._open(link_id=request.match_info["id"], browser=secret)
        if session.is_of(secret):
            lang = (await request.post()).get("lang")
            if lang in set(Language) and lang != session.language:
                await self._site.sessions.translate(session.key, str(lang))
        answer = see_other(path_of(request))
        browsers.remember(answer, secret)
        return answer

    async def _diia(self, request: web.Request) -> web.StreamResponse:
        session, _given = await self._posted(request)
        if self._request_diia is None:
            raise web.HTTPNotFound
        try:
            address = f"{self._site.origin}{path_of(request)}"
            await self._request_diia(session=session, return_url=address)
        except Conflict:
            raise web.HTTPSeeOther(path_of(request)) from None
        except Unavailable:
            words = page_words(request, session)
            notice = words.t(
                "page", "Diia does not answer. Try again in a minute, or choose another way."
            )
            return self._views.ways_page(request, session, words, notice)
        raise web.HTTPSeeOther(f"{path_of(request)}/diia")

    async def _file(self, request: web.Request) -> web.StreamResponse:
        try:
            session, given = await self._posted(request)
        except web.HTTPRequestEntityTooLarge:
            session = await self._site.mine(request)
            problem = SignatureProblem.TOO_LARGE.value
            return self._views.file_page(request, session, page_words(request, session), problem)
        file = given.get("signed")
        container = b""
        if isinstance(file, web.FileField):
            container = file.file.read(MOST_BYTES + 1)
        return await self._received(request, session, container, Provider.FILE)

    async def _widget(self, request: web.Request) -> web.StreamResponse:
        session, given = await self._posted(request)
        container = _decoded(given.get("signed_base64"))
        return await self._received(request, session, container, Provider.WIDGET)

    async def _test(self, request: web.Request) -> web.StreamResponse:
        session, given = await self._posted(request)
        if self._site.ways.test_signer is None:
            raise web.HTTPNotFound
        if given.get("refused"):
            raise web.HTTPSeeOther(path_of(request))
        container = _decoded(given.get("signed_base64"))
        return await self._received(request, session, container, Provider.TEST)

    async def _cancelled(self, request: web.Request) -> web.StreamResponse:
        session, _given = await self._posted(request)
        await self._cancel(telegram_id=session.telegram_id, number=session.key)
        raise web.HTTPSeeOther(path_of(request))

    async def _posted(
        self, request: web.Request
    ) -> tuple[SignSession, Mapping[str, str | bytearray | bytes | web.FileField]]:
        """Return the session of this browser, and a form that our page gave to it."""
        session = await self._site.mine(request)
        given = await request.post()
        self._site.browsers.require_own_form(request, session, str(given.get("token", "")))
        return session, given

    async def _received(
        self, request: web.Request, session: SignSession, container: bytes, provider: Provider
    ) -> web.StreamResponse:
        try:
            await self._receive(key=session.key, container=container, provider=provider)
        except SignatureRefused as refusal:
            words = page_words(request, session)
            return self._views.file_page(request, session, words, refusal.problem.value)
        except Conflict:
            pass  # the page shows how things stand
        raise web.HTTPSeeOther(path_of(request))


def _decoded(given: object) -> bytes:
    """Return what stands there in base64; nothing where it is none."""
    try:
        return b64decode(given if isinstance(given, str) else "", validate=True)
    except (Error, ValueError):
        return b""
