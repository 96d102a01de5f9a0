"""A patient sees which e-cabinets may use their data, and which of them are new to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from bot.services.all_pages import all_pages, page_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.domain.cabinet import Acting, CabinetAccess, Page
    from bot.domain.clock import Clock
    from bot.services.cabinet_ports import AccessCabinet, ActFor

ON_A_PAGE = 6


class AccessVisits(Protocol):
    """When a chat last looked at the accesses of a person."""

    async def note(self, telegram_id: int, person_id: str, now: datetime) -> datetime | None:
        """Remember `now`; return the visit before it, None where there was none."""
        ...


@dataclass(frozen=True, slots=True)
class AccessList:
    """The newest first; `page` holds a part of `every`.

    `fresh` are the ids of those that came since the last visit: none at the first visit, and never
    the bot's own, which the patient has just given.
    """

    acting: Acting
    every: tuple[CabinetAccess, ...]
    page: Page[CabinetAccess]
    fresh: frozenset[str] = frozenset()

    @property
    def others(self) -> tuple[CabinetAccess, ...]:
        """All but the bot's own."""
        return tuple(one for one in self.every if one.id != self.acting.access_id)


class ListAccesses:
    """Every method raises NotSignedIn, SignInEnded, EsozRefused, Unavailable."""

    def __init__(
        self, *, act_as: ActFor, cabinet: AccessCabinet, visits: AccessVisits, clock: Clock
    ) -> None:
        self._act_as = act_as
        self._cabinet = cabinet
        self._visits = visits
        self._clock = clock

    async def __call__(self, *, telegram_id: int, page: int = 1) -> AccessList:
        """Count as a visit, if it is the first page that is looked at."""
        acting = await self._act_as(telegram_id=telegram_id)
        every = await read_accesses(self._cabinet, acting)
        fresh: frozenset[str] = frozenset()
        if page == 1:
            now = self._clock.now()
            last_visit = await self._visits.note(telegram_id, acting.person_id, now)
            fresh = _given_since(last_visit, every, acting.access_id)
        return AccessList(acting, tuple(every), page_of(every, page, ON_A_PAGE), fresh)

    async def one(
        self, *, telegram_id: int, access_id: str
    ) -> tuple[Acting, CabinetAccess | None]:
        """None for one that is there no more, or is another person's."""
        acting = await self._act_as(telegram_id=telegram_id)
        every = await read_accesses(self._cabinet, acting)
        return acting, next((one for one in every if one.id == access_id), None)


async def read_accesses(cabinet: AccessCabinet, acting: Acting) -> list[CabinetAccess]:
    """Return all of them, the newest first."""
    found = await all_pages(lambda number: cabinet.accesses(acting, page=number))
    return sorted(found, key=lambda one: str(one.created_at or ""), reverse=True)


def _given_since(
    moment: datetime | None, accesses: Sequence[CabinetAccess], own: str
) -> frozenset[str]:
    if moment is None:
        return frozenset()
    since = moment.replace(microsecond=0)  # ЕСОЗ writes whole seconds
    return frozenset(
        one.id for one in accesses if one.created_at and one.created_at >= since and one.id != own
    )
