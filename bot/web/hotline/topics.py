"""The operators' pages of topics: search, one topic with all that is told, and for print."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Any

from aiohttp import web
from markupsafe import Markup

from bot.content import topic, topics
from bot.content.topic_links import topic_link
from bot.dialogs.knowledge import topic_screen
from bot.dialogs.widgets.knowledge import first_line
from bot.web.hotline import words as texts
from bot.web.hotline.site import HOME, words_of
from bot.web.signing.qr import qr_svg

if TYPE_CHECKING:
    from bot.content import Topic
    from bot.content.topic_search import TopicSearch
    from bot.web.hotline.site import HotlineSite
    from bot.web.signing.rendering import PageWords


_AROUND_QUOTE = re.compile(r"\s*(<blockquote[^>]*>|</blockquote>)\s*")
"""A quotation has margins of its own here."""


class TopicPages:
    def __init__(self, site: HotlineSite, find: TopicSearch) -> None:
        self._site = site
        self._find = find

    def routes(self) -> list[web.AbstractRouteDef]:
        guarded = self._site.guarded
        return [
            web.get(HOME, guarded(self._home)),
            web.get(f"{HOME}/search", guarded(self._found)),
            web.get(f"{HOME}/topic/{{slug}}", guarded(self._topic)),
        ]

    async def _home(self, request: web.Request) -> web.StreamResponse:
        """Show the search; with `q`, what it found: the form works without JavaScript."""
        words = words_of(request)
        context = self._answer(request, words)
        shelves = _shelves(words) if not context["found"] else ()
        return self._site.show(request, "home.html", words, shelves=shelves, **context)

    async def _found(self, request: web.Request) -> web.StreamResponse:
        """Give the list of what was found, for the page that searches as one types."""
        words = words_of(request)
        return self._site.show(request, "found.html", words, **self._answer(request, words))

    def _answer(self, request: web.Request, words: PageWords) -> dict[str, Any]:
        query = request.query.get("q", "")
        found = [_row(words, entry) for entry in self._find(query)]
        return {
            "w": texts.home_words(words),
            "query": query,
            "found": found,
            "said": texts.found_text(words, len(found)),
        }

    async def _topic(self, request: web.Request) -> web.StreamResponse:
        """Raises NotFound for a slug that no topic has."""
        words = words_of(request)
        entry = topic(request.match_info["slug"])
        screen = topic_screen(words.tr, entry, self._site.clock.now())
        username = await self._site.bot_username()
        link = topic_link(username, entry) if username else ""
        language = words.language
        brief = entry.easy.get(language)
        return self._site.show(
            request,
            "topic.html",
            words,
            w=texts.topic_words(words, entry, username or ""),
            code=entry.code,
            link=link,
            sms=texts.sms_text(words, link) if link else "",
            qr=qr_svg(link) if link else "",
            brief=_markup(brief),
            say=_markup(entry.say.get(language)) if entry.say else "",
            questions=entry.questions.uk,
            seen=_markup(_AROUND_QUOTE.sub(r"\1", screen.text)),
            buttons=[[button.text for button in row] for row in screen.rows],
        )


def _row(words: PageWords, entry: Topic) -> dict[str, object]:
    return {
        "slug": entry.slug,
        "code": entry.code,
        "title": entry.title.get(words.language),
        "hint": first_line(words.tr, entry),
    }


def _shelves(words: PageWords) -> list[tuple[Markup, list[dict[str, object]]]]:
    """Return every topic by the hundred of its code, which is what it is about."""
    in_order = sorted(topics().values(), key=lambda entry: entry.code)
    return [
        (texts.shelf_name(words, hundred), [_row(words, entry) for entry in shelf])
        for hundred, shelf in groupby(in_order, key=lambda entry: entry.code[0])
    ]


def _markup(text: str) -> Markup:
    """Return a text of the knowledge, whose few tags were checked when it was loaded."""
    return Markup(text)  # noqa: S704 - checked when it was loaded
