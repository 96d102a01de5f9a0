"""Which doctors a patient watches, and how each stands now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.domain.watch import Watch


class PatientWatches(Protocol):
    async def of_patient(self, telegram_id: int) -> Sequence[Watch]:
        """Oldest first."""
        ...


class ListWatches:
    def __init__(self, *, watches: PatientWatches) -> None:
        self._watches = watches

    async def __call__(self, *, telegram_id: int) -> Sequence[Watch]:
        """Return the watches, oldest first; those that were told of stay for 30 days."""
        return await self._watches.of_patient(telegram_id)
