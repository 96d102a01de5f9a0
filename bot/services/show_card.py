"""A patient looks at one doctor, or at one division of a facility."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.domain.directory import DirectoryState, Division, Doctor
    from bot.services.searches import DirectoryRows


@dataclass(frozen=True, slots=True)
class DoctorCard:
    """`elsewhere` is the same person at other places of work."""

    doctor: Doctor
    elsewhere: tuple[Doctor, ...]
    state: DirectoryState


@dataclass(frozen=True, slots=True)
class DivisionCard:
    division: Division
    state: DirectoryState


class ShowCard:
    """Every method raises NotFound for what is no longer in the directory, and Unavailable."""

    def __init__(self, *, rows: DirectoryRows) -> None:
        self._rows = rows

    async def state(self) -> DirectoryState:
        return await self._rows.state()

    async def doctor(self, key: int) -> DoctorCard:
        doctor = await self._rows.doctor(key)
        elsewhere = await self._rows.doctors(doctor.other_keys) if doctor.other_keys else ()
        return DoctorCard(doctor, tuple(elsewhere), await self._rows.state())

    async def division(self, key: int) -> DivisionCard:
        division = await self._rows.division(key)
        return DivisionCard(division, await self._rows.state())

    async def place(self, key: int) -> Division:
        """The division alone, for the map."""
        return await self._rows.division(key)
