"""What a person may do in their own cabinet, by age and legal capacity (`esoz.md` §5.5).

Under 14 nobody signs in for themselves; from 14 to 18 one reads, and acts only with a document of
legal capacity; from 18 one acts. For whoever cannot, a confidant does, signed in as such. The
ages are ЕСОЗ's own settings (page 18000250202, a release candidate, checked on 2026-11-22).
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bot.domain.cabinet.person import Document, Person

SELF_SIGN_IN_AGE = 14
FULL_CAPACITY_AGE = 18

LEGAL_CAPACITY_DOCUMENTS = frozenset(
    {
        "MARRIAGE_CERTIFICATE",
        "DIVORCE_CERTIFICATE",
        "STATE_REGISTER_EXTRACT",
        "COURT_DECISION_LEGAL_CAPACITY",
        "COURT_DECISION_DIVORCE",
        "GUARDIANSHIP_DECISION_LEGAL_CAPACITY",
        "LEGAL_CAPACITY_DOCUMENT",
    }
)
"""Of an open client of the real ЕСОЗ; the list that holds for patients is not published."""


class Standing(StrEnum):
    """What whoever is signed in may do with this person's data."""

    FULL = "full"
    READ_ONLY = "read_only"
    CONFIDANT_ONLY = "confidant_only"
    """Only somebody who is signed in as the person's confidant."""
    UNKNOWN = "unknown"
    """ЕСОЗ gave no date of birth: let it decide."""


def standing(
    person: Person, documents: Iterable[Document], today: date, *, is_confidant: bool
) -> Standing:
    """Say what may be done; `today` is the date in Ukraine.

    An adult whom a court found incapable looks like any other here: only ЕСОЗ knows, and answers
    `Request must be authorized by confidant person`.
    """
    if is_confidant:
        return Standing.FULL
    if person.birth_date is None:
        return Standing.UNKNOWN
    age = age_on(today, person.birth_date)
    if age < SELF_SIGN_IN_AGE:
        return Standing.CONFIDANT_ONLY
    if age >= FULL_CAPACITY_AGE or _proves_capacity(documents):
        return Standing.FULL
    return Standing.READ_ONLY


def age_on(today: date, birth_date: date) -> int:
    """Whole years; one born on 29 February has the birthday on 1 March of a common year."""
    had_birthday = (today.month, today.day) >= (birth_date.month, birth_date.day)
    return today.year - birth_date.year - (not had_birthday)


def _proves_capacity(documents: Iterable[Document]) -> bool:
    return any(document.type in LEGAL_CAPACITY_DOCUMENTS for document in documents)
