"""The hours in which a patient wants no reminders, by the clock on their own wall."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from bot.domain.quiet_hours import QUIET_FROM, QUIET_UNTIL
from bot.domain.reminders.wall_time import moment_of, wall_of

if TYPE_CHECKING:
    from datetime import date

_MINUTE = timedelta(minutes=1)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class QuietTime:
    """From `begins` until `ends`, which itself is no longer quiet; equal ones mean never."""

    begins: time = QUIET_FROM
    ends: time = QUIET_UNTIL

    @property
    def is_off(self) -> bool:
        return self.begins == self.ends

    def holds(self, moment: datetime, zone: str) -> bool:
        """Whether `moment` (aware) is quiet in `zone`."""
        at = wall_of(moment, zone).time()
        if self._is_over_midnight:
            return at >= self.begins or at < self.ends
        return self.begins <= at < self.ends

    def last_moment_before(self, moment: datetime, zone: str) -> datetime:
        """Return `moment`, or the last whole minute before the quiet time that holds it."""
        if not self.holds(moment, zone):
            return moment
        wall = wall_of(moment, zone)
        begun_on = wall.date() - _DAY if self._is_after_midnight(wall) else wall.date()
        return moment_of(datetime.combine(begun_on, self.begins), zone) - _MINUTE

    def first_moment_after(self, moment: datetime, zone: str) -> datetime:
        """Return `moment`, or the end of the quiet time that holds it."""
        if not self.holds(moment, zone):
            return moment
        wall = wall_of(moment, zone)
        is_evening = self._is_over_midnight and not self._is_after_midnight(wall)
        return self.end_on(wall.date() + _DAY if is_evening else wall.date(), zone)

    def end_on(self, day: date, zone: str) -> datetime:
        """Return when the night before `day` is over for good, though its hour come twice."""
        return moment_of(datetime.combine(day, self.ends), zone, is_second=True)

    @property
    def _is_over_midnight(self) -> bool:
        return self.begins > self.ends

    def _is_after_midnight(self, wall: datetime) -> bool:
        return self._is_over_midnight and wall.time() < self.ends
