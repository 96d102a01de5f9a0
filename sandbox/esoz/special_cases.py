"""The special patients that reference/esoz.md §10.1 asks for."""

from __future__ import annotations

from dataclasses import dataclass

from sandbox.esoz.names import FullName
from sandbox.esoz.person import AuthMethod


@dataclass(frozen=True)
class Case:
    """What a patient is to be like; `special` is empty for an ordinary one.

    `days_after_birthday` counts from the last birthday.
    """

    special: str
    age: int
    days_after_birthday: int = 200
    is_male: bool = True
    auth_method: AuthMethod = AuthMethod.OTP
    documents: tuple[str, ...] = ("NATIONAL_ID",)
    has_tax_id: bool = True
    has_viber: bool = True
    is_verified: bool = True
    has_confidant: bool = False
    name: FullName | None = None


_REPRESENTED = AuthMethod.THIRD_PERSON
SPECIAL_CASES = (
    Case("age_40", 40),
    Case("age_18", 18, days_after_birthday=0, is_male=False),
    Case("age_17_99", 17, days_after_birthday=361),
    Case(
        "age_16_with_legal_capacity_document",
        16,
        is_male=False,
        documents=("NATIONAL_ID", "LEGAL_CAPACITY_DOCUMENT"),
    ),
    Case("age_14_without_document", 14, 30, documents=("BIRTH_CERTIFICATE",)),
    Case(
        "age_13",
        13,
        is_male=False,
        auth_method=_REPRESENTED,
        documents=("BIRTH_CERTIFICATE",),
        has_confidant=True,
    ),
    Case(
        "newborn",
        0,
        days_after_birthday=9,
        is_male=False,
        auth_method=_REPRESENTED,
        documents=("BIRTH_CERTIFICATE",),
        has_tax_id=False,
        has_confidant=True,
    ),
    Case("age_95", 95, is_male=False, documents=("PASSPORT",), has_viber=False),
    Case("not_verified", 33, is_verified=False),
    Case("represented_adult", 52, auth_method=_REPRESENTED, has_confidant=True),
    Case("no_tax_id", 61, is_male=False, documents=("PASSPORT",), has_tax_id=False),
    Case("no_phone", 78, is_male=False, auth_method=AuthMethod.OFFLINE, documents=("PASSPORT",)),
    Case("no_auth_method", 45, auth_method=AuthMethod.NA),
    Case("no_viber", 70, has_viber=False, documents=("PASSPORT",)),
    Case("apostrophe", 29, name=FullName("Лук'яненко", "В'ячеслав", "Мар'янович")),
    Case(
        "no_second_name",
        36,
        is_male=False,
        documents=("PERMANENT_RESIDENCE_PERMIT",),
        name=FullName("Вигадана", "Амелія", None),
    ),
)
