"""Finds a doctor's post, facility and division in the directory by the ids of its exports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sandbox.directory.chance import index_of, record_id
from sandbox.directory.facilities import legal_entity
from sandbox.directory.facility_rows import division_row, legal_entity_row
from sandbox.directory.owner_rows import owner_employee_row, owner_party_row
from sandbox.directory.practitioner_rows import (
    POSTS_OF_A_DOCTOR,
    employee_id,
    employee_rows,
    party_row,
)
from sandbox.directory.specialities import FAMILY_DOCTOR, PEDIATRICIAN, THERAPIST
from sandbox.esoz.pis.patient import MAJORITY

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from sandbox.directory import Directory
    from sandbox.directory.practitioners import Practitioner

Json = dict[str, Any]
_TRIES = 4000


@dataclass(frozen=True)
class Workplace:
    """Rows of the exports; `practitioner` is None for one who heads a facility."""

    employee: Json
    party: Json
    legal_entity: Json
    practitioner: Practitioner | None

    @property
    def speciality(self) -> str:
        return str(self.employee.get("speciality", {}).get("speciality", ""))

    @property
    def declarations(self) -> int:
        """How many the doctor holds over all posts, by the directory."""
        return self.practitioner.declarations if self.practitioner else 0

    @property
    def declarations_limit(self) -> int:
        return self.practitioner.declarations_limit if self.practitioner else 0

    @property
    def works_at(self) -> set[str]:
        """Ids of all divisions where the doctor has a post."""
        one = self.practitioner
        posts = (one.main, one.second) if one else ()
        return {record_id("division", post.division) for post in posts if post}


class Workplaces:
    """Looks into a directory that is made when it is first asked for."""

    def __init__(self, directory: Callable[[], Directory]) -> None:
        self._directory = directory

    def find(self, wanted: str) -> Workplace | None:
        directory = self._directory()
        number = index_of("employee", wanted)
        if number is None:
            return self._owner(wanted)
        index = number // POSTS_OF_A_DOCTOR
        if index >= directory.count_of_practitioners:
            return None
        one = directory.practitioner(index)
        rows = employee_rows(one, directory.seed, directory.today, directory.legal_entity_of)
        employee = next((row for row in rows if row["id"] == wanted), None)
        if employee is None:
            return None
        party = party_row(one, directory.seed, directory.today)
        return Workplace(employee, party, self._legal_entity(employee), one)

    def division(self, division_id: str) -> Json | None:
        directory = self._directory()
        index = index_of("division", division_id)
        if index is None:
            return None
        try:
            division = directory.division(index)
        except IndexError:
            return None
        return division_row(division, directory.seed, directory.today)

    def count_declarations(self, employee: str, by: int) -> None:
        """One declaration more or fewer of the doctor behind an employee."""
        number = index_of("employee", employee)
        if number is not None:
            self._directory().count_declarations(number // POSTS_OF_A_DOCTOR, by)

    def pick(self, random: Random, age: int) -> Workplace | None:
        """Some doctor of primary care who takes patients of this age, at the main post."""
        directory = self._directory()
        suiting = {FAMILY_DOCTOR, PEDIATRICIAN if age < MAJORITY else THERAPIST}  # esoz.md §4.7
        for _ in range(_TRIES):
            one = directory.practitioner(random.randrange(directory.plan.doctors))
            holds = one.declarations_limit and not one.is_dismissed
            serves = directory.division(one.main.division).serves_patients
            if holds and serves and one.main.speciality in suiting:
                return self.find(employee_id(one.index))
        return None

    def _owner(self, wanted: str) -> Workplace | None:
        directory = self._directory()
        index = index_of("owner_employee", wanted)
        if index is None or index >= directory.plan.legal_entities:
            return None
        facility = legal_entity(directory.plan, index)
        employee = owner_employee_row(facility, directory.seed, directory.today)
        party = owner_party_row(facility, directory.seed, directory.today)
        return Workplace(employee, party, self._legal_entity(employee), None)

    def _legal_entity(self, employee: Json) -> Json:
        directory = self._directory()
        index = index_of("legal_entity", employee["legal_entity_id"])
        assert index is not None  # noqa: S101 - the id is of the directory's own row
        facility = legal_entity(directory.plan, index)
        return legal_entity_row(facility, directory.seed, directory.today)
