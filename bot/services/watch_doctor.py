"""A patient wants to be told when a full doctor has a free place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from bot.domain.watch import WatchState
from bot.errors import Conflict

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.domain.clock import Clock
    from bot.domain.directory import Doctor
    from bot.domain.watch import Watch


class Watching(StrEnum):
    """What came of the wish."""

    STARTED = "started"
    ALREADY = "already"
    AFTER_FULL = "after_full"
    """Watched again while places are free: told when they were all taken and one opens."""
    HAS_PLACES = "has_places"
    NEEDS_CONSENT = "needs_consent"


@dataclass(frozen=True, slots=True)
class WatchAnswer:
    outcome: Watching
    doctor: Doctor


class Doctors(Protocol):
    async def doctor(self, key: int) -> Doctor:
        """Raises NotFound for whoever works there no more."""
        ...


class WatchStore(Protocol):
    """The watches of patients."""

    async def of_patient(self, telegram_id: int) -> Sequence[Watch]:
        """Oldest first."""
        ...

    async def put(
        self, telegram_id: int, doctor: Doctor, state: WatchState, now: datetime
    ) -> None:
        """Begin a watch, or begin it again; raises TooManyWatches."""
        ...


class WatchDoctor:
    def __init__(self, *, doctors: Doctors, watches: WatchStore, clock: Clock) -> None:
        self._doctors = doctors
        self._watches = watches
        self._clock = clock

    async def __call__(
        self, *, telegram_id: int, doctor: int, has_agreed: bool = False
    ) -> WatchAnswer:
        """Watch the person with the directory key `doctor`.

        Nothing is stored before the patient has agreed to the first watch. Raises NotFound when
        the doctor is not in the directory, Conflict when their places are not counted, and
        TooManyWatches.
        """
        chosen = await self._doctors.doctor(doctor)
        known = await self._watches.of_patient(telegram_id)
        mine = next((watch for watch in known if watch.party_id == chosen.party_id), None)
        if mine and mine.is_active:
            return WatchAnswer(Watching.ALREADY, chosen)
        if chosen.free_places is None:
            raise Conflict
        if mine is None and not chosen.is_over_limit:
            return WatchAnswer(Watching.HAS_PLACES, chosen)
        if not known and not has_agreed:
            return WatchAnswer(Watching.NEEDS_CONSENT, chosen)
        return WatchAnswer(await self._start(telegram_id, chosen), chosen)

    async def _start(self, telegram_id: int, chosen: Doctor) -> Watching:
        state = WatchState.WAITING if chosen.is_over_limit else WatchState.RESTING
        await self._watches.put(telegram_id, chosen, state, self._clock.now())
        return Watching.STARTED if chosen.is_over_limit else Watching.AFTER_FULL
