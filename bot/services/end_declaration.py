"""A patient ends their declaration without a new one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.domain.cabinet import DeclarationStatus, EsozRefusal, EsozRefused, Standing, standing
from bot.domain.hours import KYIV
from bot.errors import NotAllowed, Unavailable
from bot.services.workplaces import named

if TYPE_CHECKING:
    from bot.domain.cabinet import Acting, Declaration
    from bot.domain.cabinet.workplace import Named
    from bot.domain.clock import Clock
    from bot.errors import Outage
    from bot.services.cabinet_ports import ActFor, Cabinet
    from bot.services.workplaces import Workplaces

_CAN_END = frozenset({DeclarationStatus.ACTIVE, DeclarationStatus.PENDING_VERIFICATION})


class Ending(StrEnum):
    """How it came out; IN_FORCE where the answer was lost and ЕСОЗ, asked again, has it still."""

    ENDED = "ended"
    WAS_OVER = "was_over"
    IN_FORCE = "in_force"


@dataclass(frozen=True, slots=True, repr=False)
class Ended:
    acting: Acting
    declaration: Named[Declaration]
    outcome: Ending


@dataclass(frozen=True, slots=True, repr=False)
class EndQuestion:
    """What a patient is asked about; `is_over` where nothing is left to end."""

    acting: Acting
    declaration: Named[Declaration]

    @property
    def is_over(self) -> bool:
        return self.declaration.record.status not in _CAN_END


class MayNotEnd(NotAllowed):
    """Only looking is allowed, or only a confidant may act: `standing` says which."""

    def __init__(self, acting: Acting, standing: Standing) -> None:
        super().__init__(standing.value)
        self.acting = acting
        self.standing = standing


class EndUncertain(Unavailable):
    """It was asked for, and nobody could say afterwards whether it was done."""

    def __init__(self, acting: Acting, reason: Outage) -> None:
        super().__init__(reason)
        self.acting = acting


class EndDeclaration:
    """Every method raises MayNotEnd, NotFound for what is not this person's, and what ЕСОЗ raises.

    That is NotSignedIn, SignInEnded, EsozRefused, Unavailable.
    """

    def __init__(
        self, *, act_as: ActFor, cabinet: Cabinet, workplaces: Workplaces, clock: Clock
    ) -> None:
        self._act_as = act_as
        self._cabinet = cabinet
        self._workplaces = workplaces
        self._clock = clock

    async def ask(self, *, telegram_id: int, declaration_id: str) -> EndQuestion:
        """See before anything else whether this person may do it."""
        acting = await self._act_as(telegram_id=telegram_id)
        found = await self._cabinet.declaration(acting, declaration_id)
        if found.status in _CAN_END:
            await self._check_standing(acting)
        return EndQuestion(acting, await self._named(found))

    async def __call__(self, *, telegram_id: int, declaration_id: str, reason: str = "") -> Ended:
        """End it, unless ЕСОЗ has it as ended already; also raises EndUncertain."""
        question = await self.ask(telegram_id=telegram_id, declaration_id=declaration_id)
        if question.is_over:
            return Ended(question.acting, question.declaration, Ending.WAS_OVER)
        acting = question.acting
        try:
            found = await self._cabinet.terminate_declaration(acting, declaration_id, reason)
        except Unavailable as lost:
            return await self._as_it_stands(acting, declaration_id, lost)
        except EsozRefused as refused:
            if refused.code is not EsozRefusal.DECLARATION_NOT_ACTIVE:
                raise
            return Ended(acting, question.declaration, Ending.WAS_OVER)
        return Ended(acting, await self._named(found), Ending.ENDED)

    async def _as_it_stands(self, acting: Acting, declaration_id: str, lost: Unavailable) -> Ended:
        """Ask what became of an order whose answer was lost: it is never sent twice blindly."""
        try:
            found = await self._cabinet.declaration(acting, declaration_id)
        except Unavailable as error:
            raise EndUncertain(acting, lost.reason) from error
        outcome = Ending.IN_FORCE if found.status in _CAN_END else Ending.ENDED
        return Ended(acting, await self._named(found), outcome)

    async def _check_standing(self, acting: Acting) -> None:
        person = await self._cabinet.person(acting)
        today = self._clock.now().astimezone(KYIV).date()
        found = standing(person, person.documents, today, is_confidant=acting.is_confidant)
        if found in {Standing.READ_ONLY, Standing.CONFIDANT_ONLY}:
            raise MayNotEnd(acting, found)

    async def _named(self, declaration: Declaration) -> Named[Declaration]:
        [shown] = await named([declaration], self._workplaces)
        return shown
