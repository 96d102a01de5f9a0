"""A patient's wish to hear when a full doctor has a free place, and how it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

MOST_WATCHES = 10
"""How many doctors one patient may watch; those that were told of count until they are gone."""
LEAST_TIME_BETWEEN_NOTICES = timedelta(hours=6)
"""To one patient, whatever the number of doctors."""


class WatchState(StrEnum):
    """How far a watch has come; it is told once, until the patient asks for more.

    RESTING: the patient watches again while places are still free, so the doctor has to be seen
    full first.
    """

    WAITING = "waiting"
    RESTING = "resting"
    TOLD = "told"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Watch:
    """A watched doctor with what the directory says of them now.

    The person is watched, not a place of work: the limit of declarations is the person's, and it
    stays theirs when they change the facility. `chosen` is the directory key from which the
    patient chose them, `keys` are those that they have now: none when they left the directory.
    """

    party_id: str
    name: str
    chosen: int
    state: WatchState
    keys: tuple[int, ...] = ()
    free_places: int | None = None
    counted_on: date | None = None

    @property
    def doctor(self) -> int:
        """The key whose card to open: the chosen one while the doctor works there."""
        return self.keys[0] if self.keys and self.chosen not in self.keys else self.chosen

    @property
    def is_listed(self) -> bool:
        return bool(self.keys)

    @property
    def is_active(self) -> bool:
        """Whether the patient still has something to hear."""
        return self.state in {WatchState.WAITING, WatchState.RESTING}

    def is_of(self, doctor: int) -> bool:
        """Whether the directory key `doctor` names this person, at whatever place."""
        return doctor == self.chosen or doctor in self.keys


@dataclass(frozen=True, slots=True)
class Notice:
    """What one patient is to be told in one message; `claimed_at` is the attempt's mark.

    `language` is None where the patient chose none.
    """

    telegram_id: int
    language: str | None
    watches: tuple[Watch, ...]
    claimed_at: datetime
