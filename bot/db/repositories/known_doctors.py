"""Doctors as people: who an employee of ЕСОЗ was, and where that person works now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from bot.db.directory import reading as rows
from bot.db.directory.sources import source_employees, source_parties
from bot.db.repositories.directory_rows import doctor_of
from bot.db.transaction import reading
from bot.domain.directory.doctors import DoctorIdentity

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.domain.directory import Doctor


class KnownDoctorRepository:
    """Every method raises Unavailable when the database fails."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def identity(self, employee_id: str) -> DoctorIdentity | None:
        """Of whoever ЕСОЗ exported once, though they may work nowhere now."""
        employee, person = source_employees.c, source_parties.c
        wanted = (
            select(
                employee.party_id,
                person.last_name,
                person.first_name,
                person.second_name,
                employee.speciality,
            )
            .join_from(source_employees, source_parties, person.id == employee.party_id)
            .where(employee.id == employee_id)
        )
        async with reading(self._engine) as connection:
            row = (await connection.execute(wanted)).one_or_none()
        if row is None:
            return None
        name = " ".join(filter(None, (row.last_name, row.first_name, row.second_name)))
        return DoctorIdentity(name, row.speciality or "", row.party_id)

    async def places_of(self, party_id: str) -> list[Doctor]:
        """Everywhere where this person works now."""
        return await self._doctors(rows.doctor.party_id == party_id)

    async def namesakes(self, identity: DoctorIdentity) -> list[Doctor]:
        """Everywhere where somebody of this full name and speciality works now."""
        words = identity.name.split()
        surnames = [" ".join(words[:count]) for count in range(1, len(words))]
        # no index leads from a name: this looks through all doctors
        found = await self._doctors(rows.doctor.last_name.in_(surnames))
        return [one for one in found if _is_like(one, identity)]

    async def _doctors(self, condition: ColumnElement[bool]) -> list[Doctor]:
        wanted = rows.doctor_rows.where(condition).order_by(rows.doctor.key)
        async with reading(self._engine) as connection:
            found = (await connection.execute(wanted)).all()
        return [doctor_of(row, ()) for row in found]


def _is_like(doctor: Doctor, identity: DoctorIdentity) -> bool:
    is_namesake = doctor.name.casefold() == identity.name.casefold()
    return is_namesake and identity.speciality in {"", doctor.speciality}
