"""A patient wants a declaration with a doctor: may it be, and what will change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.domain.cabinet import EsozRefused, age_on, standing
from bot.domain.cabinet.declaration_draft import DeclarationDraft
from bot.domain.cabinet.may_declare import Applicant, Obstacle, is_with, obstacle
from bot.domain.hours import KYIV
from bot.errors import NotAllowed
from bot.services.unfinished import unfinished_request

if TYPE_CHECKING:
    from bot.domain.cabinet import Acting, Declaration, DeclarationRequest, Person
    from bot.domain.cabinet.workplace import Named
    from bot.domain.clock import Clock
    from bot.domain.directory import Doctor
    from bot.services.cabinet_ports import Cabinet
    from bot.services.declare_ports import DeclarationDrafts, Doctors
    from bot.services.show_my_declaration import ShowMyDeclaration


@dataclass(frozen=True, slots=True, repr=False)
class Proposal:
    """What the patient is asked about; `current` ends when the facility signs the new one."""

    acting: Acting
    doctor: Doctor
    current: Named[Declaration] | None
    under_way: Named[DeclarationRequest] | None
    signs_by_document: bool = False
    """No tax number: ЕСОЗ compares the signature with the identity document (esoz.md §4.9)."""

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
        self,
        *,
        mine: ShowMyDeclaration,
        cabinet: Cabinet,
        doctors: Doctors,
        drafts: DeclarationDrafts,
        clock: Clock,
    ) -> None:
        self._mine = mine
        self._cabinet = cabinet
        self._doctors = doctors
        self._drafts = drafts
        self._clock = clock

    async def __call__(self, *, telegram_id: int, doctor_key: int) -> Proposal:
        """Look at everything before anything is done; the wish is kept until it is answered.

        Raises MayNotDeclare, NotFound for a doctor who works there no more, and what ЕСОЗ raises:
        NotSignedIn, SignInEnded, EsozRefused, Unavailable.
        """
        doctor = await self._doctors.doctor(doctor_key)
        await self._drafts.put(DeclarationDraft(telegram_id, doctor_key, self._clock.now()))
        mine = await self._mine(telegram_id=telegram_id)
        current = mine.current.record.parties if mine.current else None
        person = await self._cabinet.person(mine.acting)
        found = obstacle(await self._applicant(mine.acting, person), doctor, current)
        proposal = Proposal(
            mine.acting,
            doctor,
            mine.current,
            mine.under_way,
            signs_by_document=not person.tax_id and not mine.acting.is_confidant,
        )
        if proposal.is_under_way or (found and found.is_of_doctor):
            await self._drafts.drop(telegram_id)
        if found:
            raise MayNotDeclare(mine.acting, doctor, found)
        return proposal

    async def _applicant(self, acting: Acting, person: Person) -> Applicant:
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
