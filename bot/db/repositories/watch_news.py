"""Which patients have news of a watched doctor, and which process tells whom."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import and_, exists, or_, select, update

from bot.db.directory.reading import doctor, shown_doctors, state
from bot.db.directory.tables import directory_state
from bot.db.repositories.watch_rows import read_watches
from bot.db.tables import patients, push_chats, watches
from bot.db.transaction import reading, writing
from bot.domain.watch import LEAST_TIME_BETWEEN_NOTICES, Notice, WatchState

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import ColumnElement, Exists, Row
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

    from bot.domain.watch import Watch

LEASE = timedelta(minutes=10)
"""An attempt that has no outcome by then died with its process; a message takes a minute at most.
"""
MOST_ATTEMPTS = 2
"""Attempts that may end without a word: the patient is told twice at worst."""
_PATIENTS_AT_ONCE = 100

_watch = watches.c
_another = watches.alias("another")


def _is_listed(*conditions: ColumnElement[bool]) -> Exists:
    same_person = doctor.party_id == _watch.party_id
    return exists().select_from(shown_doctors).where(same_person, *conditions)


_is_open = _is_listed(doctor.declarations_limit > doctor.declarations_count)
_is_full = _is_listed(doctor.declarations_limit <= doctor.declarations_count)
_has_left = and_(exists().select_from(directory_state).where(state.generation > 0), ~_is_listed())
_is_news = or_(
    and_(_watch.state == WatchState.WAITING, _is_open),
    and_(_watch.state.in_([WatchState.WAITING, WatchState.RESTING]), _has_left),
)

_is_silenced = exists().where(
    push_chats.c.telegram_id == _watch.telegram_id, push_chats.c.silenced_at.is_not(None)
)


def _is_free(now: datetime) -> ColumnElement[bool]:
    """No attempt is under way."""
    return or_(_watch.claimed_at.is_(None), _watch.claimed_at < now - LEASE)


def _is_left_alone(now: datetime) -> ColumnElement[bool]:
    """The patient heard nothing lately, and is not being told something just now."""
    is_recent = or_(
        _another.c.last_told_at > now - LEAST_TIME_BETWEEN_NOTICES,
        _another.c.claimed_at >= now - LEASE,
    )
    return ~exists().where(_another.c.telegram_id == _watch.telegram_id, is_recent)


def _may_be_told(now: datetime) -> ColumnElement[bool]:
    return and_(_is_news, _is_free(now), _is_left_alone(now))


class WatchNewsRepository:
    """Every method raises Unavailable when the database fails."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def settle(self, now: datetime) -> None:
        """Let watches of doctors who are full again wait, and give up attempts lost twice."""
        again = (
            update(watches)
            .where(_watch.state == WatchState.RESTING, _is_full, ~_is_open)
            .values(state=WatchState.WAITING)
        )
        lost = (
            update(watches)
            .where(_watch.claimed_at < now - LEASE, _watch.attempts >= MOST_ATTEMPTS)
            .values(_outcome(WatchState.TOLD, now))
        )
        async with writing(self._engine) as connection:
            await connection.execute(again)
            await connection.execute(lost)

    async def due(self, now: datetime, after: int) -> list[int]:
        """Some reachable patients who may be told something, by id, those past `after`."""
        found = (
            select(_watch.telegram_id)
            .join_from(watches, patients, patients.c.telegram_id == _watch.telegram_id)
            .where(
                _watch.telegram_id > after,
                patients.c.blocked_at.is_(None),
                ~_is_silenced,
                _may_be_told(now),
            )
            .distinct()
            .order_by(_watch.telegram_id)
            .limit(_PATIENTS_AT_ONCE)
        )
        async with reading(self._engine) as connection:
            return list(await connection.scalars(found))

    async def claim(self, telegram_id: int, now: datetime) -> Notice | None:
        """Mark an attempt on all that the patient may be told now; None when that is nothing."""
        mark = (
            update(watches)
            .where(_watch.telegram_id == telegram_id, _may_be_told(now))
            .values(claimed_at=now, attempts=_watch.attempts + 1)
            .returning(_watch.party_id)
        )
        async with writing(self._engine) as connection:
            patient = await _hold(connection, telegram_id)
            if patient is None:
                return None
            marked = list(await connection.scalars(mark))
            told = await read_watches(connection, telegram_id, _watch.party_id.in_(marked))
        return Notice(telegram_id, patient.language, tuple(told), now) if told else None

    async def mark_told(self, notice: Notice, now: datetime) -> None:
        """The message was sent; changes nothing for a watch that was ended meanwhile."""
        async with writing(self._engine) as connection:
            for watch in notice.watches:
                outcome = WatchState.TOLD if watch.is_listed else WatchState.GONE
                told = update(watches).where(_is_in(notice, watch))
                await connection.execute(told.values(_outcome(outcome, now)))

    async def release(self, notice: Notice) -> None:
        """The message was not sent."""
        async with writing(self._engine) as connection:
            for watch in notice.watches:
                free = update(watches).where(_is_in(notice, watch))
                await connection.execute(free.values(claimed_at=None, attempts=0))


async def _hold(connection: AsyncConnection, telegram_id: int) -> Row[tuple[str | None]] | None:
    """Keep other processes from this patient until commit; None for one who blocked the bot.

    Without it, two that see different generations of the directory would each send a message.
    """
    held = (
        select(patients.c.language)
        .where(patients.c.telegram_id == telegram_id, patients.c.blocked_at.is_(None))
        .with_for_update()
    )
    return (await connection.execute(held)).one_or_none()


def _is_in(notice: Notice, watch: Watch) -> ColumnElement[bool]:
    """The watch, while the attempt of this notice is its last one."""
    return and_(
        _watch.telegram_id == notice.telegram_id,
        _watch.party_id == watch.party_id,
        _watch.claimed_at == notice.claimed_at,
    )


def _outcome(outcome: WatchState, now: datetime) -> dict[str, object]:
    return {
        "state": outcome.value,
        "told_at": now,
        "last_told_at": now,
        "claimed_at": None,
        "attempts": 0,
    }
