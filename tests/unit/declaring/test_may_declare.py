"""Who may declare with whom, as far as it can be told before ЕСОЗ is asked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.domain.cabinet import Parties, Standing
from bot.domain.cabinet.may_declare import Applicant, Obstacle, obstacle
from tests.unit.declaring.people import a_doctor

if TYPE_CHECKING:
    from bot.domain.directory import Doctor

ADULT = Applicant(Standing.FULL, 40)
CHILD = Applicant(Standing.FULL, 7)
THERAPIST = replace(a_doctor(), speciality="THERAPIST")
PEDIATRICIAN = replace(a_doctor(), speciality="PEDIATRICIAN")


@pytest.mark.parametrize(
    ("applicant", "doctor", "expected"),
    [
        pytest.param(ADULT, a_doctor(), None, id="adult at a family doctor"),
        pytest.param(CHILD, a_doctor(), None, id="child at a family doctor"),
        pytest.param(ADULT, THERAPIST, None, id="adult at a therapist"),
        pytest.param(CHILD, PEDIATRICIAN, None, id="child at a paediatrician"),
        pytest.param(replace(ADULT, age=17), PEDIATRICIAN, None, id="17 at a paediatrician"),
        pytest.param(
            replace(ADULT, age=18), PEDIATRICIAN, Obstacle.ADULT_AT_PEDIATRICIAN, id="18 at one"
        ),
        pytest.param(replace(ADULT, age=18), THERAPIST, None, id="18 at a therapist"),
        pytest.param(
            replace(ADULT, age=17), THERAPIST, Obstacle.CHILD_AT_THERAPIST, id="17 at one"
        ),
        pytest.param(replace(ADULT, age=None), THERAPIST, None, id="age unknown: let ЕСОЗ decide"),
        pytest.param(
            replace(ADULT, standing=Standing.UNKNOWN), a_doctor(), None, id="standing unknown"
        ),
        pytest.param(
            Applicant(Standing.READ_ONLY, 16), THERAPIST, Obstacle.READ_ONLY, id="16 reads only"
        ),
        pytest.param(
            Applicant(Standing.CONFIDANT_ONLY, 13), a_doctor(), Obstacle.CONFIDANT_ONLY, id="13"
        ),
        pytest.param(
            replace(ADULT, is_refused_by_registers=True, has_unfinished_change=True),
            a_doctor(),
            Obstacle.NOT_VERIFIED,
            id="not verified is told first",
        ),
        pytest.param(
            replace(ADULT, has_unfinished_change=True),
            a_doctor(),
            Obstacle.UNFINISHED_CHANGE,
            id="unfinished change",
        ),
        pytest.param(
            ADULT,
            replace(a_doctor(), takes_declarations=False),
            Obstacle.NO_DECLARATIONS,
            id="takes no declarations",
        ),
        pytest.param(
            ADULT,
            replace(a_doctor(), declarations_limit=1800, declarations_count=1800),
            None,
            id="a full doctor decides for themselves",
        ),
    ],
)
def test_obstacle(applicant: Applicant, doctor: Doctor, expected: Obstacle | None) -> None:
    assert obstacle(applicant, doctor, None) is expected


def test_doctor_of_the_declaration_in_force_needs_none() -> None:
    here = Parties(employee_id="employee", division_id="division")
    assert obstacle(ADULT, a_doctor(), here) is Obstacle.DECLARED_ALREADY
    moved = replace(here, division_id="other")
    assert obstacle(ADULT, a_doctor(), moved) is None
