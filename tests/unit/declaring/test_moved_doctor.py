"""Where the doctor of a declaration works now."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, cast

import pytest

from bot.domain.cabinet.workplace import Named, Workplace
from bot.domain.directory.doctors import DoctorIdentity
from bot.services.find_moved_doctor import FindMovedDoctor, MovedDoctor
from bot.services.show_declaration import ShownDeclaration
from tests.unit.declarations.fakes import CHAT, DECLARATION, ME, PARTIES
from tests.unit.declaring.people import a_doctor

if TYPE_CHECKING:
    from bot.domain.cabinet import Declaration, Parties
    from bot.domain.directory import Doctor
    from bot.services.show_declaration import ShowDeclaration

HERE = a_doctor()
THERE = replace(HERE, key=8, division=replace(HERE.division, id="elsewhere"))
NAME = HERE.name
WITH_NAME = replace(PARTIES, doctor_name=NAME, speciality=HERE.speciality)


@dataclass
class FakeKnownDoctors:
    """Implements KnownDoctors; `asked` are the names that were looked for."""

    known: DoctorIdentity | None = None
    places: tuple[Doctor, ...] = ()
    alike: tuple[Doctor, ...] = ()
    asked: list[DoctorIdentity] = field(default_factory=list)

    async def identity(self, employee_id: str) -> DoctorIdentity | None:
        assert employee_id == PARTIES.employee_id
        return self.known

    async def places_of(self, party_id: str) -> tuple[Doctor, ...]:
        assert party_id == HERE.party_id
        return self.places

    async def namesakes(self, identity: DoctorIdentity) -> tuple[Doctor, ...]:
        self.asked.append(identity)
        return self.alike


PERSON = DoctorIdentity(NAME, HERE.speciality, HERE.party_id)


@pytest.mark.parametrize(
    ("parties", "doctor", "known", "expected"),
    [
        pytest.param(
            PARTIES, HERE, FakeKnownDoctors(places=(HERE,)), (HERE, (), False), id="stays"
        ),
        pytest.param(
            PARTIES,
            HERE,
            FakeKnownDoctors(places=(HERE, THERE)),
            (HERE, (THERE,), False),
            id="both",
        ),
        pytest.param(
            PARTIES,
            None,
            FakeKnownDoctors(known=PERSON, places=(THERE,), alike=(HERE,)),
            (None, (THERE,), False),
            id="the person, whose former post is known",
        ),
        pytest.param(
            WITH_NAME,
            None,
            FakeKnownDoctors(alike=(THERE,)),
            (None, (THERE,), True),
            id="the name",
        ),
        pytest.param(
            PARTIES,
            None,
            FakeKnownDoctors(known=PERSON, alike=(THERE,)),
            (None, (THERE,), True),
            id="the name of a person who works nowhere",
        ),
        pytest.param(WITH_NAME, None, FakeKnownDoctors(), (None, (), True), id="nowhere"),
        pytest.param(PARTIES, None, FakeKnownDoctors(), (None, (), False), id="nobody knows whom"),
    ],
)
async def test_doctor_is_looked_for_by_person_and_then_by_name(
    parties: Parties,
    doctor: Doctor | None,
    known: FakeKnownDoctors,
    expected: tuple[Doctor | None, tuple[Doctor, ...], bool],
) -> None:
    found = await moved(replace(DECLARATION, parties=parties), doctor, known)
    assert (found.here, found.elsewhere, found.is_by_name) == expected


async def test_nobody_is_looked_for_without_a_name() -> None:
    known = FakeKnownDoctors(alike=(THERE,))
    assert (await moved(DECLARATION, None, known)).elsewhere == ()
    assert known.asked == []


async def moved(
    declaration: Declaration, doctor: Doctor | None, known: FakeKnownDoctors
) -> MovedDoctor:
    async def show(*, telegram_id: int, declaration_id: str) -> ShownDeclaration:
        assert (telegram_id, declaration_id) == (CHAT, DECLARATION.id)
        return ShownDeclaration(ME, Named(declaration, Workplace(declaration.parties, doctor)))

    find = FindMovedDoctor(show=cast("ShowDeclaration", show), known=known)
    return await find(telegram_id=CHAT, declaration_id=DECLARATION.id)
