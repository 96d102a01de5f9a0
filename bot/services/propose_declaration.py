"""A patient wants a declaration with a doctor: may it be, and what will change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.domain.cabinet import EsozRefused, age_on, standing
from bot.domain.cabinet.may_declare import Applicant, Obstacle, is_with, obstacle
from bot.domain.hours import KYIV
from bot.errors import NotAllowed
from bot.services.unfinished import unfinished_request

if TYPE_CHECKING:
    from bot.domain.cabinet import Acting, Declaration, DeclarationRequest
    from bot.domain.cabinet.workplace import Named
    from bot.domain.clock import Clock
    from bot.domain.directory import Doctor
    from bot.services.cabinet_ports import Cabinet
    from bot.services.declare_ports import Doctors
    from bot.services.show_my_declaration import ShowMyDeclaration


@dataclass(frozen=True, slots=True, repr=False)
class Proposal:
    """What the patient is asked about; `current` ends when the facility signs the new one."""

    acting: Acting
    doctor: Doctor
    current: Named[Declaration] | None
    under_way: Named[DeclarationRequest] | None

    @property
    def is_under_way(self) -> bool:
        """Whether there is a request to this very doctor already."""
        return self.under_way is not None and is_with(self.under_way.record.parties, self.doctor)


class MayNotDeclare(NotAllowed):
    """Something stands in the way that the patient can be told before any effort."""

    def __init__(self, acting: Acting, doctor: Doctor, obstacle: Obstacle) -> None:
        super().__init__(obstacle.value)
        self.acting = acting
        self.doctor = doctor
        self.obstacle = obstacle


class ProposeDeclaration:
    def __init__(
        self, *, mine: ShowMyDeclaration, cabinet: Cabinet, doctors: Doctors, clock: Clock
    ) -> None:
        self._mine = mine
        self._cabinet = cabinet
        self._doctors = doctors
        self._clock = clock

    async def __call__(self, *, telegram_id: int, doctor_key: int) -> Proposal:
        """Look at everything before anything is done.

        Raises MayNotDeclare, NotFound for a doctor who works there no more, and what ЕСОЗ raises:
        NotSignedIn, SignInEnded, EsozRefused, Unavailable.
        """
        doctor = await self._doctors.doctor(doctor_key)
        mine = await self._mine(telegram_id=telegram_id)
        current = mine.current.record.parties if mine.current else None
        found = obstacle(await self._applicant(mine.acting), doctor, current)
        if found:
            raise MayNotDeclare(mine.acting, doctor, found)
        return Proposal(mine.acting, doctor, mine.current, mine.under_way)

    async def _applicant(self, acting: Acting) -> Applicant:
        person = await self._cabinet.person(acting)
        today = self._clock.now().astimezone(KYIV).date()
        return Applicant(
            standing=standing(person, person.documents, today, is_confidant=acting.is_confidant),
            age=age_on(today, person.birth_date) if person.birth_date else None,
            is_refused_by_registers=await self._is_refused(acting),
            has_unfinished_change=await unfinished_request(self._cabinet, acting) is not None,
        )

    async def _is_refused(self, acting: Acting) -> bool:
        """False where looking was not allowed: ЕСОЗ checks it once more."""
        try:
            return (await self._cabinet.verification(acting)).is_refused
        except EsozRefused:
            return False
