"""How a topic is read: the answer alone, the whole of it, or in the simplest words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.callbacks import Reading, ReadingTap
from bot.dialogs.screen import Button
from bot.dialogs.widgets.knowledge import calls_text, checked_text, joined, quoted

if TYPE_CHECKING:
    from datetime import datetime

    from bot.content import Topic
    from bot.dialogs.widgets.knowledge import Row
    from bot.i18n import Translator


def reading_text(tr: Translator, entry: Topic, now: datetime, way: Reading) -> str:
    """Return a topic as a whole message; its source and date stand under each way of reading."""
    lang = tr.language
    answer = [
        entry.body.get(lang),
        quoted(entry.say.get(lang)) if entry.say else "",
        entry.more.get(lang) if entry.more and way is Reading.MORE else "",
        calls_text(tr, entry.call, now),
    ]
    parts = [entry.easy.get(lang)] if way is Reading.EASY else answer
    checked = checked_text(tr, entry.sources, entry.checked_on)
    return joined([f"<b>{entry.title.get(lang)}</b>", *parts, checked])


def reading_row(tr: Translator, entry: Topic, way: Reading, back: str) -> Row:
    """Return the other ways to read the same topic."""
    labels = {
        Reading.SHORT: tr.t("knowledge", "Short answer"),
        Reading.EASY: tr.t("knowledge", "In simpler words"),
        Reading.MORE: tr.t("knowledge", "In more detail"),
    }
    if not entry.more:
        del labels[Reading.MORE]
    return tuple(
        Button(label, ReadingTap(slug=entry.slug, way=other, back=back))
        for other, label in labels.items()
        if other is not way
    )
