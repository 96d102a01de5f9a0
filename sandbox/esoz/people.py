"""Invents the patients: every age from 0 to 95, and the special cases that tests need."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from sandbox.esoz.cabinet_cases import CABINET_CASES
from sandbox.esoz.invented import dice, invented_id
from sandbox.esoz.names import invent_name
from sandbox.esoz.person import AuthMethod, Person
from sandbox.esoz.rnokpp import rnokpp
from sandbox.esoz.special_cases import SPECIAL_CASES, Case

if TYPE_CHECKING:
    from datetime import date
    from random import Random

_OLDEST = 95
_ADULT = 18
_INDEPENDENT = 14
_ADULTS = 40
# Shares of ordinary people, invented.
_MALE, _WITH_PHONE, _WITH_VIBER = 0.5, 0.9, 0.7


def invent_people(today: date) -> tuple[Person, ...]:
    """The special patients first, then ordinary ones of every age, those of the cabinet last.

    The same for the same day.
    """
    random = dice("people")
    parents = [_person(random, n, _parent_case(random, 30 + n), today) for n in range(8)]
    children = _children(random, today, parents)
    specials = [
        _person(random, 20 + n, case, today, parents[n % len(parents)])
        for n, case in enumerate(SPECIAL_CASES)
    ]
    adults = [
        _person(random, 40 + n, _ordinary_case(random, _age_of_adult(n)), today)
        for n in range(_ADULTS)
    ]
    return (*specials, *parents, *children, *adults, *_of_cabinet(today))


def _of_cabinet(today: date) -> list[Person]:
    random = dice("people of the cabinet")
    known: dict[str, Person] = {}
    for one in CABINET_CASES:
        confidant = known[one.confidant] if one.confidant else None
        known[one.case.special] = _person(random, one.number, one.case, today, confidant)
    return list(known.values())


def _age_of_adult(n: int) -> int:
    return _ADULT + n * (_OLDEST - _ADULT) // (_ADULTS - 1)


def _parent_case(random: Random, age: int) -> Case:
    return replace(_ordinary_case(random, age), auth_method=AuthMethod.OTP)


def _children(random: Random, today: date, parents: list[Person]) -> list[Person]:
    cases = [_ordinary_case(random, age) for age in range(_ADULT)]
    return [
        _person(random, 80 + n, case, today, parents[n % len(parents)])
        for n, case in enumerate(cases)
    ]


def _ordinary_case(random: Random, age: int) -> Case:
    is_small = age < _INDEPENDENT
    adult_method = AuthMethod.OTP if random.random() < _WITH_PHONE else AuthMethod.OFFLINE
    return Case(
        special="",
        age=age,
        days_after_birthday=random.randrange(1, 360),
        is_male=random.random() < _MALE,
        auth_method=AuthMethod.THIRD_PERSON if is_small else adult_method,
        documents=("BIRTH_CERTIFICATE",) if is_small else ("NATIONAL_ID",),
        has_viber=random.random() < _WITH_VIBER,
        has_confidant=is_small,
    )


def _person(
    random: Random, n: int, case: Case, today: date, confidant: Person | None = None
) -> Person:
    birth_date = _birth_date(today, case)
    serial = random.randrange(5000)
    invented_name = invent_name(random, is_male=case.is_male)
    return Person(
        id=invented_id("person", n),
        name=case.name or invented_name,
        is_male=case.is_male,
        birth_date=birth_date,
        tax_id=rnokpp(birth_date, serial, is_male=case.is_male) if case.has_tax_id else None,
        phone=f"+3805000000{n:02}" if case.auth_method is AuthMethod.OTP else None,
        auth_method=case.auth_method,
        has_viber=case.has_viber,
        is_verified=case.is_verified,
        documents=case.documents,
        confidant=confidant if case.has_confidant else None,
        special=case.special or None,
    )


def _birth_date(today: date, case: Case) -> date:
    last_birthday = today - timedelta(days=case.days_after_birthday)
    year = last_birthday.year - case.age
    try:
        return last_birthday.replace(year=year)
    except ValueError:  # born on 29 February of a year that has none
        return last_birthday.replace(year=year, day=28)
