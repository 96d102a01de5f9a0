"""The referrals that people and tests know by number; they are listed first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sandbox.esoz import states

if TYPE_CHECKING:
    from sandbox.esoz.states import State

# ЕСОЗ answers this number with 403 `Access denied` (reference/esoz.md §10, row 10).
FORBIDDEN_NUMBER = "7004-1236-5589-0043"


@dataclass(frozen=True)
class KnownReferral:
    """`services` pairs each service's state with its category; `special` chooses the patient.

    `created_days_ago` None lets the state decide; `is_transfer` names a performer.
    """

    number: str
    label: str
    services: tuple[tuple[State, str], ...]
    special: str = "age_40"
    created_days_ago: int | None = None
    is_urgent: bool = False
    is_transfer: bool = False


def _one(
    number: str, state: State, category: str = "counselling", *, label: str = ""
) -> KnownReferral:
    return KnownReferral(number, label or state.words, ((state, category),))


_THREE = (
    (states.NEW, "counselling"),
    (states.TAKEN_BY_OTHER, "laboratory_procedure"),
    (states.COMPLETED, "diagnostic_procedure"),
)
_SEVEN = (
    *_THREE,
    (states.RECALLED, "imaging"),
    (states.IN_ERROR, "procedure"),
    (states.NEW, "laboratory_procedure"),
    (states.WITHOUT_PROGRAM, "education"),
)

KNOWN: tuple[KnownReferral, ...] = (
    _one("8830-3875-8474-6820", states.NEW, label="нове, консультація"),
    _one("4417-0926-5583-1174", states.NEW, "laboratory_procedure", label="нове, лабораторія"),
    _one("2096-7718-3405-9921", states.TAKEN_BY_OTHER),
    _one("5150-2284-6097-3318", states.TAKEN_BY_DESK),
    _one("3372-9041-1865-7720", states.COMPLETED),
    _one("7741-5208-9936-0415", states.RECALLED),
    _one("6085-1397-2240-8856", states.EXPIRED),
    _one("9126-4470-8351-2603", states.IN_ERROR),
    KnownReferral(
        "3908-6612-7045-5289",
        "дві послуги під одним номером",
        ((states.NEW, "counselling"), (states.NEW, "laboratory_procedure")),
    ),
    KnownReferral("8264-1075-3391-9947", "три послуги під одним номером", _THREE),
    KnownReferral("1593-7820-4466-3012", "сім послуг під одним номером", _SEVEN),
    _one("02CX-K1AM-8E84-9TTO", states.NEW, label="нове, номер із літерами"),
    _one(
        "7HE3-P0KM-94XA-1B6T",
        states.TAKEN_BY_OTHER,
        "imaging",
        label="взято в роботу іншим закладом, номер із літерами",
    ),
    _one("2659-1183-0742-6694", states.WITHOUT_PROGRAM),
    _one("4870-3316-9258-1107", states.OVERDUE),
    _one("1128-9954-6037-4471", states.OVERDUE_TAKEN),
    _one("6637-2045-8819-5530", states.IN_QUEUE),
    KnownReferral(
        "3301-7789-5126-0948",
        "нове, строк спливає завтра",
        ((states.NEW, "counselling"),),
        created_days_ago=364,
    ),
    KnownReferral(
        "9472-0631-1584-7765",
        "нове, термінове",
        ((states.NEW, "diagnostic_procedure"),),
        is_urgent=True,
    ),
    _one("5813-4697-2206-3390", states.NEW, "hospitalization", label="нове, госпіталізація"),
    KnownReferral(
        "2745-8803-6619-1052",
        "переведення з лікарні в лікарню, заклад названо, повідомлення немає",
        ((states.NEW, "transfer"),),
        is_transfer=True,
    ),
    KnownReferral(
        "6390-1127-4485-7736",
        "нове, у пацієнтки немає телефону в системі, повідомлення немає",
        ((states.NEW, "laboratory_procedure"),),
        special="no_phone",
    ),
    KnownReferral(
        "4059-2286-7713-9404",
        "нове, дитина, повідомлення йде дорослому",
        ((states.NEW, "counselling"),),
        special="age_13",
    ),
    KnownReferral(
        "1876-5540-3927-6618",
        "нове, без Viber, повідомлення йде через СМС",
        ((states.NEW, "counselling"),),
        special="no_viber",
    ),
    _one("5528-9013-7764-2197", states.COMPLETED_EARLY),
    _one("8013-6675-1249-5582", states.COMPLETED_WITHOUT_PROGRAM),
    _one("2487-3350-9916-7048", states.RECALLED_TAKEN),
    _one("9961-0428-5537-1863", states.RECALLED_WITHOUT_PROGRAM),
    _one("7350-4492-8106-6627", states.EXPIRED_WITHOUT_PROGRAM),
    _one("3714-8859-2063-1195", states.IN_ERROR_COMPLETED),
    _one("1402-7736-9985-5310", states.IN_ERROR_WITHOUT_PROGRAM),
    _one(
        "6218-5907-3344-8871", states.NEW, "409063005", label="нове, категорії немає в довіднику"
    ),
    _one(FORBIDDEN_NUMBER, states.NEW, label="система відмовляє: «Access denied»"),
)
