"""A patient looks at what ЕСОЗ keeps about the person whom they act for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.domain.cabinet import EsozRefused, Standing, standing
from bot.domain.hours import KYIV
from bot.services.unfinished import unfinished_request

if TYPE_CHECKING:
    from bot.domain.cabinet import (
        Acting,
        AuthenticationMethod,
        Person,
        PersonRequest,
        Verification,
    )
    from bot.domain.clock import Clock
    from bot.services.cabinet_ports import ActFor, PersonCabinet


@dataclass(frozen=True, slots=True, repr=False)
class PersonView:
    """What is known; a part that the patient did not allow on the consent page is None."""

    acting: Acting
    person: Person
    standing: Standing
    verification: Verification | None
    methods: tuple[AuthenticationMethod, ...] | None
    unfinished: PersonRequest | None

    @property
    def may_change(self) -> bool:
        return self.standing in {Standing.FULL, Standing.UNKNOWN}


class ShowPerson:
    def __init__(self, *, act_as: ActFor, cabinet: PersonCabinet, clock: Clock) -> None:
        self._act_as = act_as
        self._cabinet = cabinet
        self._clock = clock

    async def __call__(self, *, telegram_id: int) -> PersonView:
        """Raises NotSignedIn, SignInEnded, EsozRefused, Unavailable."""
        acting = await self._act_as(telegram_id=telegram_id)
        person = await self._cabinet.person(acting)
        today = self._clock.now().astimezone(KYIV).date()
        return PersonView(
            acting=acting,
            person=person,
            standing=standing(person, person.documents, today, is_confidant=acting.is_confidant),
            verification=await self._verification(acting),
            methods=await self._methods(acting),
            unfinished=await unfinished_request(self._cabinet, acting),
        )

    async def _verification(self, acting: Acting) -> Verification | None:
        try:
            return await self._cabinet.verification(acting)
        except EsozRefused:
            return None

    async def _methods(self, acting: Acting) -> tuple[AuthenticationMethod, ...] | None:
        try:
            return await self._cabinet.authentication_methods(acting)
        except EsozRefused:
            return None
