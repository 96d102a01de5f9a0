"""One row that all processes take their share of Telegram's limit from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import case, literal, select, update

from bot.db.tables import send_budget
from bot.db.transaction import reading, writing
from bot.services.send_budget import MOST_A_SECOND, Slots

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.domain.clock import Clock

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
        now = self._now()
        async with reading(self._engine) as connection:
            row = (await connection.execute(select(send_budget))).one()
        return not row.is_paused and not now < row.closed_until < now + _LONGEST_CLOSED_SECONDS

    async def reserve(self, count: int) -> Slots | None:
        """Take the next `count` slots; None when nothing may be sent now."""
        now = self._now()
        is_free_now = (_row.free_at < now) | (_row.free_at > now + _FARTHEST_SECONDS)
        begins = case((is_free_now, literal(now)), else_=_row.free_at)
        is_closed = (_row.closed_until > now) & (_row.closed_until < now + _LONGEST_CLOSED_SECONDS)
        taken = (
            update(send_budget)
            .where(~_row.is_paused, ~is_closed)
            .values(free_at=begins + count * self._spacing)
            .returning(_row.free_at)
        )
        async with writing(self._engine) as connection:
            free_at = await connection.scalar(taken)
        if free_at is None:
            return None
        return Slots(max(free_at - count * self._spacing - now, 0), self._spacing)

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

    def _now(self) -> float:
        return self._clock.now().timestamp()
