"""Invents full names in the proportions of Ukraine; any likeness to the living is chance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sandbox.directory.chance import ranked
from sandbox.directory.given_names import MEN, PATRONYMICS, WOMEN
from sandbox.directory.surnames import SURNAMES, feminine

if TYPE_CHECKING:
    from random import Random

_MEN, _WOMEN = ranked(MEN, shift=4), ranked(WOMEN, shift=4)
_PATRONYMICS = ranked(PATRONYMICS, shift=4)
_SURNAMES = ranked(SURNAMES, shift=60)
_DOUBLE_SURNAME_SHARE, _NO_PATRONYMIC_SHARE = 0.02, 0.01
# Exports of many systems: the same apostrophe stands in several signs.
_APOSTROPHES = ("'",) * 8 + ("’", "ʼ")


@dataclass(frozen=True, slots=True)
class Name:
    """Прізвище, ім'я, по батькові; not everyone has the last."""

    last: str
    first: str
    second: str | None


def invent_name(random: Random, *, is_male: bool) -> Name:
    """A name in which surname, first name and patronymic agree in gender."""
    last, first = _surname(random, is_male=is_male), (_MEN if is_male else _WOMEN).pick(random)
    second: str | None = _PATRONYMICS.pick(random)[0 if is_male else 1]
    if random.random() < _NO_PATRONYMIC_SHARE:
        second = None
    sign = random.choice(_APOSTROPHES)
    return Name(
        last.replace("'", sign),
        first.replace("'", sign),
        second.replace("'", sign) if second else None,
    )


def _surname(random: Random, *, is_male: bool) -> str:
    one = _SURNAMES.pick(random)
    if is_male:
        return one
    if random.random() < _DOUBLE_SURNAME_SHARE:
        return f"{feminine(one)}-{feminine(_SURNAMES.pick(random))}"
    return feminine(one)
