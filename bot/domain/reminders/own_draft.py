"""A reminder in the patient's own words that is being put together, question by question."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from bot.domain.reminders.recurrence import Every, Recurrence

if TYPE_CHECKING:
    from bot.domain.reminders.intent import OwnReminder
    from bot.domain.reminders.own_phrase import OwnPhrase


@dataclass(frozen=True, slots=True)
class OwnDraft:
    """`source` is the reminder that is changed.

    `is_once` and `every` exclude each other; a WEEK has its `weekdays`, a reminder that comes
    once its `day`.
    """

    text: str = ""
    every: Every | None = None
    is_once: bool = False
    weekdays: frozenset[int] = field(default_factory=frozenset)
    day: date | None = None
    at: time | None = None
    until: date | None = None
    source: int | None = None

    @classmethod
    def of(cls, standing: OwnReminder) -> OwnDraft:
        """Return the draft that changes `standing`."""
        intent, again = standing.intent, standing.intent.recurrence
        wall = intent.wall
        return cls(
            standing.text,
            again.every if again else None,
            is_once=again is None,
            weekdays=again.weekdays if again else frozenset(),
            day=None if again else wall.date(),
            at=wall.time(),
            until=again.until if again else None,
            source=standing.id,
        )

    @property
    def recurrence(self) -> Recurrence | None:
        return Recurrence(self.every, self.until, self.weekdays) if self.every else None

    @property
    def is_how_often_known(self) -> bool:
        if self.is_once:
            return self.day is not None
        return self.every is Every.DAY or (self.every is Every.WEEK and bool(self.weekdays))

    def starts(self, today: date) -> datetime | None:
        """Return the first wall time that may be meant, None while a part of it is missing."""
        if self.at is None or not self.is_how_often_known:
            return None
        return datetime.combine(self.day if self.is_once and self.day else today, self.at)

    def once(self, day: date | None) -> OwnDraft:
        return replace(self, every=None, weekdays=frozenset(), until=None, is_once=True, day=day)

    def again(self, every: Every, weekdays: frozenset[int] = frozenset()) -> OwnDraft:
        return replace(self, every=every, weekdays=weekdays, is_once=False, day=None)

    def filled(self, phrase: OwnPhrase) -> OwnDraft:
        """The same with all that `phrase` says; what it does not say stays."""
        said = replace(
            self,
            text=phrase.text or self.text,
            at=phrase.at or self.at,
            until=phrase.until or self.until,
        )
        if phrase.every:
            on = phrase.weekdays
            if phrase.every is Every.WEEK and not on and phrase.day:
                on = frozenset({phrase.day.weekday()})
            return said.again(phrase.every, on)
        return said.once(phrase.day) if phrase.day else said
