"""Let an operator in by the password, know the browser again, let it go."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final, Protocol

from bot.domain.signing.one_time import hash_of, new_secret
from bot.errors import NotAllowed

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.clock import Clock

SESSION_LASTS: Final = timedelta(hours=12)
"""A shift: whoever comes the next day gives the password again."""


class WrongPassword(NotAllowed):
    """The password is not that of the setting."""


class TooManyAttempts(NotAllowed):
    """Nobody is let in for a while: the wrong password was given too often."""


class OperatorSessions(Protocol):
    """Every method raises Unavailable when the database fails."""

    async def add(self, token_hash: str, password_tag: str, expires_at: datetime) -> None: ...

    async def is_open(self, token_hash: str, password_tag: str, now: datetime) -> bool: ...

    async def remove(self, token_hash: str) -> None: ...


class Attempts(Protocol):
    async def may_try(self) -> bool: ...

    async def note_failure(self) -> None: ...


class ChecksPassword(Protocol):
    async def __call__(self, password: str) -> bool: ...


class OperatorAccess:
    """`password_hash` is the setting; when it changes, every session is over."""

    def __init__(
        self,
        *,
        password_hash: str,
        is_right: ChecksPassword,
        sessions: OperatorSessions,
        attempts: Attempts,
        clock: Clock,
    ) -> None:
        self._tag = hash_of(password_hash)
        self._is_right = is_right
        self._sessions = sessions
        self._attempts = attempts
        self._clock = clock

    async def sign_in(self, password: str) -> str:
        """Return the secret for the browser's cookie; only its hash is stored.

        Raises WrongPassword, TooManyAttempts and Unavailable.
        """
        if not await self._attempts.may_try():
            raise TooManyAttempts
        if not await self._is_right(password):
            await self._attempts.note_failure()
            raise WrongPassword
        secret = new_secret()
        until = self._clock.now() + SESSION_LASTS
        await self._sessions.add(hash_of(secret), self._tag, until)
        return secret

    async def is_known(self, secret: str | None) -> bool:
        """Whether the browser with this cookie is let in; raises Unavailable."""
        if not secret:
            return False
        return await self._sessions.is_open(hash_of(secret), self._tag, self._clock.now())

    async def sign_out(self, secret: str | None) -> None:
        """Raises Unavailable."""
        if secret:
            await self._sessions.remove(hash_of(secret))
