"""A patient blocked the bot, or came back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.clock import Clock


class ReachabilityStore(Protocol):
    async def mark_blocked(self, telegram_id: int, now: datetime) -> None: ...

    async def mark_reachable(self, telegram_id: int) -> None: ...


class NoteReachability:
    def __init__(self, *, patients: ReachabilityStore, clock: Clock) -> None:
        self._patients = patients
        self._clock = clock

    async def __call__(self, *, telegram_id: int, is_reachable: bool) -> None:
        if is_reachable:
            await self._patients.mark_reachable(telegram_id)
        else:
            await self._patients.mark_blocked(telegram_id, self._clock.now())
