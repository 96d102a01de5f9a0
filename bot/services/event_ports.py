"""What hearing of ЕСОЗ's status changes needs from outside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from bot.domain.cabinet import Page


class EventFeed(Protocol):
    async def changed_declarations(
        self, *, since: datetime, until: datetime, page: int = 1
    ) -> Page[str]:
        """Ids of declarations whose status changed, the whole country's; at most three hours.

        Raises Unavailable, EsozRefused, NotFound.
        """
        ...


class FeedCursor(Protocol):
    """How far the feed was read; every method raises Unavailable when the database fails."""

    async def claim(self, now: datetime, until: datetime) -> datetime | None:
        """Return how far it was read; None where it is not time yet, or another process reads.

        Whoever claims has time till `until`, when the next one may try.
        """
        ...

    async def move(self, read_until: datetime, next_at: datetime) -> None: ...


class AwaitedDeclarations(Protocol):
    """Requests that are followed, by the declaration that each is to become."""

    async def is_any_awaited(self) -> bool: ...

    async def hasten(self, declaration_ids: Collection[str], now: datetime) -> int:
        """Let ЕСОЗ be asked about them now; return how many are followed here."""
        ...
