"""Gives short ids to what is shown for the first time, and writes the rows of a generation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Text, and_, exists, func, insert, literal, select

from bot.db.directory.conditions import GENERATION
from bot.db.directory.division_rows import shown_divisions
from bot.db.directory.doctor_rows import shown_doctors
from bot.db.directory.tables import directory_divisions, directory_doctors, directory_keys

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Insert, Subquery, Table

_NO_EMPLOYEE = literal("", Text)


def _new_keys(shown: Subquery, employee_id: ColumnElement[str]) -> Insert:
    """Give the next numbers to what has none yet."""
    highest = select(func.coalesce(func.max(directory_keys.c.key), 0)).scalar_subquery()
    order = func.row_number().over(order_by=(shown.c.division_id, employee_id))
    missing = select(highest + order, shown.c.division_id, employee_id).where(
        ~exists().where(_key_of(shown, employee_id))
    )
    return insert(directory_keys).from_select(["key", "division_id", "employee_id"], missing)


def _new_rows(table: Table, shown: Subquery, employee_id: ColumnElement[str]) -> Insert:
    names = [column.name for column in table.c if column.name not in {"generation", "key"}]
    rows = select(GENERATION, directory_keys.c.key, *(shown.c[name] for name in names)).join_from(
        shown, directory_keys, _key_of(shown, employee_id)
    )
    return insert(table).from_select(["generation", "key", *names], rows)


def _key_of(shown: Subquery, employee_id: ColumnElement[str]) -> ColumnElement[bool]:
    keys = directory_keys.c
    return and_(keys.division_id == shown.c.division_id, keys.employee_id == employee_id)


_divisions, _doctors = shown_divisions(), shown_doctors()
STEPS = (
    (
        _new_keys(_divisions, _NO_EMPLOYEE),
        _new_rows(directory_divisions, _divisions, _NO_EMPLOYEE),
    ),
    (
        _new_keys(_doctors, _doctors.c.employee_id),
        _new_rows(directory_doctors, _doctors, _doctors.c.employee_id),
    ),
)
"""Divisions, then the doctors that work at them: for each, every range, both statements."""
