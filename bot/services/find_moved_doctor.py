"""A patient looks where their doctor works now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from bot.domain.directory.doctors import DoctorIdentity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.domain.cabinet import Acting
    from bot.domain.cabinet.workplace import Workplace
    from bot.domain.directory import Doctor
    from bot.services.show_declaration import ShowDeclaration


class KnownDoctors(Protocol):
    """Doctors as people, by the directory; every method raises Unavailable."""

    async def identity(self, employee_id: str) -> DoctorIdentity | None: ...

    async def places_of(self, party_id: str) -> Sequence[Doctor]: ...

    async def namesakes(self, identity: DoctorIdentity) -> Sequence[Doctor]: ...


@dataclass(frozen=True, slots=True, repr=False)
class MovedDoctor:
    """`name` is empty where nobody knows it; `here` is the doctor at the declaration's place.

    `is_by_name` tells that `elsewhere` may be another person of the same name.
    """

    acting: Acting
    declaration_id: str
    name: str
    here: Doctor | None = None
    elsewhere: tuple[Doctor, ...] = ()
    is_by_name: bool = False


class FindMovedDoctor:
    def __init__(self, *, show: ShowDeclaration, known: KnownDoctors) -> None:
        self._show = show
        self._known = known

    async def __call__(self, *, telegram_id: int, declaration_id: str) -> MovedDoctor:
        """Look for the person first, then for the name; ЕСОЗ's lists hold only an employee's id.

        Raises as ShowDeclaration does.
        """
        shown = await self._show(telegram_id=telegram_id, declaration_id=declaration_id)
        place = shown.declaration.workplace
        identity = await self._identity(place)
        places = await self._known.places_of(identity.party_id) if identity.party_id else ()
        is_by_name = not places and bool(identity.name)
        if is_by_name:
            places = await self._known.namesakes(identity)
        old = place.parties.division_id
        return MovedDoctor(
            acting=shown.acting,
            declaration_id=declaration_id,
            name=identity.name,
            here=next((one for one in places if one.division.id == old), None),
            elsewhere=tuple(one for one in places if one.division.id != old),
            is_by_name=is_by_name,
        )

    async def _identity(self, place: Workplace) -> DoctorIdentity:
        if place.doctor:
            return DoctorIdentity(place.doctor.name, place.speciality, place.doctor.party_id)
        known = await self._known.identity(place.parties.employee_id)
        return known or DoctorIdentity(place.doctor_name, place.speciality)
