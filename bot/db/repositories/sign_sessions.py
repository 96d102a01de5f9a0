"""Sign sessions until their signature comes: every move is one conditional update."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select, update

from bot.db.repositories.sign_session_rows import WIPED, new_row, read_session
from bot.db.tables import sign_requests, sign_sessions
from bot.db.transaction import reading, writing
from bot.domain.signing.session import KEEPS_TRYING, OPEN, Purpose, SessionState, SignRequest

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from sqlalchemy import ColumnElement, Select
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

    from bot.domain.signing.session import Provider, SignSession
    from bot.services.signing_ports import Cipher


class SignSessionRepository:
    """Implements `SignSessions`."""

    def __init__(self, engine: AsyncEngine, cipher: Cipher) -> None:
        self._engine = engine
        self._cipher = cipher

    async def add(self, session: SignSession) -> None:
        row = insert(sign_sessions).values(new_row(session, self._cipher))
        earlier = (
            update(sign_sessions)
            .where(sign_sessions.c.telegram_id == session.telegram_id, state_in(OPEN))
            .values(state=SessionState.CANCELLED, ended_at=session.created_at, **WIPED)
        )
        async with writing(self._engine) as connection:
            await connection.execute(earlier)
            await connection.execute(row)

    async def find(self, key: str) -> SignSession | None:
        return await self._one(select(sign_sessions).where(sign_sessions.c.key == key))

    async def by_request(self, request: str) -> SignSession | None:
        return await self._one(
            select(sign_sessions)
            .join(sign_requests, sign_requests.c.session_key == sign_sessions.c.key)
            .where(sign_requests.c.request == request)
        )

    async def open_of(self, telegram_id: int, now: datetime) -> SignSession | None:
        return await self._one(
            select(sign_sessions)
            .where(
                sign_sessions.c.telegram_id == telegram_id,
                state_in(OPEN),
                sign_sessions.c.expires_at > now,
            )
            .order_by(sign_sessions.c.created_at.desc())
        )

    async def handed_over(self, browser: str, now: datetime) -> SignSession | None:
        return await self._one(
            select(sign_sessions)
            .where(
                sign_sessions.c.browser == browser,
                sign_sessions.c.state == SessionState.SUBMITTED,
                sign_sessions.c.purpose == Purpose.SIGN_IN,
                sign_sessions.c.ended_at > now - KEEPS_TRYING,
            )
            .order_by(sign_sessions.c.ended_at.desc())
        )

    async def bind(self, key: str, browser: str, now: datetime) -> bool:
        awaited = (sign_sessions.c.expires_at > now,)
        values = {"state": SessionState.OPENED, "browser": browser}
        return await self._move(key, {SessionState.NEW}, values, *awaited)

    async def translate(self, key: str, language: str) -> None:
        chosen = update(sign_sessions).where(sign_sessions.c.key == key)
        async with writing(self._engine) as connection:
            await connection.execute(chosen.values(language=language))

    async def wait(self, key: str, provider: Provider, now: datetime) -> bool:
        from_states = {SessionState.OPENED, SessionState.WAITING}
        values = {"state": SessionState.WAITING, "provider": provider, "problem": ""}
        return await self._move(key, from_states, values, sign_sessions.c.expires_at > now)

    async def add_request(self, key: str, request: str, made: SignRequest) -> None:
        row = insert(sign_requests).values(
            request=request,
            session_key=key,
            deeplink=self._cipher.seal(made.deeplink.encode()),
            made_at=made.made_at,
        )
        async with writing(self._engine) as connection:
            await connection.execute(row)

    async def last_request(self, key: str) -> SignRequest | None:
        newest = (
            select(sign_requests.c.deeplink, sign_requests.c.made_at)
            .where(sign_requests.c.session_key == key)
            .order_by(sign_requests.c.made_at.desc())
            .limit(1)
        )
        async with reading(self._engine) as connection:
            row = (await connection.execute(newest)).first()
        if row is None:
            return None
        return SignRequest(self._cipher.unseal(row.deeplink).decode(), row.made_at)

    async def receive(self, key: str, container: bytes, provider: Provider, now: datetime) -> bool:
        values = {
            "state": SessionState.RECEIVED,
            "container": self._cipher.seal(container),
            "provider": provider,
            "received_at": now,
            "claimed_at": None,
            "problem": "",
        }
        return await self._move(key, OPEN, values, sign_sessions.c.expires_at > now)

    async def cancel(self, telegram_id: int, number: str, now: datetime) -> bool:
        ended = (
            update(sign_sessions)
            .where(
                sign_sessions.c.telegram_id == telegram_id,
                sign_sessions.c.key.startswith(number, autoescape=True),
                state_in(OPEN),
            )
            .values(state=SessionState.CANCELLED, ended_at=now, **WIPED)
        )
        async with writing(self._engine) as connection:
            return bool((await connection.execute(ended)).rowcount)

    async def _one(self, wanted: Select[Any]) -> SignSession | None:
        async with reading(self._engine) as connection:
            row = (await connection.execute(wanted.limit(1))).first()
        return read_session(row, self._cipher) if row else None

    async def _move(
        self,
        key: str,
        from_states: Collection[SessionState],
        values: dict[str, Any],
        *conditions: ColumnElement[bool],
    ) -> bool:
        async with writing(self._engine) as connection:
            return await move(connection, key, from_states, values, *conditions)


async def move(
    connection: AsyncConnection,
    key: str,
    from_states: Collection[SessionState],
    values: dict[str, Any],
    *conditions: ColumnElement[bool],
) -> bool:
    """Change a session that is in one of `from_states`; return whether it was."""
    change = update(sign_sessions).where(
        sign_sessions.c.key == key, state_in(from_states), *conditions
    )
    return bool((await connection.execute(change.values(values))).rowcount)


def state_in(states: Collection[SessionState]) -> ColumnElement[bool]:
    return sign_sessions.c.state.in_(sorted(states))
