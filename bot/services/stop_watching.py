"""A patient no longer wants to hear of a doctor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.domain.watch import Watch


class StoppableWatches(Protocol):
    async def of_patient(self, telegram_id: int) -> Sequence[Watch]: ...

    async def remove(self, telegram_id: int, party_id: str) -> None:
        """Delete a watch; one that is not there changes nothing."""
        ...


class StopWatching:
    def __init__(self, *, watches: StoppableWatches) -> None:
        self._watches = watches

    async def __call__(self, *, telegram_id: int, doctor: int) -> None:
        """Delete the patient's watch on the person with the directory key `doctor`, if any."""
        for watch in await self._watches.of_patient(telegram_id):
            if watch.is_of(doctor):
                await self._watches.remove(telegram_id, watch.party_id)
