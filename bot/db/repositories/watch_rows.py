"""Reads watches together with what the directory says of their doctors now."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from bot.db.directory.reading import doctor, shown_doctors, state
from bot.db.tables import watches
from bot.domain.watch import Watch, WatchState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Row, Select
    from sqlalchemy.ext.asyncio import AsyncConnection

_listed: Select[Any] = (
    select(
        doctor.party_id,
        doctor.key,
        doctor.last_name,
        doctor.first_name,
        doctor.second_name,
        doctor.declarations_limit,
        doctor.declarations_count,
        state.counted_on,
    )
    .select_from(shown_doctors)
    .order_by(doctor.key)
)


async def read_watches(
    connection: AsyncConnection, telegram_id: int, *conditions: ColumnElement[bool]
) -> list[Watch]:
    """The patient's watches that meet `conditions`, oldest first."""
    wanted = (
        select(watches)
        .where(watches.c.telegram_id == telegram_id, *conditions)
        .order_by(watches.c.created_at, watches.c.party_id)
    )
    rows = (await connection.execute(wanted)).all()
    people: dict[str, list[Row[Any]]] = defaultdict(list)
    found = _listed.where(doctor.party_id.in_([row.party_id for row in rows]))
    for place in await connection.execute(found):
        people[place.party_id].append(place)
    return [_watch(row, people[row.party_id]) for row in rows]


def _watch(row: Row[Any], places: Sequence[Row[Any]]) -> Watch:
    counted = next((place for place in places if place.declarations_limit is not None), None)
    return Watch(
        party_id=row.party_id,
        name=_name(places[0]) if places else row.doctor_name,
        chosen=row.doctor_key,
        state=WatchState(row.state),
        keys=tuple(place.key for place in places),
        free_places=_free_places(counted) if counted else None,
        counted_on=counted.counted_on if counted else None,
    )


def _name(place: Row[Any]) -> str:
    return " ".join(filter(None, (place.last_name, place.first_name, place.second_name)))


def _free_places(place: Row[Any]) -> int:
    return max(int(place.declarations_limit) - int(place.declarations_count), 0)
