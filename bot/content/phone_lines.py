"""Telephone lines and their opening hours as they stand in the data file."""

from __future__ import annotations

from datetime import time
from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic.dataclasses import dataclass

from bot.content.entries import Checked, Slug
from bot.content.wording import STRICT, Name, Spoken
from bot.domain.hours import Weekday

TimeOfDay = Annotated[time, Field(strict=True)]
"""Local time in Kyiv."""
Weekdays = Annotated[frozenset[Weekday], Field(min_length=1)]


@dataclass(frozen=True, config=STRICT, kw_only=True)
class Shift:
    """Opening hours of some weekdays; `closes` not after `opens` means the next morning."""

    days: Weekdays
    opens: TimeOfDay
    closes: TimeOfDay


@dataclass(frozen=True, config=STRICT, kw_only=True)
class Line(Checked):
    """A telephone line; `number` is dialled as it stands, `shown` is for reading.

    One that `rests_on_holidays` keeps weekday hours only; on a public holiday that is a day off
    it is closed.
    """

    id: Slug
    name: Name
    number: str = Field(pattern=r"^[0-9]{3,10}$")
    shown: str
    always: bool = False
    rests_on_holidays: bool = False
    hours: tuple[Shift, ...] = ()
    note: Spoken | None = None

    @model_validator(mode="after")
    def _one_kind_of_hours(self) -> Self:
        if self.always == bool(self.hours):
            raise ValueError("a line has either always = true or hours")
        return self

    @model_validator(mode="after")
    def _shown_is_the_number(self) -> Self:
        if "".join(sign for sign in self.shown if sign.isdigit()) != self.number:
            raise ValueError("shown and number hold different digits")
        return self
