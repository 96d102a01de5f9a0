"""Finds the visit that a clinic's message is about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.domain.reminders.kinds import OccasionKind
from bot.domain.reminders.wall_time import wall_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, time

    from bot.domain.reminders.appointment import Appointment
    from bot.domain.reminders.notice.notice import Notice

_STEM = 5
_WORD = re.compile(r"[^\W\d_]{5,}")
_COMMON = frozenset({"лікар", "запис", "прийо", "візит", "консу"})


def visits_at(
    visits: Iterable[Appointment], day: date | None, at: time | None
) -> list[Appointment]:
    """Return those on that day, at that time where it is known, by the clock of the visit."""
    found = []
    for visit in visits:
        wall = wall_of(visit.starts_at, visit.zone)
        if visit.kind is OccasionKind.VISIT and wall.date() == day and at in {None, wall.time()}:
            found.append(visit)
    return found


def moved_visit(visits: Iterable[Appointment], notice: Notice) -> Appointment | None:
    """Return the one that was moved: by its old time, else the only one about the same matter."""
    visits = list(visits)
    found = visits_at(visits, notice.old_day, notice.old_at)
    if not notice.old_day:
        said = _stems(notice.what)
        found = [
            one
            for one in visits
            if one.kind is OccasionKind.VISIT and said & _stems(one.details.what)
        ]
    return found[0] if len(found) == 1 else None


def _stems(text: str) -> set[str]:
    """Кардіолог and кардіолога are one word."""
    return {word[:_STEM].lower() for word in _WORD.findall(text)} - _COMMON
