"""Requests for a declaration that are followed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.db.repositories.declaration_watches import DeclarationWatchRepository
from bot.db.repositories.event_cursors import EventCursorRepository
from bot.domain.cabinet import RequestStatus
from bot.domain.cabinet.declaration_watch import DeclarationWatch, person_mark

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
OLENA, IVAN = 7_000_000_001, 42
WATCH = DeclarationWatch(
    telegram_id=OLENA,
    request_id="request-1",
    person=person_mark("person"),
    status=RequestStatus.NEW,
    created_at=NOW,
    ask_at=NOW,
)


async def test_newer_request_of_a_person_takes_the_place_of_the_older(
    engine: AsyncEngine,
) -> None:
    watches = DeclarationWatchRepository(engine)
    childs = replace(WATCH, request_id="request-2", person=person_mark("child"))
    others = replace(WATCH, telegram_id=IVAN)
    newer = replace(WATCH, request_id="request-3")
    for watch in (WATCH, childs, others, newer):
        await watches.put(watch)
    assert await watches.find(OLENA, "request-1") is None
    assert set(await watches.due(NOW)) == {childs, others, newer}


async def test_followed_request_keeps_what_is_known_of_it(engine: AsyncEngine) -> None:
    watches = DeclarationWatchRepository(engine)
    await watches.put(WATCH)
    known = replace(
        WATCH,
        status=RequestStatus.APPROVED,
        signed_at=NOW,
        ask_at=NOW + timedelta(hours=1),
        nudges=1,
        is_sign_in_told=True,
    )
    await watches.keep(known)
    await watches.put(WATCH)
    assert await watches.find(OLENA, "request-1") == known
    assert await watches.due(NOW) == []
    await watches.drop(OLENA, "request-1")
    await watches.keep(known)
    assert await watches.find(OLENA, "request-1") is None


async def test_of_two_processes_one_looks(engine: AsyncEngine) -> None:
    watches = DeclarationWatchRepository(engine)
    await watches.put(WATCH)
    later = NOW + timedelta(minutes=5)
    assert await watches.claim(WATCH, later)
    assert not await watches.claim(WATCH, later)
    assert await watches.due(NOW) == []


async def test_longest_overdue_comes_first(engine: AsyncEngine) -> None:
    watches = DeclarationWatchRepository(engine)
    older = replace(WATCH, telegram_id=IVAN, ask_at=NOW - timedelta(days=1))
    await watches.put(WATCH)
    await watches.put(older)
    assert await watches.due(NOW) == [older, WATCH]


async def test_declaration_that_changed_is_asked_about_at_once(engine: AsyncEngine) -> None:
    watches = DeclarationWatchRepository(engine)
    later = NOW + timedelta(hours=6)
    await watches.put(replace(WATCH, ask_at=later))
    assert not await watches.is_any_awaited()
    awaited = replace(WATCH, telegram_id=IVAN, ask_at=later, declaration_id="declaration-1")
    await watches.put(awaited)
    assert await watches.is_any_awaited()
    assert await watches.hasten({f"of-others-{number}" for number in range(2000)}, NOW) == 0
    assert await watches.hasten({"declaration-1", "of-others"}, NOW) == 1
    assert await watches.due(NOW) == [replace(awaited, ask_at=NOW)]


async def test_feed_is_read_on_by_one_process_from_where_it_was_left(engine: AsyncEngine) -> None:
    cursor, other = (EventCursorRepository(engine, feed) for feed in ("declarations", "others"))
    hour, minute = timedelta(hours=1), timedelta(minutes=1)
    assert await cursor.claim(NOW, NOW + hour) == NOW
    assert await cursor.claim(NOW, NOW + hour) is None
    assert await cursor.claim(NOW + hour, NOW + 2 * hour) == NOW, "the first one died"
    await cursor.move(NOW + hour, NOW + hour + minute)
    assert await other.claim(NOW + hour, NOW + 2 * hour) == NOW + hour
    assert await cursor.claim(NOW + hour, NOW + 2 * hour) is None
    assert await cursor.claim(NOW + 2 * hour, NOW + 3 * hour) == NOW + hour
