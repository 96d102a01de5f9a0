"""Gives declarations and requests the names of their doctors and facilities."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from bot.domain.cabinet.workplace import Named, Workplace

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date

    from bot.domain.cabinet import Parties
    from bot.domain.directory import Division, Doctor


class HasParties(Protocol):
    """A declaration, or a request for one."""

    @property
    def parties(self) -> Parties: ...

    @property
    def starts_on(self) -> date | None: ...


T = TypeVar("T", bound=HasParties)


class Workplaces(Protocol):
    """What the directory holds by ЕСОЗ's own ids; both leave out what it does not know."""

    async def doctors_of(
        self, pairs: Collection[tuple[str, str]]
    ) -> Mapping[tuple[str, str], Doctor]:
        """By employee and division; one who moved to another division is found all the same."""
        ...

    async def divisions_of(self, division_ids: Collection[str]) -> Mapping[str, Division]: ...


async def named(records: Sequence[T], workplaces: Workplaces) -> list[Named[T]]:
    """Return `records` in their order; raises Unavailable."""
    pairs = {_pair(record.parties) for record in records}
    doctors = await workplaces.doctors_of(pairs)
    places = {division for pair in pairs if pair not in doctors and (division := pair[1])}
    divisions = await workplaces.divisions_of(places)
    return [Named(record, _workplace(record.parties, doctors, divisions)) for record in records]


def _workplace(
    parties: Parties,
    doctors: Mapping[tuple[str, str], Doctor],
    divisions: Mapping[str, Division],
) -> Workplace:
    doctor = doctors.get(_pair(parties))
    division = doctor.division if doctor else divisions.get(parties.division_id)
    return Workplace(parties, doctor, division)


def _pair(parties: Parties) -> tuple[str, str]:
    return parties.employee_id, parties.division_id
