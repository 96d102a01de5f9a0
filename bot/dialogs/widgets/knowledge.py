"""How an entry of the knowledge looks: its text, its source, whom to call, what comes next."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.content import is_open, lines, topic, tree
from bot.dialogs.callbacks import TopicTap, TreeTap
from bot.dialogs.screen import Button

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from bot.content import Line, Outcome, Source, Topic
    from bot.i18n import Translator

Row = tuple[Button, ...]
TREE = "tree:"
_TAG = re.compile("<[^>]+>")
BACK_TO_REFERRAL = "referral"
BACK_TO_REFUSALS = "refusals"


def topic_text(tr: Translator, entry: Topic, now: datetime) -> str:
    """Return a topic as a whole message, with the lines to call as they are open at `now`."""
    return joined([f"<b>{entry.title.get(tr.language)}</b>", topic_body(tr, entry, now)])


def card_text(tr: Translator, entry: Topic) -> str:
    """Return a topic as it is sent on to another chat: without what changes by the hour."""
    parts = [
        f"<b>{entry.title.get(tr.language)}</b>",
        entry.body.get(tr.language),
        quoted(entry.say.get(tr.language)) if entry.say else "",
        checked_text(tr, entry.sources, entry.checked_on),
    ]
    return joined(parts)


def first_line(tr: Translator, entry: Topic) -> str:
    """Return the beginning of a topic without tags, for a list."""
    return _TAG.sub("", entry.body.get(tr.language).partition("\n")[0])


def summary_text(tr: Translator, entry: Topic) -> str:
    """Return the core of a topic with its source, for a screen that offers the rest."""
    checked = checked_text(tr, entry.sources[:1], entry.checked_on)
    return joined([entry.body.get(tr.language), checked])


def topic_body(tr: Translator, entry: Topic, now: datetime) -> str:
    """Return a topic without its title, for a screen that has one of its own."""
    parts = [
        entry.body.get(tr.language),
        quoted(entry.say.get(tr.language)) if entry.say else "",
        _long_quote(entry.more.get(tr.language)) if entry.more else "",
        calls_text(tr, entry.call, now),
        checked_text(tr, entry.sources, entry.checked_on),
    ]
    return joined(parts)


def outcome_text(tr: Translator, outcome: Outcome, now: datetime) -> str:
    """Return the end of a question tree: the answer, why, what to show at the desk."""
    desk = outcome.show_at_desk
    parts = [
        outcome.body.get(tr.language),
        _long_quote(outcome.why.get(tr.language)),
        _desk_text(tr, desk.get(tr.language)) if desk else "",
        calls_text(tr, outcome.call, now),
        checked_text(tr, outcome.sources, outcome.checked_on),
    ]
    return joined(parts)


def joined(parts: Iterable[str]) -> str:
    """Join the parts that say something into one message."""
    return "\n\n".join(part for part in parts if part)


def calls_text(tr: Translator, line_ids: tuple[str, ...], now: datetime) -> str:
    return "\n".join(line_text(tr, lines()[line_id], now) for line_id in line_ids)


def line_text(tr: Translator, line: Line, now: datetime) -> str:
    """Return one telephone line: number, name, and whether it answers at `now`."""
    return tr.t(
        "lines",
        "<b>{number}</b>, {name}. {hours}",
        number=line.shown,
        name=line.name.get(tr.language),
        hours=hours_text(tr, line, now),
    )


def hours_text(tr: Translator, line: Line, now: datetime) -> str:
    state = is_open(line, now)
    if state.closes_at:
        return tr.t("lines", "Open now, until {time}.", time=tr.time(state.closes_at))
    if state.opens_at is None:
        return tr.t("lines", "Open day and night.")
    if state.opens_at.date() == now.astimezone(state.opens_at.tzinfo).date():
        return tr.t("lines", "Closed now. Opens today at {time}.", time=tr.time(state.opens_at))
    day, time = tr.day(state.opens_at.date()), tr.time(state.opens_at)
    return tr.t("lines", "Closed now. Opens on {day}, at {time}.", time=time, day=day)


def checked_text(tr: Translator, sources: tuple[Source, ...], checked_on: date) -> str:
    """Return where a statement comes from and the day on which that was checked."""
    return tr.t(
        "knowledge",
        "<i>Source: {sources}. Checked on {date}.</i>",
        sources=", ".join(source.title.get(tr.language) for source in sources),
        date=tr.full_date(checked_on),
    )


def call_rows(tr: Translator, line_ids: Iterable[str]) -> tuple[Row, ...]:
    """Return a button for each line that copies its number."""
    return tuple(
        (
            Button(
                tr.t("lines", "Copy {number}", number=lines()[line_id].shown),
                copies=lines()[line_id].number,
            ),
        )
        for line_id in line_ids
    )


def next_rows(
    tr: Translator, slugs: Iterable[str], *, back: str = "", fresh: bool = False
) -> tuple[Row, ...]:
    """Return a button for each topic or `tree:` that comes next."""
    return tuple((next_button(tr, slug, back=back, fresh=fresh),) for slug in slugs)


def next_button(tr: Translator, slug: str, *, back: str = "", fresh: bool = False) -> Button:
    if slug.startswith(TREE):
        found = tree(slug.removeprefix(TREE))
        return Button(found.short.get(tr.language), TreeTap(slug=found.slug, fresh=fresh))
    short = topic(slug).short.get(tr.language)
    return Button(short, TopicTap(slug=slug, back=back, fresh=fresh))


def _desk_text(tr: Translator, words: str) -> str:
    return tr.t("knowledge", "<b>Show this at the desk:</b>") + f"\n{quoted(words)}"


def quoted(words: str) -> str:
    """Return words to say, set off from the rest."""
    return f"<blockquote>{words}</blockquote>"


def _long_quote(words: str) -> str:
    """Return a quotation that opens at a tap, so that the answer itself stays short."""
    return f"<blockquote expandable>{words}</blockquote>"
