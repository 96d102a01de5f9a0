"""What the buttons of reminders in the patient's own words carry; see `callbacks.py`."""

from __future__ import annotations

from datetime import date, time
from enum import StrEnum

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

_LAST_DAY = date.max.toordinal()
_DAY_MINUTES = 24 * 60
_ALL_WEEK = 2**7 - 1


class OwnListTap(CallbackData, prefix="ownall1"):
    """The list of one's own reminders."""


class OwnAction(StrEnum):
    SHOW = ""
    EDIT = "edit"
    STOP = "stop"
    STOP_SURE = "sure"


class OwnTap(CallbackData, prefix="ownone1"):
    """Something to do with one of them; `reminder` may be an earlier turn of it."""

    reminder: int
    action: OwnAction = OwnAction.SHOW


class DoneTap(CallbackData, prefix="done1"):
    """«Зроблено» under a pushed reminder."""

    reminder: int


class OwnAsk(StrEnum):
    NEW = "new"
    CHANGE = "change"
    TEXT = "text"
    HOW_OFTEN = "how"
    ONCE = "once"
    DAILY = "daily"
    TIME = "time"
    UNTIL = "until"
    ENDLESS = "endless"
    CARD = "card"
    SAVE = "save"
    AGREE = "agree"
    DROP = "drop"


class OwnDraftTap(CallbackData, prefix="owndr1"):
    """Something to do with the reminder that is being put together."""

    ask: OwnAsk


class OwnWeekTap(CallbackData, prefix="ownwk1"):
    """Days of the week, a bit for each from Monday; `is_done` takes them."""

    days: int = Field(default=0, ge=0, le=_ALL_WEEK)
    is_done: bool = False

    @property
    def weekdays(self) -> frozenset[int]:
        return frozenset(number for number in range(7) if self.days >> number & 1)

    def with_switched(self, number: int) -> OwnWeekTap:
        return OwnWeekTap(days=self.days ^ 1 << number)

    @classmethod
    def of(cls, weekdays: frozenset[int]) -> OwnWeekTap:
        return cls(days=sum(1 << number for number in weekdays))


class OwnTimeTap(CallbackData, prefix="owntm1"):
    """A time of day, in minutes since midnight."""

    minutes: int = Field(ge=0, lt=_DAY_MINUTES)

    @property
    def time(self) -> time:
        return time(*divmod(self.minutes, 60))


class OwnDayTap(CallbackData, prefix="ownday1"):
    """The day of a reminder that comes once, or the last of others, by its ordinal."""

    day: int = Field(ge=1, le=_LAST_DAY)
    is_last: bool = False

    @property
    def date(self) -> date:
        return date.fromordinal(self.day)
