"""What every page of signing needs: the session of a link, its browser, its words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import wraps
from http import HTTPStatus
from typing import TYPE_CHECKING

from aiohttp import web

from bot.domain.signing.one_time import hash_of
from bot.domain.signing.session import OPEN, SessionState, SignSession
from bot.errors import NotFound, Unavailable, Unreadable
from bot.i18n import Language, Translator, language_name, language_of
from bot.web.signing import end_words
from bot.web.signing.rendering import Pages, PageWords, see_other
from bot.web.signing.words import frame_words

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Collection, Mapping

    from bot.domain.clock import Clock
    from bot.domain.signing.session import Provider
    from bot.services.signing_ports import SignSessions
    from bot.web.signing.browser import Browsers
    from bot.web.signing.end_words import End

    Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class LeadsToEnd(Exception):
    """There is nothing to do on the page that was asked for; `end` says why."""

    def __init__(self, end: End, words: PageWords) -> None:
        super().__init__()
        self.end = end
        self.words = words


@dataclass(frozen=True, slots=True)
class Ways:
    """What the operator set up: which ways there are, and where they lead."""

    offered: Collection[Provider]
    test_signer: str | None = None
    widget: str | None = None
    widget_script: str | None = None


@dataclass(frozen=True, slots=True)
class Site:
    """`origin` is where the pages are, without a slash at its end."""

    sessions: SignSessions
    clock: Clock
    pages: Pages
    browsers: Browsers
    origin: str
    ways: Ways

    async def session(self, request: web.Request) -> SignSession:
        """Return the session of the link as it stands; raises LeadsToEnd for no such link."""
        session = await self.sessions.find(hash_of(request.match_info["id"]))
        if session is None:
            words = page_words(request, None)
            raise LeadsToEnd(end_words.unknown(words), words)
        if session.state in OPEN and not session.is_open(self.clock.now()):
            # the tick has not come by yet
            session = replace(session, state=SessionState.EXPIRED, redirect=None)
        return session

    async def mine(self, request: web.Request) -> SignSession:
        """Return a session that this browser opened and that awaits a signature.

        Raises LeadsToEnd, and a redirection to the page that shows how things stand.
        """
        session = await self.session(request)
        if session.state is not SessionState.NEW and not self.browsers.has(request, session):
            words = page_words(request, session)
            raise LeadsToEnd(self.not_mine(words, session), words)
        if session.state not in {SessionState.OPENED, SessionState.WAITING}:
            raise web.HTTPSeeOther(path_of(request))
        return session

    def not_mine(self, words: PageWords, session: SignSession) -> End:
        """Return what another browser may know."""
        if session.state in OPEN or session.state in {
            SessionState.RECEIVED,
            SessionState.VERIFIED,
        }:
            return end_words.elsewhere(words)
        return end_words.ended(words, replace(session, redirect=None))

    def show(
        self,
        request: web.Request,
        template: str,
        words: PageWords,
        *,
        status: HTTPStatus = HTTPStatus.OK,
        with_widget: bool = False,
        **context: object,
    ) -> web.Response:
        shown: Mapping[str, object] = {
            "language": words.language.value,
            "now": int(self.clock.now().timestamp() * 1000),
            "other_language": _other(words.language) if request.match_info.get("id") else None,
            "frame": frame_words(words),
            "path": path_of(request),
            **context,
        }
        return self.pages.show(template, shown, status=status, with_widget=with_widget)

    def show_end(self, request: web.Request, end: End, words: PageWords) -> web.Response:
        return self.show(
            request, "end.html", words, status=end.status, w={"title": end.title}, end=end
        )

    def guarded(self, handler: Handler) -> Handler:
        """Let nothing but pages come out of a handler."""

        @wraps(handler)
        async def answer(request: web.Request) -> web.StreamResponse:
            words = page_words(request, None)
            try:
                return await handler(request)
            except web.HTTPSeeOther as led_on:
                return see_other(str(led_on.location))
            except LeadsToEnd as shown:
                return self.show_end(request, shown.end, shown.words)
            except (Unavailable, Unreadable):
                return self.show_end(request, end_words.outage(words), words)
            except (NotFound, web.HTTPNotFound):
                return self.show_end(request, end_words.unknown(words), words)
            except web.HTTPForbidden:
                return self.show_end(request, end_words.not_allowed(words), words)

        return answer


def path_of(request: web.Request) -> str:
    """Return the path of the link's own page."""
    return f"/sign/{request.match_info.get('id', '')}"


def page_words(request: web.Request, session: SignSession | None) -> PageWords:
    """Speak the language that the address asks for, else the patient's."""
    asked = request.query.get("lang")
    if asked in set(Language):
        return PageWords(Translator(Language(asked)))
    return PageWords(Translator(language_of(session.language if session else None)))


def _other(language: Language) -> dict[str, str]:
    other = Language.EN if language is Language.UK else Language.UK
    return {"code": other.value, "name": language_name(other)}
