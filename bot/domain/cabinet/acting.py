"""On whose behalf the bot speaks with ЕСОЗ, and what the patient allowed it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

MOST_PEOPLE = 6
"""Oneself and wards that one chat may be signed in for at a time."""


@dataclass(frozen=True, slots=True)
class Acting:
    """A session at ЕСОЗ that is good for a call now; made by `ActAs`, never stored.

    `access_id` is the consent that the bot itself was given: it stands among the accesses of the
    patient, and revoking it signs the bot out. `name` is a first name and the first letter of
    the surname, "" where ЕСОЗ did not tell it.
    """

    telegram_id: int
    session_id: str
    person_id: str = field(repr=False)
    applicant_person_id: str = field(repr=False)
    access_id: str = field(repr=False)
    scope: frozenset[str] = field(repr=False)
    access_token: str = field(repr=False)
    name: str = field(default="", repr=False)

    @property
    def is_confidant(self) -> bool:
        """Whether a confidant acts for another person (`reference/esoz.md` §1.3)."""
        return self.person_id != self.applicant_person_id

    def may(self, *scopes: str) -> bool:
        """Whether the patient, on the consent page, allowed all of these."""
        return self.scope.issuperset(scopes)


@dataclass(frozen=True, slots=True)
class SignedInPerson:
    """One of the people of a chat, as a list shows them."""

    session_id: str
    name: str = field(repr=False)
    is_confidant: bool
    is_current: bool
    has_ended: bool
    signed_in_at: datetime
