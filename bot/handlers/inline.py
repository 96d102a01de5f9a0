"""Inline mode: somebody types the bot's name and a topic in any chat, and sends the card."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from aiogram import Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
)

from bot.content import topics
from bot.content.topic_links import topic_link
from bot.content.topic_search import TopicSearch
from bot.dialogs.screen import Button, Screen
from bot.dialogs.widgets.knowledge import card_text, first_line

if TYPE_CHECKING:
    from aiogram import Bot
    from aiogram.types import InlineQuery

    from bot.content import Topic
    from bot.i18n import Translator
    from bot.services import Services

START_FROM_INLINE: Final = "inline"
"""The deep link of the button above the cards; it leads to the menu."""

_CACHE_SECONDS: Final = 300
_MOST_CARDS: Final = 20
_FIRST = ("paper-demanded", "not-found", "lost-number", "no-referral-list", "declaration")
"""What is offered before a word is typed: what callers ask most (reference/domain.md §9)."""

router = Router(name="inline")


@router.inline_query()
async def on_inline_query(
    query: InlineQuery, tr: Translator, services: Services, bot: Bot
) -> None:
    """Offer cards; nothing of what was typed is kept."""
    found = TopicSearch(services.understand)(query.query, limit=_MOST_CARDS)
    if not query.query.strip():
        found = [topics()[slug] for slug in _FIRST]
    username = (await bot.me()).username or ""
    try:
        await query.answer(
            [_card(tr, entry, username) for entry in found],
            cache_time=_CACHE_SECONDS,
            is_personal=True,  # the cards speak the person's language
            button=InlineQueryResultsButton(
                text=_button_text(tr, has_found=bool(found)), start_parameter=START_FROM_INLINE
            ),
        )
    except TelegramBadRequest as refusal:
        # who types on has a newer query, and this one is answered too late
        if "query is too old" not in refusal.message:
            raise


def _card(tr: Translator, entry: Topic, username: str) -> InlineQueryResultArticle:
    in_the_bot = Button(tr.t("inline", "Open in the bot"), url=topic_link(username, entry))
    return InlineQueryResultArticle(
        id=entry.slug,
        title=entry.title.get(tr.language),
        description=first_line(tr, entry),
        input_message_content=InputTextMessageContent(
            message_text=card_text(tr, entry),
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        ),
        reply_markup=Screen("", ((in_the_bot,),)).keyboard(),
    )


def _button_text(tr: Translator, *, has_found: bool) -> str:
    if has_found:
        return tr.t("inline", "Open the assistant")
    return tr.t("inline", "Nothing found. Ask in the bot")
