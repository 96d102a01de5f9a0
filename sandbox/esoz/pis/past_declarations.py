"""Invents the declarations that patients had before: most have a doctor, some never had one."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from sandbox.esoz.invented import dice, invented_id
from sandbox.esoz.pis.declaration import Declaration, DeclarationStatus
from sandbox.esoz.pis.printed_form import declaration_form

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from random import Random

    from sandbox.esoz.pis.patient import Patient
    from sandbox.esoz.pis.workplaces import Workplace, Workplaces

TERM_DAYS = 1826  # five years, as the example of esoz.md §4.3; the real term is not published
_ALPHABET = "0123456789AEHKMPTX"  # esoz.md §9.2
# How many ended ones, and whether there is a current one; by the name of the special case.
_FIXED = {
    "age_40": (2, True),
    "age_18": (1, False),
    "newborn": (0, False),
    "no_viber": (0, False),
    "age_95": (2, False),
    "not_verified": (0, True),
    "child_of_7": (0, True),
    "incapable_adult": (1, True),
    "age_16_without_document": (0, False),
    "age_17_without_document": (0, True),
    "age_17_with_legal_capacity_document": (0, False),
    "parent": (1, True),
    "guardian": (0, True),
}
_NONE, _ONLY_PAST = 0.15, 0.3


def declaration_number(random: Random) -> str:
    groups = ("".join(random.choices(_ALPHABET, k=4)) for _ in range(2))
    return "-".join((f"000{random.randrange(10)}", *groups))


def invent_declarations(
    patient: Patient, special: str | None, workplaces: Workplaces, today: date
) -> list[Declaration]:
    """Oldest first; the same for the same patient, directory and day."""
    random = dice(f"declarations:{patient.id}")
    past, has_current = _FIXED.get(special or "", _chance(random))
    return list(_invented(patient, past, workplaces, today, has_current=has_current))


def _chance(random: Random) -> tuple[int, bool]:
    chance = random.random()
    if chance < _NONE:
        return 0, False
    return random.choice((0, 1, 1, 2)), chance >= _ONLY_PAST


def _invented(
    patient: Patient, past: int, workplaces: Workplaces, today: date, *, has_current: bool
) -> Iterator[Declaration]:
    random = dice(f"doctors:{patient.id}")
    ended_on = today
    age_in_days = 365 * patient.age_on(today) + 100
    span = min(900, age_in_days // (past + 1))
    for number in range(past + has_current):
        place = workplaces.pick(random, patient.age_on(today))
        if place is None:
            return
        starts_on = today - timedelta(days=span * (past + has_current - number))
        one = _declaration(random, patient, place, workplaces, starts_on, number)
        is_current = has_current and number == past
        if not is_current:
            ended_on = starts_on + timedelta(days=max(1, span - 20))
            reason = random.choice(("manual_person", "manual_employee"))
            one.end(DeclarationStatus.TERMINATED, _at(ended_on), reason)
        yield one


def _declaration(
    random: Random,
    patient: Patient,
    place: Workplace,
    workplaces: Workplaces,
    starts_on: date,
    number: int,
) -> Declaration:
    division_id = place.employee["division_id"]
    ends_on = starts_on + timedelta(days=TERM_DAYS)
    shown = declaration_number(random)
    division = workplaces.division(division_id)
    content = declaration_form(
        number=shown,
        person=patient.data,
        confidant=None,
        workplace={
            "party": {"second_name": None, **place.party},
            "legal_entity": place.legal_entity,
            "division": division,
        },
        start_date=starts_on.isoformat(),
        end_date=ends_on.isoformat(),
    )
    relationship = patient.relationship
    return Declaration(
        id=invented_id("declaration", patient.id, number),
        number=shown,
        patient_id=patient.id,
        confidant_id=relationship.confidant_id if relationship else None,
        employee_id=place.employee["id"],
        division_id=division_id,
        legal_entity_id=place.employee["legal_entity_id"],
        request_id=invented_id("declaration_request", patient.id, number),
        start_date=starts_on,
        end_date=ends_on,
        signed_at=_at(starts_on),
        updated_at=_at(starts_on),
        content=content,
    )


def _at(day: date) -> datetime:
    return datetime.combine(day, time(10, 30), UTC)
