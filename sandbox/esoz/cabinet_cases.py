"""The special patients of the e-cabinet: minors, wards, and whoever acts for them.

They came after the others and stand last, so that referrals and ids of the others stay.
"""

from __future__ import annotations

from dataclasses import dataclass

from sandbox.esoz.person import AuthMethod
from sandbox.esoz.special_cases import Case

_REPRESENTED = AuthMethod.THIRD_PERSON
_CAPACITY = ("NATIONAL_ID", "LEGAL_CAPACITY_DOCUMENT")
_CERTIFICATE = ("BIRTH_CERTIFICATE",)


@dataclass(frozen=True)
class CabinetCase:
    """`number` makes id and phone; `confidant` is the special name of an earlier case."""

    number: int
    case: Case
    confidant: str | None = None


def _ward(
    special: str, age: int, *, is_male: bool = True, documents: tuple[str, ...] = _CERTIFICATE
) -> Case:
    return Case(
        special,
        age,
        is_male=is_male,
        auth_method=_REPRESENTED,
        documents=documents,
        has_confidant=True,
    )


CABINET_CASES = (
    CabinetCase(8, Case("age_14_with_legal_capacity_document", 14, documents=_CAPACITY)),
    CabinetCase(9, Case("age_17_without_document", 17, is_male=False)),
    CabinetCase(10, Case("age_17_with_legal_capacity_document", 17, documents=_CAPACITY)),
    CabinetCase(11, Case("parent", 38, is_male=False)),
    CabinetCase(12, _ward("child_of_7", 7), "parent"),
    CabinetCase(13, Case("guardian", 58, documents=("PASSPORT",))),
    CabinetCase(
        14, _ward("incapable_adult", 30, is_male=False, documents=("NATIONAL_ID",)), "guardian"
    ),
    CabinetCase(15, _ward("child_relationship_not_verified", 5), "parent"),
    CabinetCase(16, Case("parent_not_verified", 35, is_verified=False)),
    CabinetCase(17, _ward("child_of_parent_not_verified", 6), "parent_not_verified"),
    CabinetCase(
        18,
        _ward("child_without_birth_certificate", 8, documents=("FOREIGN_PASSPORT",)),
        "parent",
    ),
    CabinetCase(19, Case("unsuitable_document", 25, documents=("FOREIGN_DOCUMENT_OTHER",))),
    CabinetCase(36, Case("blocked_parent", 44)),
    CabinetCase(37, _ward("child_of_blocked_parent", 9, is_male=False), "blocked_parent"),
    CabinetCase(38, Case("parent_of_17", 17, is_male=False)),
    CabinetCase(39, _ward("child_of_parent_of_17", 1), "parent_of_17"),
    CabinetCase(98, Case("age_16_without_document", 16)),
)
CABINET_SPECIALS = frozenset(one.case.special for one in CABINET_CASES)
