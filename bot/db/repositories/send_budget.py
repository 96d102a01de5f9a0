"""One row that all processes take their share of Telegram's limit from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import case, literal, select, update

from bot.db.tables import send_budget
from bot.db.transaction import reading, writing, written
from bot.services.send_budget import MOST_A_SECOND, Slots

if TYPE_CHECKING:
    from sqlalchemy import Row
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.domain.clock import Clock

NEAR_SECONDS = 0.25
"""How far ahead slots are taken: so soon a switch, a lost moment and a flood wait count."""
_FARTHEST_SECONDS = 60
"""No reservation reaches farther: beyond it somebody's clock was moved."""
_LONGEST_CLOSED_SECONDS = 86400
_row = send_budget.c


class SendBudgetRepository:
    """Every method raises Unavailable when the database fails."""

    def __init__(
        self, engine: AsyncEngine, clock: Clock, most_a_second: float = MOST_A_SECOND
    ) -> None:
        self._engine = engine
        self._clock = clock
        self._spacing = 1 / most_a_second

    async def is_open(self) -> bool:
        return _is_open(await self._look(), self._now())

    async def reserve(self, count: int, lost_seconds: float = 0) -> Slots | None:
        """Wait until the next `count` slots are near and take them; None: nothing may be sent."""
        while (free_at := await self._take(count, lost_seconds)) is None:
            row, now = await self._look(), self._now()
            if not _is_open(row, now):
                return None
            await self._clock.sleep(max(row.free_at - now - NEAR_SECONDS, 0))
        return Slots(free_at - count * self._spacing, self._spacing)

    async def close_for(self, seconds: float) -> None:
        """Let no process send for so long."""
        until = self._now() + seconds
        closed = update(send_budget).where(
            (_row.closed_until < until) | (_row.closed_until > until + _LONGEST_CLOSED_SECONDS)
        )
        async with writing(self._engine) as connection:
            await connection.execute(closed.values(closed_until=until))

    async def set_paused(self, *, is_paused: bool) -> None:
        async with writing(self._engine) as connection:
            await connection.execute(update(send_budget).values(is_paused=is_paused))

    async def _take(self, count: int, lost_seconds: float) -> float | None:
        """Return the end of what was taken; None when closed, or when others come first."""
        now = self._now()
        is_moved = _row.free_at > now + _FARTHEST_SECONDS
        begins = case((is_moved | (_row.free_at < now), literal(now)), else_=_row.free_at)
        is_closed = (_row.closed_until > now) & (_row.closed_until < now + _LONGEST_CLOSED_SECONDS)
        is_near = is_moved | (_row.free_at <= now + NEAR_SECONDS)
        taken = (
            update(send_budget)
            .where(~_row.is_paused, ~is_closed, is_near)
            .values(free_at=begins + lost_seconds + count * self._spacing)
            .returning(_row.free_at)
        )
        return await written(self._engine, lambda connection: connection.scalar(taken))

    async def _look(self) -> Row[tuple[int, float, float, bool]]:
        async with reading(self._engine) as connection:
            return (await connection.execute(select(send_budget))).one()

    def _now(self) -> float:
        return self._clock.now().timestamp()


def _is_open(row: Row[tuple[int, float, float, bool]], now: float) -> bool:
    return not row.is_paused and not now < row.closed_until < now + _LONGEST_CLOSED_SECONDS
