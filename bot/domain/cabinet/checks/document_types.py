"""The kinds of documents that prove who a person is, and who has which."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class DocumentType(StrEnum):
    """ЕСОЗ's dictionary DOCUMENT_TYPE, in the order in which people choose (esoz.md §5.7)."""

    NATIONAL_ID = "NATIONAL_ID"
    PASSPORT = "PASSPORT"
    BIRTH_CERTIFICATE = "BIRTH_CERTIFICATE"
    TEMPORARY_PASSPORT = "TEMPORARY_PASSPORT"
    PERMANENT_RESIDENCE_PERMIT = "PERMANENT_RESIDENCE_PERMIT"
    TEMPORARY_CERTIFICATE = "TEMPORARY_CERTIFICATE"
    REFUGEE_CERTIFICATE = "REFUGEE_CERTIFICATE"
    COMPLEMENTARY_PROTECTION_CERTIFICATE = "COMPLEMENTARY_PROTECTION_CERTIFICATE"
    NO_CITIZENSHIP_CERTIFICATE = "NO_CITIZENSHIP_CERTIFICATE"
    FOREIGN_PASSPORT = "FOREIGN_PASSPORT"
    BIRTH_CERTIFICATE_FOREIGN = "BIRTH_CERTIFICATE_FOREIGN"
    FOREIGN_DOCUMENT_OTHER = "FOREIGN_DOCUMENT_OTHER"


CHILD_TYPES: Final = frozenset(
    {
        DocumentType.BIRTH_CERTIFICATE,
        DocumentType.BIRTH_CERTIFICATE_FOREIGN,
        DocumentType.FOREIGN_PASSPORT,
        DocumentType.FOREIGN_DOCUMENT_OTHER,
    }
)
"""The only documents under 14; none of them from 14 on (esoz.md §5.7)."""

EXPIRING: Final = frozenset(
    {
        DocumentType.NATIONAL_ID,
        DocumentType.COMPLEMENTARY_PROTECTION_CERTIFICATE,
        DocumentType.PERMANENT_RESIDENCE_PERMIT,
        DocumentType.REFUGEE_CERTIFICATE,
        DocumentType.TEMPORARY_CERTIFICATE,
        DocumentType.TEMPORARY_PASSPORT,
    }
)
"""Documents whose last day ЕСОЗ asks for (esoz.md §5.7)."""

INSTEAD_OF: Final = {
    DocumentType.NATIONAL_ID: DocumentType.PASSPORT,
    DocumentType.PASSPORT: DocumentType.NATIONAL_ID,
}
"""A person has the new passport or the old one, not both (esoz.md §9.3)."""

_SELF_REGISTRATION_AGE: Final = 14


def types_for_age(years: int) -> tuple[DocumentType, ...]:
    """Return the documents that a person of `years` may have."""
    is_child = years < _SELF_REGISTRATION_AGE
    return tuple(kind for kind in DocumentType if (kind in CHILD_TYPES) == is_child)
