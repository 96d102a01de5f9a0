"""The reading side of the directory: always the generation that is shown at that moment."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from bot.db.directory import reading as rows
from bot.db.repositories.directory_rows import (
    division_of,
    doctor_of,
    listed_division,
    listed_doctor,
)
from bot.db.transaction import reading
from bot.domain.directory.state import DirectoryState, SyncFailure
from bot.errors import Conflict, NotFound

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Collection, Sequence

    from sqlalchemy import Column, Row, Select
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

    from bot.domain.directory.doctors import Doctor
    from bot.domain.directory.listed import Listed
    from bot.domain.directory.places import Division

_PAGE_ROWS = 200  # more would hold the event loop for longer than a patient notices


class DirectoryRepository:
    """Every method raises Unavailable when the database fails."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def state(self) -> DirectoryState:
        async with reading(self._engine) as connection:
            row = (await connection.execute(rows.state_row)).mappings().one()
        failure = SyncFailure(row["failure"]) if row["failure"] else None
        return DirectoryState(**{**row, "failure": failure})

    async def generation(self) -> int:
        """Changes when the data do; 0 before the first sync. Cheap: asked every few seconds."""
        async with reading(self._engine) as connection:
            return await connection.scalar(rows.generation_number) or 0

    async def doctor(self, key: int) -> Doctor:
        """One doctor at one division; raises NotFound for whoever works there no more."""
        found = await self.doctors([key])
        if not found:
            raise NotFound(key)
        return found[0]

    async def doctors(self, keys: Collection[int]) -> list[Doctor]:
        """Those of `keys` that are there, in their order."""
        wanted = rows.doctor_rows.where(rows.doctor.key.in_(keys))
        async with reading(self._engine) as connection:
            found = (await connection.execute(wanted)).all()
            places = await _places(connection, {row.party_id for row in found})
        order = list(keys)
        return [
            doctor_of(row, [key for key in places[row.party_id] if key != row.key])
            for row in sorted(found, key=lambda row: order.index(row.key))
        ]

    async def doctor_keys_at(self, division_key: int) -> list[int]:
        """The doctors of a division, by name."""
        doctor = rows.doctor
        found = (
            rows.place_rows.with_only_columns(doctor.key)
            .where(doctor.division_key == division_key)
            .order_by(None)
            .order_by(doctor.last_name, doctor.first_name, doctor.key)
        )
        async with reading(self._engine) as connection:
            return list(await connection.scalars(found))

    async def division(self, key: int) -> Division:
        """Raises NotFound for one that is closed or has no contract any more."""
        found = await self.divisions([key])
        if not found:
            raise NotFound(key)
        return found[0]

    async def divisions(self, keys: Collection[int]) -> list[Division]:
        """Those of `keys` that are there, in their order."""
        wanted = rows.division_rows.where(rows.division.key.in_(keys))
        async with reading(self._engine) as connection:
            found = (await connection.execute(wanted)).all()
        order = list(keys)
        return [
            division_of(row)
            for row in sorted(found, key=lambda row: order.index(row.division_key))
        ]

    async def pages(self, generation: int) -> AsyncIterator[list[Listed]]:
        """Everything that can be found, divisions first.

        Raises Conflict when `generation` is not the one that is shown, or not any more.
        """
        async for page in self._pages(rows.division_rows, rows.division.key, generation):
            yield [listed_division(row) for row in page]
        async for page in self._pages(rows.doctor_rows, rows.doctor.key, generation):
            yield [listed_doctor(row) for row in page]

    async def _pages(
        self, every: Select[Any], key: Column[Any], generation: int
    ) -> AsyncIterator[Sequence[Row[Any]]]:
        ordered = every.add_columns(key.label("place")).order_by(key).limit(_PAGE_ROWS)
        ordered = ordered.where(rows.state.generation == generation)
        last = 0
        while True:
            async with reading(self._engine) as connection:
                page = (await connection.execute(ordered.where(key > last))).all()
            if len(page) < _PAGE_ROWS and await self.generation() != generation:
                raise Conflict
            if page:
                yield page
            if len(page) < _PAGE_ROWS:
                return
            last = page[-1].place


async def _places(connection: AsyncConnection, party_ids: Collection[str]) -> dict[str, list[int]]:
    """The keys of all places of these people."""
    places: dict[str, list[int]] = defaultdict(list)
    found = rows.place_rows.where(rows.doctor.party_id.in_(party_ids))
    for party_id, key in await connection.execute(found):
        places[party_id].append(key)
    return places
