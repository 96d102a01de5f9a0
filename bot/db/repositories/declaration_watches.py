"""Requests for a declaration that are followed; implements DeclarationWatches."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, delete, select, update

from bot.db.declaration_tables import declaration_watches
from bot.db.insertion import insert_into
from bot.db.transaction import reading, writing
from bot.domain.cabinet import RequestStatus
from bot.domain.cabinet.declaration_watch import DeclarationWatch

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from sqlalchemy import ColumnElement, RowMapping
    from sqlalchemy.ext.asyncio import AsyncEngine

_MOST_AT_ONCE = 50
_KEY = ("telegram_id", "request_id")

_watch = declaration_watches.c


class DeclarationWatchRepository:
    """Every method raises Unavailable when the database fails."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def put(self, watch: DeclarationWatch) -> None:
        """Follow a request in place of this person's others; one that is followed stays so."""
        others = delete(declaration_watches).where(
            _watch.telegram_id == watch.telegram_id,
            _watch.person == watch.person,
            _watch.request_id != watch.request_id,
        )
        row = insert_into(self._engine, declaration_watches).values(_row(watch))
        async with writing(self._engine) as connection:
            await connection.execute(others)
            await connection.execute(row.on_conflict_do_nothing(index_elements=list(_KEY)))

    async def find(self, telegram_id: int, request_id: str) -> DeclarationWatch | None:
        wanted = select(declaration_watches).where(_is(telegram_id, request_id))
        async with reading(self._engine) as connection:
            found = (await connection.execute(wanted)).mappings().one_or_none()
        return _of(found) if found else None

    async def due(self, now: datetime) -> list[DeclarationWatch]:
        """Some of those whose time has come, the longest overdue first."""
        overdue = (
            select(declaration_watches)
            .where(_watch.ask_at <= now)
            .order_by(_watch.ask_at)
            .limit(_MOST_AT_ONCE)
        )
        async with reading(self._engine) as connection:
            return [_of(row) for row in (await connection.execute(overdue)).mappings()]

    async def is_any_awaited(self) -> bool:
        """Whether any declaration is to come of a request that is followed."""
        wanted = select(_watch.request_id).where(_watch.declaration_id.is_not(None)).limit(1)
        async with reading(self._engine) as connection:
            return (await connection.execute(wanted)).first() is not None

    async def hasten(self, declaration_ids: Collection[str], now: datetime) -> int:
        """Let ЕСОЗ be asked about them now; return how many are followed here."""
        sooner = update(declaration_watches).where(_watch.declaration_id.in_(declaration_ids))
        async with writing(self._engine) as connection:
            return (await connection.execute(sooner.values(ask_at=now))).rowcount

    async def claim(self, watch: DeclarationWatch, ask_at: datetime) -> bool:
        """Move the next look to `ask_at`; of two processes that try, one does."""
        moved = (
            update(declaration_watches)
            .where(_is(watch.telegram_id, watch.request_id), _watch.ask_at == watch.ask_at)
            .values(ask_at=ask_at)
        )
        async with writing(self._engine) as connection:
            return (await connection.execute(moved)).rowcount == 1

    async def keep(self, watch: DeclarationWatch) -> None:
        """Store what is known now; nothing where the request is followed no more."""
        known = {name: value for name, value in _row(watch).items() if name not in _KEY}
        kept = update(declaration_watches).where(_is(watch.telegram_id, watch.request_id))
        async with writing(self._engine) as connection:
            await connection.execute(kept.values(known))

    async def drop(self, telegram_id: int, request_id: str) -> None:
        gone = delete(declaration_watches).where(_is(telegram_id, request_id))
        async with writing(self._engine) as connection:
            await connection.execute(gone)


def _is(telegram_id: int, request_id: str) -> ColumnElement[bool]:
    return and_(_watch.telegram_id == telegram_id, _watch.request_id == request_id)


def _row(watch: DeclarationWatch) -> dict[str, Any]:
    return asdict(watch) | {"status": watch.status.value}


def _of(row: RowMapping) -> DeclarationWatch:
    kept = {str(name): value for name, value in row.items()}
    return DeclarationWatch(**kept | {"status": RequestStatus(kept["status"])})
