"""The selects that read the directory: every row is of the generation that is shown."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, and_, select

from bot.db.directory.tables import directory_divisions, directory_doctors, directory_state

state, doctor, division = directory_state.c, directory_doctors.c, directory_divisions.c

# A row with a doctor has both: the doctor's own columns keep their names.
_OF_DIVISION = {"key": "division_key", "name": "division_name", "type": "division_type"}
_division_columns = tuple(
    column.label(_OF_DIVISION.get(column.name, column.name))
    for column in division
    if column.name != "generation"
)
_doctor_columns = tuple(
    column for column in doctor if column.name not in {"generation", "division_key"}
)
shown_divisions = directory_divisions.join(
    directory_state, division.generation == state.generation
)
shown_doctors = directory_doctors.join(directory_state, doctor.generation == state.generation)
shown_doctors_with_divisions = shown_doctors.join(
    directory_divisions,
    and_(division.generation == doctor.generation, division.key == doctor.division_key),
)

division_rows: Select[Any] = select(*_division_columns).select_from(shown_divisions)
doctor_rows: Select[Any] = select(
    *_doctor_columns, *_division_columns, state.counted_on
).select_from(shown_doctors_with_divisions)
place_rows = select(doctor.party_id, doctor.key).select_from(shown_doctors).order_by(doctor.key)
"""Where else a person works."""
doctor_points: Select[Any] = select(doctor.key, division.latitude, division.longitude).select_from(
    shown_doctors_with_divisions
)
division_points: Select[Any] = select(
    division.key, division.latitude, division.longitude
).select_from(shown_divisions)
state_row = select(
    *(column for column in state if column.name not in {"id", "run", "running_until"})
)
generation_number = select(state.generation)
