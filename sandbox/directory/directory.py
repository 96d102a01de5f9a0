"""The whole made-up directory, and what a person has changed in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from sandbox.directory import facilities
from sandbox.directory.facilities import Division
from sandbox.directory.plan import Plan, make_plan
from sandbox.directory.practitioners import Practitioner, practitioner
from sandbox.directory.service_rows import service_row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.directory.facilities import LegalEntity
    from sandbox.directory.rows import Row
    from sandbox.directory.settlements import Settlement

SEED = 2026
# The day that records are dated from when nobody says another.
_FIRST_DAY = date(2026, 11, 22)


class Directory:
    """Everything is invented when it is asked for; only the plan and the changes are kept.

    Records are dated from the day `today`, however far the clock moves on.
    """

    def __init__(self, plan: Plan, today: date) -> None:
        self.plan = plan
        self.seed = plan.seed
        self.today = today
        self._changed: dict[int, Practitioner] = {}
        self._added_divisions: list[Division] = []
        # When it was opened; for a division's index and a speciality.
        self._opened_services: dict[tuple[int, str], str] = {}

    @classmethod
    def generate(
        cls, doctors: int = 2000, seed: int = SEED, today: date = _FIRST_DAY
    ) -> Directory:
        """The same for the same arguments."""
        return cls(make_plan(doctors, seed), today)

    @property
    def count_of_practitioners(self) -> int:
        added = sum(index >= self.plan.doctors for index in self._changed)
        return self.plan.doctors + added

    def practitioners(self) -> Iterator[Practitioner]:
        """Every doctor, those that were added last."""
        return map(self.practitioner, range(self.count_of_practitioners))

    def practitioner(self, index: int) -> Practitioner:
        return self._changed.get(index) or practitioner(self.plan, index)

    def holders_of_declarations(self) -> Iterator[Practitioner]:
        """Those who may hold them; only posts of primary care do, so others are passed over."""
        for index in range(self.count_of_practitioners):
            if index in self._changed or self.plan.post(index) < self.plan.declared:
                yield self.practitioner(index)

    def division(self, index: int) -> Division:
        if index >= self.plan.divisions:
            return self._added_divisions[index - self.plan.divisions]
        return facilities.division(self.plan, index)

    def divisions(self) -> Iterator[Division]:
        known = map(self.division, range(self.plan.divisions))
        return chain(known, self._added_divisions)

    def divisions_in(self, settlement: int) -> Iterator[Division]:
        """The divisions in one settlement, by its index."""
        known = (at for at, place in enumerate(self.plan.settlement_of) if place == settlement)
        added = (one for one in self._added_divisions if one.settlement.index == settlement)
        return chain(map(self.division, known), added)

    def legal_entities(self) -> Iterator[LegalEntity]:
        return (
            facilities.legal_entity(self.plan, index) for index in range(self.plan.legal_entities)
        )

    def legal_entity_of(self, division: int) -> int:
        """The index of the facility that a division belongs to."""
        if division < self.plan.divisions:
            return self.plan.legal_entity_of[division]
        return self.division(division).legal_entity.index

    def service(self, division: int, speciality: str) -> Row:
        """What a division does in one speciality, as the row of its export."""
        opened_at = self._opened_services.get((division, speciality))
        owner = self.legal_entity_of(division)
        return service_row(division, owner, speciality, self.seed, self.today, opened_at)

    def services(self) -> Iterator[Row]:
        for division in range(self.plan.divisions):
            for speciality in dict.fromkeys(self.plan.offers[division]):
                if (division, speciality) not in self._opened_services:
                    yield self.service(division, speciality)
        for division, speciality in self._opened_services:
            yield self.service(division, speciality)

    def put(self, one: Practitioner, moment: str) -> None:
        """Keep a changed doctor, or a new one, and open the service that the main post needs."""
        self._changed[one.index] = one
        post = one.main
        is_offered = post.speciality in self.division(post.division).offered
        if not (is_offered and self.service(post.division, post.speciality)["is_active"]):
            self._opened_services[post.division, post.speciality] = moment

    def count_declarations(self, index: int, by: int) -> None:
        """A doctor has so many declarations more, or fewer, from the next export on."""
        one = self.practitioner(index)
        self._changed[index] = replace(one, declarations=max(0, one.declarations + by))

    def open_division(
        self, name: str, facility: LegalEntity, settlement: Settlement, moment: str
    ) -> Division:
        """A new division of `facility` under its contract."""
        one = Division(
            index=self.plan.divisions + len(self._added_divisions),
            name=name,
            kind="AMBULANT_CLINIC",
            legal_entity=facility,
            settlement=settlement,
            offered=(),
            is_active=True,
            is_contracted=True,
            opened_at=moment,
        )
        self._added_divisions.append(one)
        return one
