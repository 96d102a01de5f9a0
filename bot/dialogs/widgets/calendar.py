"""A month to choose a day from: weeks from Monday, and only what is still to come."""

from __future__ import annotations

from calendar import Calendar
from datetime import date, timedelta
from typing import TYPE_CHECKING

from babel.dates import format_date

from bot.dialogs.screen import Button
from bot.dialogs.visit_callbacks import DayTap, Idle, IdleTap, MonthTap

if TYPE_CHECKING:
    from bot.i18n import Translator

    Row = tuple[Button, ...]

_MONTHS_AHEAD = 24
_WEEK = 7


def calendar_rows(tr: Translator, month: date, today: date) -> tuple[Row, ...]:
    """Return the month of `month`: its name, the days of the week, the days, earlier and later.

    Days before `today` cannot be chosen; nor can months before it, or after two years. Weeks that
    are wholly past are left out, so that all of it is on one screen of a phone.
    """
    first = _held(month, today).replace(day=1)
    weeks = Calendar().monthdatescalendar(first.year, first.month)
    titles = tuple(_idle(tr.weekday(number), Idle.TITLE) for number in range(_WEEK))
    return (
        _head(tr, first, today),
        titles,
        *(tuple(_day(day, first, today) for day in week) for week in weeks if week[-1] >= today),
    )


def _head(tr: Translator, first: date, today: date) -> Row:
    """The name of the month, between the ways to the one before and the one after."""
    before, after = first - timedelta(days=1), _next_month(first)
    name = format_date(first, "LLLL y", locale=tr.language)
    row = [_idle(name[:1].upper() + name[1:], Idle.TITLE)]
    if before >= today.replace(day=1):
        row.insert(0, Button("‹", MonthTap(day=before.toordinal())))
    if after <= _last(today):
        row.append(Button("›", MonthTap(day=after.toordinal())))
    return tuple(row)


def _day(day: date, first: date, today: date) -> Button:
    if day.month != first.month:
        return _idle("·", Idle.TITLE)
    if day < today:
        return _idle("·", Idle.PAST)
    return Button(str(day.day), DayTap(day=day.toordinal()))


def _idle(text: str, why: Idle) -> Button:
    return Button(text, IdleTap(why=why))


def _next_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)


def _last(today: date) -> date:
    year, month = divmod(today.year * 12 + today.month - 1 + _MONTHS_AHEAD, 12)
    return date(year, month + 1, 1)


def _held(month: date, today: date) -> date:
    return min(max(month, today), _last(today))
