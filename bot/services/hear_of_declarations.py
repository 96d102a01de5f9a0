"""Hear from ЕСОЗ's feed which of the awaited declarations have changed, and look at them first."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.domain.quiet_hours import is_quiet

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.clock import Clock
    from bot.services.event_ports import AwaitedDeclarations, EventFeed, FeedCursor

_WINDOW = timedelta(hours=3)
"""ЕСОЗ gives no more at once (esoz.md §1.10); what is older is found by asking for requests."""
_OVERLAP = timedelta(minutes=5)
"""Read again, since nobody says how late an event may stand in the feed."""
_PAUSE = timedelta(minutes=5)
_PAUSE_AFTER_FAILURE = timedelta(hours=1)
"""A key may have no right to the feed at all: its scope is in no document."""
_MOST_PAGES = 20
_SPACING_SECONDS = 0.5


class HearOfDeclarations:
    """The feed knows nothing of requests: it only makes the good news come sooner."""

    def __init__(
        self,
        *,
        feed: EventFeed,
        cursor: FeedCursor,
        awaited: AwaitedDeclarations,
        clock: Clock,
    ) -> None:
        self._feed = feed
        self._cursor = cursor
        self._awaited = awaited
        self._clock = clock

    async def __call__(self) -> int:
        """Return how many awaited declarations have changed.

        Raises Unavailable, EsozRefused, NotFound; nothing is lost by it, and the feed is left
        alone for an hour.
        """
        now = self._clock.now()
        if is_quiet(now) or not await self._awaited.is_any_awaited():
            return 0
        read_until = await self._cursor.claim(now, now + _PAUSE_AFTER_FAILURE)
        if read_until is None:
            return 0
        changed = await self._changed(max(read_until - _OVERLAP, now - _WINDOW), now)
        found = await self._awaited.hasten(changed, now) if changed else 0
        await self._cursor.move(now, now + _PAUSE)
        return found

    async def _changed(self, since: datetime, until: datetime) -> set[str]:
        changed: set[str] = set()
        for number in range(1, _MOST_PAGES + 1):
            page = await self._feed.changed_declarations(since=since, until=until, page=number)
            changed.update(page.items)
            if not page.has_more:
                break
            await self._clock.sleep(_SPACING_SECONDS)
        return changed
