"""Words about a reminder of the patient's own that screens share."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

from bot.dialogs.own_callbacks import OwnListTap
from bot.dialogs.screen import Button
from bot.dialogs.widgets.directory_words import capitalised, shortened
from bot.dialogs.widgets.visit_words import moment_text
from bot.domain.reminders import Every

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime, time

    from bot.domain.reminders import OwnReminder, Recurrence
    from bot.i18n import Translator

_LONGEST_LINE = 80


def often_text(tr: Translator, recurrence: Recurrence, at: time) -> str:
    """Return how often and at what time, as a line of its own."""
    clock = tr.clock_time(at)
    if recurrence.every is Every.DAY:
        return tr.t("own", "Every day, {time}", time=clock)
    days = weekdays_text(tr, recurrence.weekdays)
    return tr.t("own", "Every week: {days}, {time}", days=days, time=clock)


def weekdays_text(tr: Translator, weekdays: Iterable[int]) -> str:
    return ", ".join(tr.weekday(number) for number in sorted(weekdays))


def own_time_text(tr: Translator, own: OwnReminder, now: datetime, zone: str) -> str:
    """Return when a reminder comes: how often, or the one time."""
    intent = own.intent
    if intent.recurrence is None:
        return moment_text(tr, intent.due_at, now, zone)
    weekdays = intent.recurrence.weekdays or frozenset({intent.wall.weekday()})
    named = replace(intent.recurrence, weekdays=weekdays)
    return often_text(tr, named, intent.wall.time())


def own_line(tr: Translator, own: OwnReminder, now: datetime, zone: str) -> str:
    """Return when a reminder comes, and the beginning of its words."""
    words = escape(shortened(capitalised(own.text), _LONGEST_LINE))
    return f"<b>{own_time_text(tr, own, now, zone)}</b>: {words}"


def own_text(tr: Translator, own: OwnReminder, now: datetime, zone: str) -> str:
    """Return a reminder in full: its words, when it comes, its last day, its next time."""
    lines = [
        f"<b>{escape(capitalised(own.text))}</b>",
        own_time_text(tr, own, now, zone),
    ]
    again = own.intent.recurrence
    if again and again.until:
        lines.append(tr.t("own", "Last day: {day}", day=tr.full_date(again.until)))
    if again:
        next_at = moment_text(tr, own.intent.due_at, now, zone)
        lines.append(tr.t("own", "Next: {when}", when=next_at))
    return "\n".join(lines)


def own_list_button(tr: Translator) -> Button:
    return Button(tr.t("own", "My own reminders"), OwnListTap())
