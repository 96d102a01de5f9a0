"""Tell patients that a doctor whom they watch has a free place, or has left the directory."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Protocol

from bot.domain.quiet_hours import is_quiet
from bot.errors import ChatClosed, MessageRefused, Unavailable

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence
    from datetime import datetime

    from bot.domain.clock import Clock
    from bot.domain.watch import Notice
    from bot.services.send_budget import SendBudget


class _Outcome(Enum):
    TOLD = auto()
    CLOSED = auto()
    NOT_NOW = auto()


@dataclass(frozen=True, slots=True)
class Telling:
    """How many patients were told, and whether Telegram failed before the last of them."""

    patients: int
    is_cut_short: bool = False


class WatchNews(Protocol):
    """Which patients have something to hear; the database decides which process tells them."""

    async def settle(self, now: datetime) -> None:
        """Note what is news without a message: doctors who are full again, lost attempts."""
        ...

    async def due(self, now: datetime, after: int) -> Sequence[int]:
        """Some patients who may be told something now, by id, those past `after`."""
        ...

    async def claim(self, telegram_id: int, now: datetime) -> Notice | None:
        """Mark an attempt and return what to say, as it stands now.

        None when another process was quicker, or nothing is to be said any more.
        """
        ...

    async def mark_told(self, notice: Notice, now: datetime) -> None: ...

    async def release(self, notice: Notice) -> None:
        """The patient heard nothing: a later tick tries again."""
        ...


class Notices(Protocol):
    async def tell(self, notice: Notice) -> None:
        """Send one message; raises ChatClosed, MessageRefused and Unavailable."""
        ...


class Reachability(Protocol):
    async def mark_blocked(self, telegram_id: int, now: datetime) -> None: ...


class TellWatchers:
    """Asked after every look at the directory; what cannot be told now waits for the next time.

    The attempt is marked before the message and its outcome after: a process that dies in
    between makes the patient hear the news twice at worst, and never not at all.
    """

    def __init__(
        self,
        *,
        news: WatchNews,
        notices: Notices,
        patients: Reachability,
        budget: SendBudget,
        clock: Clock,
    ) -> None:
        self._news = news
        self._notices = notices
        self._patients = patients
        self._budget = budget
        self._clock = clock

    async def __call__(self) -> Telling:
        """Tell everyone whom there is news for; nobody at night.

        Raises Unavailable when the database fails.
        """
        await self._news.settle(self._clock.now())
        told = 0
        async for telegram_id in self._due():
            if not await self._may_speak():
                break
            notice = await self._news.claim(telegram_id, self._clock.now())
            if notice is None:
                continue
            outcome = await self._tell(notice)
            if outcome is _Outcome.NOT_NOW:
                return Telling(told, is_cut_short=True)
            told += outcome is _Outcome.TOLD
        return Telling(told)

    async def _may_speak(self) -> bool:
        """Wait for this message's turn among all that the bot sends; False when it has none."""
        if is_quiet(self._clock.now()):
            return False
        slots = await self._budget.reserve(1)
        if slots is None:
            return False
        if (wait_seconds := slots.wait(0, self._clock.now())) > 0:
            await self._clock.sleep(wait_seconds)
        return not is_quiet(self._clock.now())

    async def _due(self) -> AsyncIterator[int]:
        after = 0
        while found := await self._news.due(self._clock.now(), after):
            for telegram_id in found:
                yield telegram_id
            after = found[-1]

    async def _tell(self, notice: Notice) -> _Outcome:
        try:
            await self._notices.tell(notice)
        except ChatClosed:
            await self._patients.mark_blocked(notice.telegram_id, self._clock.now())
            await self._news.release(notice)
            return _Outcome.CLOSED
        except MessageRefused:
            await self._news.mark_told(notice, self._clock.now())
            return _Outcome.CLOSED
        except Unavailable as outage:
            if outage.retry_after is not None:
                await self._budget.close_for(outage.retry_after)
            await self._news.release(notice)
            return _Outcome.NOT_NOW
        await self._news.mark_told(notice, self._clock.now())
        return _Outcome.TOLD
