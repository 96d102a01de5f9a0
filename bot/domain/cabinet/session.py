"""A session at ЕСОЗ: what it was given, and what is kept of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.domain.cabinet.acting import Acting, SignedInPerson

if TYPE_CHECKING:
    from datetime import datetime

SIGN_IN_LIFETIME = timedelta(minutes=30)
"""From the signature to the way back from ЕСОЗ's consent page; reading it takes time."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """What ЕСОЗ gives for a code or a refresh token; `refresh_token` is "" where it stays.

    `name` of the person is not among it.
    """

    access_token: str = field(repr=False)
    expires_at: datetime
    refresh_token: str = field(repr=False)
    person_id: str = field(repr=False)
    applicant_person_id: str = field(repr=False)
    access_id: str = field(repr=False)
    scope: frozenset[str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class EsozSession:
    """What is kept, encrypted, of one person that a chat is signed in for.

    `version` grows with every change, so that of two processes one makes it. `refresh_token` is
    "" once ЕСОЗ takes the session no more: the patient is told of it at the next use.
    """

    id: str
    telegram_id: int
    person_id: str = field(repr=False)
    applicant_person_id: str = field(repr=False)
    access_id: str = field(repr=False)
    scope: frozenset[str] = field(repr=False)
    refresh_token: str = field(repr=False)
    name: str = field(repr=False)
    signed_in_at: datetime
    is_current: bool = True
    version: int = 0

    @property
    def has_ended(self) -> bool:
        return not self.refresh_token

    def acting(self, access_token: str) -> Acting:
        return Acting(
            telegram_id=self.telegram_id,
            session_id=self.id,
            person_id=self.person_id,
            applicant_person_id=self.applicant_person_id,
            access_id=self.access_id,
            scope=self.scope,
            access_token=access_token,
            name=self.name,
        )

    def listed(self) -> SignedInPerson:
        return SignedInPerson(
            session_id=self.id,
            name=self.name,
            is_confidant=self.person_id != self.applicant_person_id,
            is_current=self.is_current,
            has_ended=self.has_ended,
            signed_in_at=self.signed_in_at,
        )

    def refreshed(self, tokens: Tokens) -> EsozSession:
        """Return the session as a refresh leaves it; ЕСОЗ may keep the old refresh token."""
        return replace(
            self,
            refresh_token=tokens.refresh_token or self.refresh_token,
            scope=tokens.scope or self.scope,
            access_id=tokens.access_id or self.access_id,
        )


@dataclass(frozen=True, slots=True)
class PendingSignIn:
    """A browser on its way to ЕСОЗ's consent page; `state_hash` is the hex SHA-256 of `state`."""

    state_hash: str = field(repr=False)
    telegram_id: int
    sign_session: str
    expires_at: datetime
