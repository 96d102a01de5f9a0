"""Public holidays of Ukraine, and whether they are days off at all."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import holidays
from pydantic.dataclasses import dataclass

from bot.content.entries import Checked, Slug
from bot.content.wording import STRICT

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, config=STRICT, kw_only=True)
class PublicHolidays(Checked):
    """What holds now. In martial law the rules of holidays are not applied: they are working."""

    id: Slug
    are_working: bool

    def is_day_off(self, day: date) -> bool:
        return not self.are_working and day in _calendar()


@cache
def _calendar() -> holidays.HolidayBase:
    """Return every holiday; the library counts those of martial law as working days.

    It knows the Mondays after a holiday at a weekend only for the years of peace.
    """
    return holidays.country_holidays("UA", categories=(holidays.PUBLIC, holidays.WORKDAY))
