"""Sign sessions that have a signature or an end: what is left to do, and who does it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, or_, select, update

from bot.db.insertion import insert_into
from bot.db.repositories.sign_session_rows import WIPED, read_session, seal_redirect
from bot.db.repositories.sign_sessions import move, state_in
from bot.db.tables import sign_sessions, used_signatures
from bot.db.transaction import reading, writing
from bot.domain.signing.session import AT_WORK, KEEPS_TRYING, OPEN, SessionState
from bot.errors import SignatureProblem, SignatureRefused

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from sqlalchemy import ColumnElement
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.domain.signing.session import SignSession
    from bot.services.signing_ports import Cipher

CLAIM = timedelta(minutes=2)
"""How long a process has for one session; longer than every call to ЕСОЗ with its repetitions."""
_AT_ONCE = 100
_TOLD_OF = frozenset({SessionState.SUBMITTED, SessionState.REFUSED, SessionState.EXPIRED})


class SignWorkRepository:
    """Implements `SignWork`."""

    def __init__(self, engine: AsyncEngine, cipher: Cipher) -> None:
        self._engine = engine
        self._cipher = cipher

    async def claim(self, key: str, now: datetime) -> SignSession | None:
        claimed = (
            update(sign_sessions)
            .where(sign_sessions.c.key == key, _has_work(), _is_free(now))
            .values(claimed_at=now)
            .returning(sign_sessions)
        )
        async with writing(self._engine) as connection:
            row = (await connection.execute(claimed)).first()
        return read_session(row, self._cipher) if row else None

    async def verify(self, key: str, *, der: bytes, signature_hash: str, now: datetime) -> bool:
        values = {"state": SessionState.VERIFIED, "container": self._cipher.seal(der)}
        used = insert_into(self._engine, used_signatures).values(
            signature_hash=signature_hash, used_at=now
        )
        async with writing(self._engine) as connection:
            has_moved = await move(connection, key, {SessionState.RECEIVED}, values)
            if has_moved:
                noted = await connection.execute(used.on_conflict_do_nothing())
                if not noted.rowcount:
                    # leaves the transaction, so that the session stays RECEIVED
                    raise SignatureRefused(SignatureProblem.ALREADY_USED)
        return has_moved

    async def try_again(self, key: str, problem: str, now: datetime) -> bool:
        values = {
            "state": SessionState.OPENED,
            "container": None,
            "problem": problem,
            "attempts": sign_sessions.c.attempts + 1,
            "claimed_at": None,
        }
        in_time = sign_sessions.c.expires_at > now
        return await self._move(key, {SessionState.RECEIVED}, values, in_time)

    async def submit(self, key: str, redirect: str | None, now: datetime) -> bool:
        left = {"particulars": seal_redirect(redirect, self._cipher)} if redirect else {}
        told_at = now if redirect else None
        values = {"state": SessionState.SUBMITTED, "told_at": told_at, **_ended(now), **left}
        return await self._move(key, {SessionState.VERIFIED}, values)

    async def refuse(self, key: str, problem: str, now: datetime) -> bool:
        values = {"state": SessionState.REFUSED, "problem": problem, **_ended(now)}
        return await self._move(key, AT_WORK, values)

    async def delay(self, key: str, problem: str) -> bool:
        is_news = sign_sessions.c.problem != problem
        return await self._move(key, AT_WORK, {"problem": problem}, is_news)

    async def mark_told(self, key: str, now: datetime) -> None:
        told = update(sign_sessions).where(sign_sessions.c.key == key).values(told_at=now)
        async with writing(self._engine) as connection:
            await connection.execute(told)

    async def expire(self, now: datetime) -> int:
        over = (
            update(sign_sessions)
            .where(state_in(OPEN), sign_sessions.c.expires_at <= now)
            .values(state=SessionState.EXPIRED, **_ended(now))
        )
        way_on_is_over = (
            update(sign_sessions)
            .where(
                sign_sessions.c.state == SessionState.SUBMITTED,
                sign_sessions.c.particulars.is_not(None),
                sign_sessions.c.ended_at <= now - KEEPS_TRYING,
            )
            .values(particulars=None)
        )
        async with writing(self._engine) as connection:
            await connection.execute(way_on_is_over)
            return (await connection.execute(over)).rowcount

    async def unfinished(self, now: datetime) -> Sequence[str]:
        found = select(sign_sessions.c.key).where(_has_work(), _is_free(now)).limit(_AT_ONCE)
        async with reading(self._engine) as connection:
            return list(await connection.scalars(found.order_by(sign_sessions.c.created_at)))

    async def _move(
        self,
        key: str,
        from_states: Collection[SessionState],
        values: dict[str, Any],
        *conditions: ColumnElement[bool],
    ) -> bool:
        async with writing(self._engine) as connection:
            return await move(connection, key, from_states, values, *conditions)


def _ended(now: datetime) -> dict[str, Any]:
    return {"ended_at": now, "claimed_at": None, **WIPED}


def _has_work() -> ColumnElement[bool]:
    """There is a signature to bring to an end, or an end that the patient does not know of."""
    is_untold = and_(state_in(_TOLD_OF), sign_sessions.c.told_at.is_(None))
    return or_(state_in(AT_WORK), is_untold)


def _is_free(now: datetime) -> ColumnElement[bool]:
    claimed_at = sign_sessions.c.claimed_at
    return or_(claimed_at.is_(None), claimed_at <= now - CLAIM)
