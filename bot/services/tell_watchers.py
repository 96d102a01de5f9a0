"""Tell patients that a doctor whom they watch has a free place, or has left the directory."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto
from typing import TYPE_CHECKING, Protocol

from bot.domain.quiet_hours import is_quiet
from bot.errors import ChatClosed, Unavailable

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence
    from datetime import datetime

    from bot.domain.clock import Clock
    from bot.domain.watch import Notice

MOST_A_SECOND = 25
"""Telegram takes 30 messages a second from a bot; the rest is for answers."""
_SPACING_SECONDS = 1 / MOST_A_SECOND


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
        """Send one message; raises ChatClosed and Unavailable."""
        ...


class Reachability(Protocol):
    async def mark_blocked(self, telegram_id: int, now: datetime) -> None: ...


class TellWatchers:
    """Asked after every look at the directory; what cannot be told now waits for the next time.

    The attempt is marked before the message and its outcome after: a process that dies in
    between makes the patient hear the news twice at worst, and never not at all.
    """

    def __init__(
        self, *, news: WatchNews, notices: Notices, patients: Reachability, clock: Clock
    ) -> None:
        self._news = news
        self._notices = notices
        self._patients = patients
        self._clock = clock
        self._silent_until: datetime | None = None

    async def __call__(self) -> Telling:
        """Tell everyone whom there is news for; nobody at night.

        Raises Unavailable when the database fails.
        """
        await self._news.settle(self._clock.now())
        told = 0
        async for telegram_id in self._due():
            started_at = self._clock.now()
            if not self._may_speak(started_at):
                break
            notice = await self._news.claim(telegram_id, started_at)
            if notice is None:
                continue
            outcome = await self._tell(notice)
            if outcome is _Outcome.NOT_NOW:
                return Telling(told, is_cut_short=True)
            told += outcome is _Outcome.TOLD
            await self._keep_pace(started_at)
        return Telling(told)

    def _may_speak(self, now: datetime) -> bool:
        is_silenced = self._silent_until is not None and now < self._silent_until
        return not is_silenced and not is_quiet(now)

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
        except Unavailable as outage:
            self._silent_until = self._clock.now() + timedelta(seconds=outage.retry_after or 0)
            await self._news.release(notice)
            return _Outcome.NOT_NOW
        await self._news.mark_told(notice, self._clock.now())
        return _Outcome.TOLD

    async def _keep_pace(self, started_at: datetime) -> None:
        """Wait out the rest of this message's share of a second, however the clock was moved."""
        passed = (self._clock.now() - started_at).total_seconds()
        left = min(_SPACING_SECONDS - passed, _SPACING_SECONDS)
        if left > 0:
            await self._clock.sleep(left)
