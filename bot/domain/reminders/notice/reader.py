"""One message of a clinic, read as a whole."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.domain.reminders.notice.cleaning import (
    cleaned,
    phones_of,
    without_other_times,
    without_phones,
)
from bot.domain.reminders.notice.entities import note_of, place_of, what_of
from bot.domain.reminders.notice.kinds import kind_of
from bot.domain.reminders.notice.notice import Notice, NoticeKind
from bot.domain.reminders.phrase.days import (
    take_named_date,
    take_numeric_date,
    take_weekday,
)
from bot.domain.reminders.phrase.line import Line
from bot.domain.reminders.phrase.relative_days import take_relative_day
from bot.domain.reminders.phrase.times import take_time, take_weak_time

if TYPE_CHECKING:
    from datetime import date, time

_LONGEST_MESSAGE = 1000
_LONGEST_NOTE = 200
_LATELY = timedelta(days=60)
"""A date without a year that has just passed is this year's, not the next one's."""
_FROM_TO = re.compile(
    r"(?<!\w)(?:з|із|с)\s+(?P<old>[^\n]{0,20}?\d[^\n]{0,40}?)\s+на\s+(?=\S*\s?\d|\w+,)"
)


def read_notice(text: str, today: date) -> Notice | None:
    """Read a message of a clinic; `today` is the day on which it was written.

    None for whatever is surely no booking of the patient's: a booked one without day and time
    is none, since a promise of a visit names both.
    """
    if len(text) > _LONGEST_MESSAGE:
        return None
    kind = kind_of(text)
    if kind is None:
        return None
    body = cleaned(text)
    times = without_other_times(body)
    old = _FROM_TO.search(times) if kind is NoticeKind.MOVED else None
    day, at = _moment(times[old.end() :] if old else times, today)
    if day is None or (at is None and kind is not NoticeKind.CANCELLED):
        return None
    old_day, old_at = _moment(old["old"], today) if old else (None, None)
    words = without_phones(body)
    return Notice(
        kind,
        day,
        at,
        what=what_of(words),
        place=place_of(words),
        phone=next(iter(phones_of(body)), ""),
        note=note_of(words)[:_LONGEST_NOTE],
        old_day=old_day,
        old_at=old_at,
    )


def _moment(text: str, today: date) -> tuple[date | None, time | None]:
    """Return day and time; a date says it better than «завтра» or the day of the week."""
    line, lately = Line(" ".join(text.split())), today - _LATELY
    day = take_named_date(line, lately)
    dated = line.plain
    day = day or take_numeric_date(line, lately)
    at = take_time(line)
    if at is None and day and line.plain != dated:
        # 10.12 at 10.12: what was taken for a date may have been the time
        at = take_weak_time(line)
    if day is None:
        relative = take_relative_day(line, today)
        day = relative.day if relative else take_weekday(line, today)
    return day, at or take_weak_time(line, line.cut_at if day else None)
