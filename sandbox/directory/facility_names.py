"""Names of invented facilities and divisions, made like real ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.directory.words import words

if TYPE_CHECKING:
    from random import Random

_OWN_NAMES = words("facilities")
_PRIMARY = (
    "Центр первинної медико-санітарної допомоги",
    "Центр первинної медико-санітарної допомоги",
    "Центр первинної медичної допомоги",
    "Центр сімейної медицини",
    "Міська поліклініка первинної допомоги",
)
_SPECIALISTS = (
    "Багатопрофільна лікарня",
    "Міська лікарня",
    "Міська поліклініка",
    "Консультативно-діагностичний центр",
    "Центральна лікарня",
    "Лікарня інтенсивного лікування",
    "Дитяча лікарня",
    "Стоматологічна поліклініка",
    "Центр реабілітації",
)
_PRIVATE = ("Медичний центр", "Клініка", "Медичний центр", "Стоматологія", "Сімейна клініка")
# Parts of the larger cities, as people call them.
_DISTRICTS: dict[str, list[str]] = {}
for _pair in words("districts"):
    _city, _, _district = _pair.replace("_", " ").partition(":")
    _DISTRICTS.setdefault(_city, []).append(_district)
_PARTS_OF_SPECIALISTS = ("Поліклініка", "Стаціонар", "Консультативне відділення", "Корпус")


def own_name(random: Random) -> str:
    return random.choice(_OWN_NAMES).replace("_", " ")


def communal(random: Random, place: str, *, is_primary: bool) -> str:
    """A communal facility without its legal form: «Міська лікарня „Явір“» м. Стрий."""
    kind = random.choice(_PRIMARY if is_primary else _SPECIALISTS)
    return f"«{kind} „{own_name(random)}“» {place}"


def private(random: Random) -> str:
    return f"«{random.choice(_PRIVATE)} „{own_name(random)}“»"


def division_of_primary(
    random: Random, settlement: str, words: str, number: int, kind: str
) -> str:
    """One of several divisions; in a city often named by the part of the city."""
    if kind == "FAP":
        return f"Фельдшерський пункт, {words}"
    districts = _DISTRICTS.get(settlement, [])
    if districts:
        return f"Амбулаторія № {number} «{random.choice(districts)}»"
    of_family_medicine = "Амбулаторія загальної практики – сімейної медицини"
    return f"{random.choice((of_family_medicine, 'Амбулаторія'))} № {number}, {words}"


def division_of_specialists(random: Random, settlement: str, words: str, number: int) -> str:
    part = random.choice(_PARTS_OF_SPECIALISTS)
    districts = _DISTRICTS.get(settlement, [])
    where = f"«{random.choice(districts)}»" if districts else words
    return f"{part} № {number}, {where}"
