"""Finds doctors and divisions of the shown directory by ЕСОЗ's own ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select, tuple_

from bot.db.directory import reading as rows
from bot.db.directory.tables import directory_keys
from bot.db.repositories.directory_rows import division_of, doctor_of
from bot.db.transaction import reading

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy import ColumnElement, Row
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

    from bot.domain.directory import Division, Doctor


class WorkplaceRepository:
    """Every method raises Unavailable when the database fails."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def doctors_of(
        self, pairs: Collection[tuple[str, str]]
    ) -> dict[tuple[str, str], Doctor]:
        """By employee and division; one who moved to another division is found all the same."""
        async with reading(self._engine) as connection:
            here = await _doctors(connection, rows.doctor.key.in_(_keys_of(pairs)), pairs)
            found = {(row.employee_id, row.division_id): row for row in here}
            moved = {pair[0] for pair in pairs if pair not in found}
            # no index leads from an employee: this looks through all doctors
            elsewhere = await _doctors(connection, rows.doctor.employee_id.in_(moved), moved)
        others = {row.employee_id: row for row in elsewhere}
        chosen = {pair: found.get(pair) or others.get(pair[0]) for pair in pairs}
        return {pair: doctor_of(row, ()) for pair, row in chosen.items() if row is not None}

    async def divisions_of(self, division_ids: Collection[str]) -> dict[str, Division]:
        """Those that are open and have a contract."""
        if not division_ids:
            return {}
        wanted = rows.division_rows.where(rows.division.division_id.in_(division_ids))
        async with reading(self._engine) as connection:
            found = (await connection.execute(wanted)).all()
        return {row.division_id: division_of(row) for row in found}


def _keys_of(pairs: Collection[tuple[str, str]]) -> Any:  # noqa: ANN401 - the select that in_ takes
    keys = directory_keys.c
    return select(keys.key).where(
        tuple_(keys.division_id, keys.employee_id).in_(
            [(division, employee) for employee, division in pairs]
        )
    )


async def _doctors(
    connection: AsyncConnection, condition: ColumnElement[bool], asked: Collection[object]
) -> Sequence[Row[Any]]:
    """The rows that meet `condition`; none without a question when nothing is asked for."""
    if not asked:
        return ()
    found: Sequence[Row[Any]] = (await connection.execute(rows.doctor_rows.where(condition))).all()
    return found
