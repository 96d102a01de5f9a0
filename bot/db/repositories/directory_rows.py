"""Turns rows of the directory into what patients see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.directory.coordinates import Point
from bot.domain.directory.doctors import Doctor, Gender
from bot.domain.directory.listed import Listed
from bot.domain.directory.places import Address, Division, Facility
from bot.domain.directory.traits import Traits
from bot.domain.directory.weekly_hours import hours_from_text
from bot.domain.search import Entry

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from sqlalchemy import Row


def division_of(row: Row[Any]) -> Division:
    """The division in a row of `division_columns`."""
    return Division(
        key=row.division_key,
        id=row.division_id,
        name=row.division_name,
        type=row.division_type,
        facility=Facility(
            id=row.facility_id,
            name=row.facility_name,
            type=row.facility_type,
            website=row.facility_website,
            phones=tuple(row.facility_phones.split()),
        ),
        address=Address(
            area=row.area,
            region=row.region,
            settlement=row.settlement,
            settlement_type=row.settlement_type,
            street_type=row.street_type,
            street=row.street,
            building=row.building,
            zip=row.zip,
        ),
        point=point_of(row),
        phones=tuple(row.phones.split()),
        hours=hours_from_text(row.hours),
        specialities=_codes(row.specialities),
        contract_ends_on=row.contract_ends_on,
    )


def doctor_of(row: Row[Any], other_keys: Sequence[int]) -> Doctor:
    """The doctor in a row of `doctor_columns`."""
    return Doctor(
        key=row.key,
        employee_id=row.employee_id,
        party_id=row.party_id,
        last_name=row.last_name,
        first_name=row.first_name,
        second_name=row.second_name,
        gender=_gender(row.gender),
        speciality=row.speciality,
        position=row.position,
        takes_declarations=row.takes_declarations,
        division=division_of(row),
        declarations_limit=row.declarations_limit,
        declarations_count=row.declarations_count,
        counted_on=row.counted_on if row.declarations_limit is not None else None,
        other_keys=tuple(other_keys),
    )


def point_of(row: Row[Any]) -> Point | None:
    return None if row.latitude is None else Point(row.latitude, row.longitude)


def listed_division(row: Row[Any]) -> Listed:
    names = (row.facility_name, row.division_name)
    entry = Entry(key=row.division_key, name=tuple(dict.fromkeys(names)), places=_places(row))
    traits = Traits(
        key=row.division_key,
        division_key=row.division_key,
        is_doctor=False,
        takes_declarations=False,
        gender=None,
        specialities=_codes(row.specialities),
        free_places=None,
        hours=row.hours,
        point=point_of(row),
    )
    return Listed(entry, traits)


def listed_doctor(row: Row[Any]) -> Listed:
    names = (row.last_name, row.first_name, row.second_name)
    entry = Entry(
        key=row.key,
        name=tuple(filter(None, names)),
        places=_places(row),
        facility=tuple(dict.fromkeys((row.facility_name, row.division_name))),
        speciality=row.speciality,
    )
    traits = Traits(
        key=row.key,
        division_key=row.division_key,
        is_doctor=True,
        takes_declarations=row.takes_declarations,
        gender=_gender(row.gender),
        specialities=(row.speciality,),
        free_places=_free_places(row),
        hours=row.hours,
        point=point_of(row),
    )
    return Listed(entry, traits)


def _places(row: Row[Any]) -> tuple[str, ...]:
    return tuple(filter(None, (row.settlement, row.region, row.area, row.street)))


def _free_places(row: Row[Any]) -> int | None:
    if row.declarations_limit is None:
        return None
    free: int = max(row.declarations_limit - row.declarations_count, 0)
    return free


def _gender(code: str | None) -> Gender | None:
    return Gender(code) if code else None


def _codes(text: str) -> tuple[str, ...]:
    return tuple(sorted(filter(None, text.split(","))))
