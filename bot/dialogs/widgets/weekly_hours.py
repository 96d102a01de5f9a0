"""Opening hours in words: the week, and whether it is open now."""

from __future__ import annotations

from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from bot.domain.hours import KYIV, WEEK

if TYPE_CHECKING:
    from datetime import datetime, time

    from bot.domain.directory import Shift, WeeklyHours
    from bot.i18n import Translator


def week_text(tr: Translator, hours: WeeklyHours) -> str:
    """Return a line for each run of days with the same hours; empty when they are not known."""
    days = [(number, _intervals(hours.on(day))) for number, day in enumerate(WEEK)]
    runs = [(same, list(run)) for same, run in groupby(days, key=lambda day: day[1])]
    return "\n".join(
        tr.t(
            "hours",
            "{days} {times}",
            days=_days(tr, run[0][0], run[-1][0]),
            times=", ".join(_interval(tr, *times) for times in same),
        )
        for same, run in runs
        if same
    )


def open_text(tr: Translator, hours: WeeklyHours, now: datetime) -> str:
    """Return whether it is open at `now`, and until or from when; empty when not known."""
    if not hours.is_known:
        return ""
    state = hours.at(now)
    if state.is_open:
        if state.closes_at is None:
            return tr.t("hours", "Open day and night.")
        return tr.t("hours", "Open now until {time}.", time=_clock(tr, state.closes_at))
    if state.opens_at is None:
        return ""
    return _opens_text(tr, state.opens_at, now)


def _opens_text(tr: Translator, opens_at: datetime, now: datetime) -> str:
    today, time = now.astimezone(KYIV).date(), _clock(tr, opens_at)
    if opens_at.date() == today:
        return tr.t("hours", "Closed now. Opens today at {time}.", time=time)
    if opens_at.date() == today + timedelta(days=1):
        return tr.t("hours", "Closed now. Opens tomorrow at {time}.", time=time)
    day = tr.weekday(opens_at.weekday())
    return tr.t("hours", "Closed now. Opens on {day} at {time}.", day=day, time=time)


def _clock(tr: Translator, moment: datetime) -> str:
    """Return the wall time of a moment that is in Kyiv's zone already."""
    return tr.clock_time(moment.time())


def _intervals(shifts: tuple[Shift, ...]) -> tuple[tuple[time, time], ...]:
    return tuple((shift.opens, shift.closes) for shift in shifts)


def _interval(tr: Translator, opens: time, closes: time) -> str:
    first, last = tr.clock_time(opens), tr.clock_time(closes)
    return tr.t("hours", "{first}–{last}", first=first, last=last)


def _days(tr: Translator, first: int, last: int) -> str:
    if first == last:
        return tr.weekday(first)
    return tr.t("hours", "{first}–{last}", first=tr.weekday(first), last=tr.weekday(last))
