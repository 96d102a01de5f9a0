"""What every page of the hotline needs: its language, its words, its frame."""

from __future__ import annotations

from dataclasses import dataclass
from functools import wraps
from http import HTTPStatus
from typing import TYPE_CHECKING

from aiohttp import web

from bot.errors import NotFound, Unavailable
from bot.i18n import Language, Translator, language_name
from bot.web.hotline import words as page_texts
from bot.web.signing.rendering import PageWords

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.domain.clock import Clock
    from bot.web.signing.rendering import Pages

    Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

HOME = "/hotline"
STATS = "/hotline/stats"


@dataclass(frozen=True, slots=True)
class HotlineSite:
    """`bot_username` is asked of Telegram, which may be away: None then."""

    pages: Pages
    clock: Clock
    bot_username: Callable[[], Awaitable[str | None]]

    def show(
        self,
        request: web.Request,
        template: str,
        words: PageWords,
        *,
        status: HTTPStatus = HTTPStatus.OK,
        **context: object,
    ) -> web.Response:
        shown = {
            "language": words.language.value,
            "other_language": other_language(request, words.language),
            "frame": page_texts.frame_words(words),
            "suffix": suffix(words.language),
            "home": HOME,
            "stats": STATS,
            **context,
        }
        answer = self.pages.show(f"hotline/{template}", shown, status=status)
        answer.enable_compression()
        return answer

    def guarded(self, handler: Handler) -> Handler:
        """Let nothing but pages come out of a handler."""

        @wraps(handler)
        async def answer(request: web.Request) -> web.StreamResponse:
            words = words_of(request)
            try:
                return await handler(request)
            except (NotFound, web.HTTPNotFound):
                texts, status = page_texts.not_found_words(words), HTTPStatus.NOT_FOUND
            except Unavailable:
                texts, status = page_texts.outage_words(words), HTTPStatus.SERVICE_UNAVAILABLE
            except web.HTTPForbidden:
                texts, status = page_texts.not_allowed_words(words), HTTPStatus.FORBIDDEN
            return self.show(request, "message.html", words, status=status, w=texts)

        return answer


def words_of(request: web.Request) -> PageWords:
    """Speak the language that the address asks for; Ukrainian where it asks for none."""
    asked = request.query.get("lang")
    return PageWords(Translator(Language(asked) if asked in set(Language) else Language.UK))


def suffix(language: Language) -> str:
    """Return what a link within the pages ends in, so that the language stays."""
    return "" if language is Language.UK else f"?lang={language.value}"


def other_language(request: web.Request, language: Language) -> dict[str, str]:
    """Return the way to the same page, with what was asked of it, in the other language."""
    other = Language.EN if language is Language.UK else Language.UK
    query = {name: value for name, value in request.query.items() if name != "lang"}
    address = request.rel_url.with_query({**query, "lang": other.value})
    return {"code": other.value, "name": language_name(other), "address": str(address)}
