"""Look a referral up by its number, within the patient's allowance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from bot.errors import NotFound, Unavailable

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.clock import Clock
    from bot.domain.referral import Referral


class ReferralSource(Protocol):
    """Where referrals are found by number."""

    async def find(self, number: str) -> tuple[Referral, ...]:
        """The services under the number; empty when there are none or they may not be seen.

        Raises Unavailable.
        """
        ...


class LookupAllowance(Protocol):
    """How often a patient may look numbers up: a number opens a service, nobody may try many."""

    async def take(self, *, telegram_id: int, now: datetime) -> str:
        """Record one look-up and return its ticket.

        Raises TooManyLookups.
        """
        ...

    async def give_back(self, ticket: str) -> None:
        """Forget the look-up: the patient learned nothing from it."""
        ...


@dataclass(frozen=True, slots=True)
class CheckedReferral:
    """What ЕСОЗ said about a number, and when (aware UTC)."""

    services: tuple[Referral, ...]
    checked_at: datetime


class CheckReferral:
    """Tells what stands under a number.

    "Not there" and "not yours to see" end in the same NotFound, and it never comes sooner than
    `floor_seconds` after the question, so that the answer's speed tells nothing either.
    """

    def __init__(
        self,
        *,
        source: ReferralSource,
        lookups: LookupAllowance,
        clock: Clock,
        floor_seconds: float,
    ) -> None:
        self._source = source
        self._lookups = lookups
        self._clock = clock
        self._floor_seconds = floor_seconds

    async def __call__(self, *, telegram_id: int, number: str) -> CheckedReferral:
        """Look `number` up.

        Raises TooManyLookups, NotFound, and Unavailable, which costs nothing of the allowance.
        """
        started_at = self._clock.now()
        ticket = await self._lookups.take(telegram_id=telegram_id, now=started_at)
        try:
            services = await self._source.find(number)
        except Unavailable:
            await self._lookups.give_back(ticket)
            raise
        if not services:
            await self._wait_for_floor(started_at)
            raise NotFound
        return CheckedReferral(services=services, checked_at=self._clock.now())

    async def _wait_for_floor(self, started_at: datetime) -> None:
        """Wait out the rest; a clock moved back meanwhile makes it no longer than the floor."""
        passed = max((self._clock.now() - started_at).total_seconds(), 0.0)
        if passed < self._floor_seconds:
            await self._clock.sleep(self._floor_seconds - passed)
