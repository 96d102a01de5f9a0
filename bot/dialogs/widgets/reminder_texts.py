"""The catalogue of pushed reminders: drawn when they are sent, in the patient's language."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from bot.dialogs.reminder_callbacks import CannotTap, ComingTap, LaterTap, MoveTap, ToldTap
from bot.dialogs.screen import Button, Screen
from bot.dialogs.widgets.moment_words import when
from bot.dialogs.widgets.navigation import menu_button
from bot.dialogs.widgets.own_screens import done_button, stop_button
from bot.dialogs.widgets.visit_words import prepare_button
from bot.domain.reminders import Lead, OccasionKind, wall_of
from bot.domain.requisition import mask
from bot.i18n import Translator, language_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.domain.reminders.decision import DueReminder, DueVisit
    from bot.services.reminder_queue import Push

Row = tuple[Button, ...]
_EVE = frozenset({Lead.THREE_DAYS, Lead.DAY, Lead.SNOOZED})
"""Reminders that come while there is still time to prepare."""


def pushed(push: Push) -> Screen:
    """Return the one message for everything that a chat has to hear now.

    It is read on locked screens, and not only by the patient: it says when, and not what, unless
    the patient wishes otherwise.
    """
    tr = Translator(language_of(push.chat.language))
    told = _once_each(push.reminders)
    lines = [_line(tr, push, one) for one in told]
    menu = (menu_button(tr, fresh=True),)
    if len(told) == 1:
        text = tr.t("reminder", "🔔 Reminder: {what}")
        return Screen(text.replace("{what}", lines[0]), (*_rows(tr, told[0]), menu))
    head = tr.plural("reminder", "🔔 {count} reminder", "🔔 {count} reminders", len(told))
    text = "\n".join([head, *(f"• {line}" for line in lines)])
    return Screen(text, ((_show(tr, told[0]), _later(tr, told[0])), menu))


def _once_each(reminders: Sequence[DueReminder]) -> list[DueReminder]:
    """Two reminders of one visit that come together say the same."""
    seen: set[int] = set()
    once = []
    for one in reminders:
        if one.visit is None or one.visit.id not in seen:
            once.append(one)
        if one.visit:
            seen.add(one.visit.id)
    return once


def _line(tr: Translator, push: Push, one: DueReminder) -> str:
    if one.visit is None:
        return _own(tr, one)
    if one.visit.kind is OccasionKind.VISIT:
        at = when(tr, one.visit.starts_at, push.now, push.chat.zone)
        return f"{at}{_named(one.visit)}"
    return _of_rule(tr, one.visit)


def _own(tr: Translator, one: DueReminder) -> str:
    if one.text:
        return escape(one.text)
    return tr.t("reminder", "what you asked for. Tap “Show”.")


def _named(visit: DueVisit) -> str:
    """What and where, on a line of its own, where the patient wants it shown."""
    if visit.details is None:
        return ""
    parts = [visit.details.what, visit.details.place, visit.for_whom]
    return "\n" + escape(", ".join(filter(None, parts)))


def _of_rule(tr: Translator, visit: DueVisit) -> str:
    if visit.details is None:
        return tr.t("reminder", "there is an important date. Tap “Show”.")
    if visit.kind is OccasionKind.AGE:
        return tr.t(
            "reminder",
            "{name} is {age} today. Tap “Show” to see what changes.",
            name=visit.for_whom or "",
            age=visit.details.what,
        )
    if visit.kind is OccasionKind.REFERRAL:
        return tr.t(
            "reminder",
            "your referral {number} is valid until {date} inclusive.",
            number=mask(visit.details.number),
            date=tr.full_date(wall_of(visit.starts_at, visit.zone).date()),
        )
    return escape(visit.details.what)


def _rows(tr: Translator, one: DueReminder) -> tuple[Row, ...]:
    if one.visit is None:
        return _rows_of_own(tr, one)
    if one.visit.kind is not OccasionKind.VISIT:
        return ((_show(tr, one), _later(tr, one)),)
    key = one.visit.id
    coming = Button(tr.t("reminder", "I will come"), ComingTap(appointment=key))
    cannot = Button(tr.t("reminder", "I cannot come"), CannotTap(appointment=key))
    move = Button(tr.t("reminder", "Move it"), MoveTap(appointment=key))
    # what has to be prepared is known to the card alone: this text is read on locked screens
    prepare = (prepare_button(tr, key),) if one.intent.lead in _EVE else ()
    return (coming, cannot), (move, _later(tr, one)), (_show(tr, one), *prepare)


def _rows_of_own(tr: Translator, one: DueReminder) -> tuple[Row, ...]:
    hidden = () if one.text else ((_show(tr, one),),)
    is_again = one.intent.recurrence is not None or one.intent.lead is Lead.SNOOZED
    stop = ((stop_button(tr, one.id),),) if is_again else ()
    return ((done_button(tr, one.id), _later(tr, one)), *hidden, *stop)


def _show(tr: Translator, one: DueReminder) -> Button:
    return Button(tr.t("reminder", "Show"), ToldTap(reminder=one.id))


def _later(tr: Translator, one: DueReminder) -> Button:
    return Button(tr.t("reminder", "Remind me later"), LaterTap(reminder=one.id))
