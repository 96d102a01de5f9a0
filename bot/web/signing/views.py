"""The pages that are looked at; a look consumes nothing, so a preview of the link does no harm."""

from __future__ import annotations

from base64 import b64encode
from http import HTTPStatus
from typing import TYPE_CHECKING

from aiohttp import web

from bot.domain.signing.session import (
    AT_WORK,
    REQUEST_LIFETIME,
    Provider,
    SessionState,
)
from bot.i18n import Language
from bot.web.signing import end_words
from bot.web.signing.qr import qr_svg
from bot.web.signing.rendering import ALWAYS, printed_form
from bot.web.signing.site import LeadsToEnd, page_words, path_of
from bot.web.signing.way_words import ways
from bot.web.signing.words import (
    diia_words,
    file_words,
    start_words,
    subject_rows,
    wait_words,
    ways_words,
    widget_words,
)

if TYPE_CHECKING:
    from bot.domain.signing.session import SignSession
    from bot.web.signing.rendering import PageWords
    from bot.web.signing.site import Site

_RENEWED_AFTER = REQUEST_LIFETIME * 5 / 6


class Views:
    def __init__(self, site: Site) -> None:
        self._site = site

    def routes(self) -> list[web.AbstractRouteDef]:
        guarded = self._site.guarded
        return [
            web.get("/sign/{id}", guarded(self._page)),
            web.get("/sign/{id}/state", guarded(self._state)),
            web.get("/sign/{id}/form", guarded(self._form)),
            web.get("/sign/{id}/document", guarded(self._document)),
            web.get("/sign/{id}/diia", guarded(self._diia)),
            web.get("/sign/{id}/file", guarded(self._file)),
            web.get("/sign/{id}/widget", guarded(self._widget)),
        ]

    async def _page(self, request: web.Request) -> web.StreamResponse:
        session = await self._site.session(request)
        words = page_words(request, session)
        if session.state is SessionState.NEW:
            w = start_words(words, session)
            return self._site.show(request, "start.html", words, w=w, session=session)
        if not self._site.browsers.has(request, session):
            raise LeadsToEnd(self._site.not_mine(words, session), words)
        await self._remember_language(request, session)
        if session.state in AT_WORK:
            w = wait_words(words, session)
            return self._site.show(request, "wait.html", words, w=w, session=session)
        if session.state is SessionState.WAITING and "ways" not in request.query:
            raise web.HTTPSeeOther(f"{path_of(request)}/diia")
        if session.state in {SessionState.OPENED, SessionState.WAITING}:
            return self.ways_page(request, session, words)
        return self._site.show_end(request, end_words.ended(words, session), words)

    def ways_page(
        self,
        request: web.Request,
        session: SignSession,
        words: PageWords,
        notice: str = "",
    ) -> web.Response:
        """Show what is signed and how; `notice` is a trouble that is not the signature's."""
        site = self._site
        w = ways_words(words, session)
        if notice:
            w |= {
                "problem_title": words.t("page", "This way does not work now"),
                "problem": notice,
            }
        return site.show(
            request,
            "ways.html",
            words,
            status=HTTPStatus.SERVICE_UNAVAILABLE if notice else HTTPStatus.OK,
            w=w,
            session=session,
            subject=subject_rows(words, session),
            ways=ways(words, site.ways.offered),
            token=site.browsers.form_token(request, session),
            content=b64encode(session.content).decode(),
            test_signer=site.ways.test_signer,
            test_return=f"{site.origin}{path_of(request)}/test",
        )

    async def _state(self, request: web.Request) -> web.StreamResponse:
        session = await self._site.session(request)
        if not self._site.browsers.has(request, session):
            raise web.HTTPForbidden
        return web.json_response({"state": session.state.value}, headers=ALWAYS)

    async def _form(self, request: web.Request) -> web.StreamResponse:
        session = await self._site.mine(request)
        if session.document_html is None:
            raise web.HTTPNotFound
        return printed_form(session.document_html)

    async def _document(self, request: web.Request) -> web.StreamResponse:
        """Give the frozen bytes, to be signed in another program."""
        session = await self._site.mine(request)
        name = {"Content-Disposition": 'attachment; filename="document.json"'}
        headers = {**name, **ALWAYS, "Content-Security-Policy": "sandbox; default-src 'none'"}
        return web.Response(
            body=session.content, content_type="application/octet-stream", headers=headers
        )

    async def _diia(self, request: web.Request) -> web.StreamResponse:
        session = await self._site.mine(request)
        if session.state is not SessionState.WAITING or session.provider is not Provider.DIIA:
            raise web.HTTPSeeOther(path_of(request))
        words = page_words(request, session)
        await self._remember_language(request, session)
        last = await self._site.sessions.last_request(session.key)
        good = last if last and last.is_good(self._site.clock.now()) else None
        return self._site.show(
            request,
            "diia.html",
            words,
            w=diia_words(words, session),
            session=session,
            offer=good,
            qr=qr_svg(good.deeplink) if good else "",
            renew_at=(good.made_at + _RENEWED_AFTER).timestamp() * 1000 if good else "",
            token=self._site.browsers.form_token(request, session),
        )

    async def _file(self, request: web.Request) -> web.StreamResponse:
        session = await self._site.mine(request)
        await self._remember_language(request, session)
        return self.file_page(request, session, page_words(request, session))

    def file_page(
        self, request: web.Request, session: SignSession, words: PageWords, problem: str = ""
    ) -> web.Response:
        return self._site.show(
            request,
            "file.html",
            words,
            status=HTTPStatus.UNPROCESSABLE_ENTITY if problem else HTTPStatus.OK,
            w=file_words(words, problem or session.problem),
            token=self._site.browsers.form_token(request, session),
        )

    async def _widget(self, request: web.Request) -> web.StreamResponse:
        session = await self._site.mine(request)
        if Provider.WIDGET not in self._site.ways.offered:
            raise web.HTTPSeeOther(path_of(request))
        words = page_words(request, session)
        await self._remember_language(request, session)
        return self._site.show(
            request,
            "widget.html",
            words,
            with_widget=True,
            w=widget_words(words),
            widget=self._site.ways.widget,
            widget_script=self._site.ways.widget_script,
            content=b64encode(session.content).decode(),
            token=self._site.browsers.form_token(request, session),
        )

    async def _remember_language(self, request: web.Request, session: SignSession) -> None:
        asked = request.query.get("lang")
        if asked in set(Language) and asked != session.language:
            await self._site.sessions.translate(session.key, str(asked))
