"""The searches that patients page through: what they need of the store and of the directory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from bot.domain.directory import DirectoryState, Division, Doctor, Point
    from bot.domain.finding import Search
    from bot.services.directory_index import Findable


class SearchStore(Protocol):
    async def add(self, search: Search, telegram_id: int, now: datetime) -> None: ...

    async def get(self, search_id: str, telegram_id: int) -> Search:
        """Raises NotFound for one that is gone, or is another patient's."""
        ...


class Lookup(Protocol):
    @property
    def current(self) -> Findable:
        """Raises Unavailable before the first generation is ready."""
        ...


class Nearby(Protocol):
    """Keys with their distance in km, nearest first, `among` those that pass."""

    async def doctors(
        self, origin: Point, *, limit: int, among: Callable[[int], bool] | None = None
    ) -> list[tuple[int, float]]: ...

    async def divisions(
        self, origin: Point, *, limit: int, among: Callable[[int], bool] | None = None
    ) -> list[tuple[int, float]]: ...


class DirectoryRows(Protocol):
    """What the shown generation holds; both plural ones leave out what is gone."""

    async def state(self) -> DirectoryState: ...

    async def doctor(self, key: int) -> Doctor:
        """Raises NotFound."""
        ...

    async def doctors(self, keys: Sequence[int]) -> list[Doctor]: ...

    async def division(self, key: int) -> Division:
        """Raises NotFound."""
        ...

    async def divisions(self, keys: Sequence[int]) -> list[Division]: ...
