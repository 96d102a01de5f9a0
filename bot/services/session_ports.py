"""What being signed in at ЕСОЗ needs: ЕСОЗ's own sign-in, a memory for sessions, the chat."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.domain.cabinet import Acting, EsozRefused, Person
    from bot.domain.cabinet.session import EsozSession, PendingSignIn, Tokens
    from bot.domain.cabinet.signed_in import SignInResult
    from bot.errors import Unavailable


class EsozSignIn(Protocol):
    """OAuth with ЕСОЗ; every method that asks raises Unavailable in an outage."""

    async def nonce(self) -> str:
        """A one-time JWT for the patient to sign; it lives 15 minutes."""
        ...

    def address(self, signed: bytes, *, state: str, is_confidant: bool) -> str:
        """Where the browser goes with the signed nonce (CMS in DER)."""
        ...

    def declined(self, error: str, description: str) -> EsozRefused | Unavailable:
        """What an error means that the consent page sent back (RFC 6749 §4.1.2.1)."""
        ...

    async def exchange(self, code: str) -> Tokens:
        """Raises EsozRefused, SIGN_IN_OUTDATED for a code that is used or too old."""
        ...

    async def refresh(self, refresh_token: str) -> Tokens:
        """Raises EsozRefused, SIGN_IN_OUTDATED when ЕСОЗ takes the token no more."""
        ...

    async def log_out(self, access_token: str) -> None:
        """End the session; the refresh token ends with it."""
        ...


class Sessions(Protocol):
    """Sessions by patient; every method raises Unavailable when the database fails."""

    async def of_patient(self, telegram_id: int) -> Sequence[EsozSession]:
        """The oldest first; at most one is current."""
        ...

    async def add(self, session: EsozSession, now: datetime) -> None:
        """Store as the current one, in place of one for the same person.

        Raises TooManyPeople.
        """
        ...

    async def make_current(self, telegram_id: int, session_id: str) -> None:
        """Raises NotFound when the patient has no such session."""
        ...

    async def claim(self, session: EsozSession, now: datetime) -> bool:
        """Take the right to refresh, for half a minute; False where another has it.

        False, too, when the session has changed meanwhile, or is gone: read it again.
        """
        ...

    async def release(self, session: EsozSession) -> None:
        """Give the right back without a change."""
        ...

    async def keep(self, session: EsozSession, now: datetime) -> bool:
        """Store what a refresh brought, and release; False when the session is gone."""
        ...

    async def name(self, session: EsozSession, name: str) -> None:
        """Store how the person is called in lists."""
        ...

    async def remove(self, telegram_id: int, session_id: str) -> None:
        """Delete it; when it was the current one, the oldest of the others becomes that."""
        ...


class AfterSignIn(Protocol):
    """What goes on in the chat when somebody has signed in."""

    async def __call__(self, *, telegram_id: int) -> None: ...


class PendingSignIns(Protocol):
    async def add(self, pending: PendingSignIn) -> None: ...

    async def take(self, state_hash: str, now: datetime) -> PendingSignIn | None:
        """Delete it and give it back, once; None when there is none, or its time is over."""
        ...


class TokenRenewal(Protocol):
    """What a call does when ЕСОЗ refuses an access token."""

    async def renewed(self, acting: Acting) -> Acting:
        """The same session with a new access token; raises SignInEnded and Unavailable."""
        ...

    async def ended(self, acting: Acting) -> None:
        """ЕСОЗ refuses new tokens, too."""
        ...


class NamedPerson(Protocol):
    async def person(self, acting: Acting) -> Person: ...


class SignInNews(Protocol):
    async def tell(self, telegram_id: int, result: SignInResult) -> None:
        """Say in the chat how a sign-in ended; raises ChatClosed and Unavailable."""
        ...
