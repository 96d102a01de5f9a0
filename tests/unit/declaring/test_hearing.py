"""The feed of ЕСОЗ: what is read of it, how often, and whom it concerns."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.domain.cabinet import EsozRefusal, EsozRefused, Page
from bot.errors import EsozUnavailable, Outage
from bot.services.hear_of_declarations import HearOfDeclarations

if TYPE_CHECKING:
    from collections.abc import Collection

NOON = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@dataclass
class Country:
    """Implements EventFeed, FeedCursor, AwaitedDeclarations and Clock in memory."""

    pages: list[tuple[str, ...]] = field(default_factory=lambda: [("mine", "a stranger's")])
    failure: Exception | None = None
    is_awaited: bool = True
    moment: datetime = NOON
    read_until: datetime = NOON
    next_at: datetime = NOON
    asked: list[tuple[datetime, datetime]] = field(default_factory=list)
    hastened: list[str] = field(default_factory=list)

    def now(self) -> datetime:
        return self.moment

    async def sleep(self, seconds: float) -> None:
        assert 0 < seconds < 1

    async def changed_declarations(
        self, *, since: datetime, until: datetime, page: int = 1
    ) -> Page[str]:
        if self.failure:
            raise self.failure
        self.asked.append((since, until))
        return Page(self.pages[page - 1], page, len(self.pages), 0)

    async def claim(self, now: datetime, until: datetime) -> datetime | None:
        if now < self.next_at:
            return None
        self.next_at = until
        return self.read_until

    async def move(self, read_until: datetime, next_at: datetime) -> None:
        self.read_until, self.next_at = read_until, next_at

    async def is_any_awaited(self) -> bool:
        return self.is_awaited

    async def hasten(self, declaration_ids: Collection[str], now: datetime) -> int:
        assert now == self.moment
        self.hastened += declaration_ids
        return sum(one == "mine" for one in declaration_ids)

    async def hears(self, after: timedelta = timedelta()) -> int:
        self.moment += after
        hear = HearOfDeclarations(feed=self, cursor=self, awaited=self, clock=self)
        return await hear()


async def test_every_page_is_read_once_in_five_minutes() -> None:
    country = Country(pages=[("a stranger's",), ("mine",)])
    assert await country.hears() == 1
    assert set(country.hastened) == {"mine", "a stranger's"}
    assert await country.hears(4 * MINUTE) == 0
    assert len(country.asked) == 2
    await country.hears(MINUTE)
    assert country.asked[-1] == (NOON - 5 * MINUTE, NOON + 5 * MINUTE), "with an overlap"


async def test_no_more_than_three_hours_are_asked_for() -> None:
    country = Country(read_until=NOON - timedelta(days=9))
    await country.hears()
    assert country.asked == [(NOON - timedelta(hours=3), NOON)]


@pytest.mark.parametrize(
    "failure",
    [EsozRefused(EsozRefusal.SCOPE_MISSING), EsozUnavailable(Outage.ACCESS)],
    ids=["no right to the feed", "key not taken"],
)
async def test_feed_that_refuses_is_left_alone_for_an_hour(failure: Exception) -> None:
    country = Country(failure=failure)
    with pytest.raises(type(failure)):
        await country.hears()
    assert await country.hears(59 * MINUTE) == 0
    country.failure = None
    assert await country.hears(MINUTE) == 1
    assert country.asked == [(NOON - 5 * MINUTE, NOON + 60 * MINUTE)], "nothing was skipped"


@pytest.mark.parametrize(
    "country",
    [Country(is_awaited=False), Country(moment=NOON.replace(hour=22))],
    ids=["nobody waits", "night"],
)
async def test_feed_is_not_asked_in_vain(country: Country) -> None:
    assert await country.hears() == 0
    assert country.asked == []


async def test_endless_feed_is_left_to_the_other_way() -> None:
    country = Country(pages=[("a stranger's",)] * 500)
    await country.hears()
    assert len(country.asked) == 20
