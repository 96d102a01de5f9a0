"""What the buttons of appointments carry; see `callbacks.py` for the rules."""

from __future__ import annotations

from datetime import date, time
from enum import StrEnum

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

_LAST_DAY = date.max.toordinal()
_DAY_MINUTES = 24 * 60


class AddVisitTap(CallbackData, prefix="vadd1"):
    """Begin an appointment; at `doctor` or in `division` where not 0: keys of the directory."""

    doctor: int = 0
    division: int = 0


class MonthTap(CallbackData, prefix="month1"):
    """Another month of the calendar, by the ordinal of one of its days."""

    day: int = Field(ge=1, le=_LAST_DAY)

    @property
    def date(self) -> date:
        return date.fromordinal(self.day)


class DayTap(CallbackData, prefix="day1"):
    """A day of the calendar, by its ordinal."""

    day: int = Field(ge=1, le=_LAST_DAY)

    @property
    def date(self) -> date:
        return date.fromordinal(self.day)


class Idle(StrEnum):
    PAST = "past"
    TITLE = "title"


class IdleTap(CallbackData, prefix="idle1"):
    """What stands in the calendar and can be only looked at."""

    why: Idle


class TimeTap(CallbackData, prefix="time1"):
    """A time of day, in minutes since midnight."""

    minutes: int = Field(ge=0, lt=_DAY_MINUTES)

    @property
    def time(self) -> time:
        return time(*divmod(self.minutes, 60))


class HourTap(CallbackData, prefix="hour1"):
    """Which of an hour that clocks show twice."""

    is_second: bool


class ForWhom(StrEnum):
    ME = "me"
    NEW = "new"
    KNOWN = "one"


class ForWhomTap(CallbackData, prefix="forwho1"):
    """For whom the appointment is; `person` is looked after where `choice` is KNOWN."""

    choice: ForWhom
    person: int = 0


class DraftAction(StrEnum):
    SAVE = "save"
    AGREE = "agree"
    CHANGE = "change"
    DAY = "day"
    TIME = "time"
    OWN_TIME = "own"
    WORDS = "words"
    FOR_WHOM = "who"
    SKIP = "skip"
    CARD = "card"
    DROP = "drop"


class DraftTap(CallbackData, prefix="draft1"):
    """Something to do with the appointment that is being put together."""

    action: DraftAction


class VisitAction(StrEnum):
    SHOW = "show"
    EDIT = "edit"
    CANCEL = "cancel"
    CANCEL_SURE = "sure"
    AGAIN = "again"
    FILE = "file"


class VisitTap(CallbackData, prefix="visit1"):
    """Something to do with one appointment."""

    appointment: int
    action: VisitAction = VisitAction.SHOW


class SheetChoice(StrEnum):
    FITTING = "fit"
    """By what the visit is about."""
    BLOOD = "blood"
    ULTRASOUND = "ultrasound"
    BRING = "bring"


class PrepareTap(CallbackData, prefix="prep1"):
    """How to prepare for a visit."""

    appointment: int
    sheet: SheetChoice = SheetChoice.FITTING


class VisitMapTap(CallbackData, prefix="vmap1"):
    """Where a visit is, on the map."""

    appointment: int


class ReminderChoice(StrEnum):
    SHOW = "show"
    THREE_DAYS = "3d"
    DAY = "1d"
    TWO_HOURS = "2h"
    DETAILS = "details"
    QUIET = "quiet"
    SILENCE = "stop"
    RESUME = "resume"


class ReminderSettingTap(CallbackData, prefix="rset1"):
    choice: ReminderChoice = ReminderChoice.SHOW


class QuietChoice(StrEnum):
    USUAL = "21-8"
    EARLY = "20-9"
    LATE = "23-7"
    OFF = "off"


class QuietTap(CallbackData, prefix="quiet1"):
    choice: QuietChoice


class ZoneTap(CallbackData, prefix="zone1"):
    """Choose the clock that the patient lives by; empty asks which."""

    zone: str = ""


class ZoneRegion(StrEnum):
    EUROPE = "eu"
    AMERICA = "am"
    OTHER = "other"


class ZoneRegionTap(CallbackData, prefix="zreg1"):
    """The towns of a part of the world."""

    region: ZoneRegion


class ZonePlaceTap(CallbackData, prefix="zplace1"):
    """Find the clock from where the phone is."""


class LeadChoice(StrEnum):
    SHOW = ""
    THREE_DAYS = "3d"
    DAY = "1d"
    TWO_HOURS = "2h"
    AS_USUAL = "all"


class LeadTap(CallbackData, prefix="vlead1"):
    """When to remind of one appointment: shown, one reminder switched, or as for all others."""

    appointment: int
    choice: LeadChoice = LeadChoice.SHOW
