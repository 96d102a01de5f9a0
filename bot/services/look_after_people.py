"""The people whom a patient looks after: up to six, a name or nickname is enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.reminders import LONGEST_NAME
from bot.errors import InvalidInput, NotFound

if TYPE_CHECKING:
    from datetime import date

    from bot.domain.clock import Clock
    from bot.domain.reminders import Person
    from bot.services.reminder_ports import PeopleRepository


class LookAfterPeople:
    def __init__(self, *, people: PeopleRepository, clock: Clock) -> None:
        self._people = people
        self._clock = clock

    async def __call__(
        self, *, telegram_id: int, name: str, birth_date: date | None = None
    ) -> Person:
        """Keep a person; raises InvalidInput("what", "long"), TooManyLookedAfter."""
        return await self._people.add(telegram_id, _checked(name), birth_date, self._clock.now())

    async def all(self, *, telegram_id: int) -> list[Person]:
        return await self._people.of_patient(telegram_id)

    async def one(self, *, telegram_id: int, person: int) -> Person:
        """Raises NotFound."""
        for known in await self._people.of_patient(telegram_id):
            if known.id == person:
                return known
        raise NotFound("person")

    async def rename(self, *, telegram_id: int, person: int, name: str) -> Person:
        """Raises NotFound, InvalidInput."""
        return await self._people.rename(telegram_id, person, _checked(name))

    async def remove(self, *, telegram_id: int, person: int) -> None:
        """Delete the person with their appointments and reminders."""
        await self._people.remove(telegram_id, person)


def _checked(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise InvalidInput("what")
    if len(name) > LONGEST_NAME:
        raise InvalidInput("long")
    return name
