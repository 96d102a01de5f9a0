"""A patient changes the phone to which ЕСОЗ sends codes and messages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.domain.cabinet import EsozRefusal, EsozRefused, Standing, standing
from bot.domain.cabinet.change.refusals import CannotChange, DraftGone
from bot.domain.cabinet.checks import mobile_phone, one_time_code
from bot.domain.cabinet.masking import masked_phone
from bot.domain.cabinet.phone_change import CODE_LIFETIME, MOST_TRIES, PhoneChange
from bot.domain.hours import KYIV

if TYPE_CHECKING:
    from bot.domain.cabinet import Acting
    from bot.domain.clock import Clock
    from bot.services.cabinet_ports import ActFor, PersonCabinet
    from bot.services.phone_drafts import PhoneDrafts


class WrongCode(EsozRefused):
    """ЕСОЗ does not know the code; `change` says how many more it takes."""

    def __init__(self, change: PhoneChange) -> None:
        super().__init__(EsozRefusal.CODE_WRONG)
        self.change = change


class ChangePhone:
    """Every method raises NotSignedIn, SignInEnded, EsozRefused, CannotChange, Unavailable."""

    def __init__(
        self, *, act_as: ActFor, cabinet: PersonCabinet, drafts: PhoneDrafts, clock: Clock
    ) -> None:
        self._act_as = act_as
        self._cabinet = cabinet
        self._drafts = drafts
        self._clock = clock

    async def allowed(self, *, telegram_id: int) -> Acting:
        """See that this person may change it, before a number is asked for."""
        acting = await self._act_as(telegram_id=telegram_id)
        person = await self._cabinet.person(acting)
        today = self._clock.now().astimezone(KYIV).date()
        found = standing(person, person.documents, today, is_confidant=acting.is_confidant)
        if found not in {Standing.FULL, Standing.UNKNOWN}:
            raise CannotChange(found)
        return acting

    async def send_code(self, *, telegram_id: int, typed: str) -> PhoneChange:
        """Let ЕСОЗ send a code to the number; raises InvalidInput with a Fault, too."""
        phone = mobile_phone(typed)
        acting = await self.allowed(telegram_id=telegram_id)
        request = await self._cabinet.request_phone(acting, phone)
        change = PhoneChange(
            session_id=acting.session_id,
            request_id=request.id,
            phone=phone,
            sent_to=masked_phone(request.current_phone or phone),
            tries_left=MOST_TRIES,
            expires_at=self._clock.now() + CODE_LIFETIME,
        )
        await self._drafts.keep(telegram_id, change)
        return change

    async def send_again(self, *, telegram_id: int) -> PhoneChange:
        """Let ЕСОЗ send another code; the tries begin anew. Raises DraftGone, too."""
        acting, change = await self._under_way(telegram_id)
        sent = await self._cabinet.resend_code(acting, change.request_id)
        again = replace(
            change,
            tries_left=MOST_TRIES,
            expires_at=sent.expires_at or self._clock.now() + CODE_LIFETIME,
        )
        await self._drafts.keep(telegram_id, again)
        return again

    async def __call__(self, *, telegram_id: int, typed: str) -> PhoneChange:
        """Hand over the code from the SMS; the number is changed then.

        Raises InvalidInput with a Fault, WrongCode, and DraftGone when no code is waited for.
        """
        code = one_time_code(typed)
        acting, change = await self._under_way(telegram_id)
        try:
            await self._cabinet.approve_phone(acting, change.request_id, code)
        except EsozRefused as refused:
            if refused.code is not EsozRefusal.CODE_WRONG:
                raise
            left = change.after_wrong_code()
            await self._drafts.keep(telegram_id, left)
            raise WrongCode(left) from refused
        await self._drafts.drop(telegram_id)
        return change

    async def give_up(self, *, telegram_id: int) -> None:
        """Forget the number; ЕСОЗ lets the request pass away by itself."""
        await self._drafts.drop(telegram_id)

    async def _under_way(self, telegram_id: int) -> tuple[Acting, PhoneChange]:
        acting = await self._act_as(telegram_id=telegram_id)
        change = await self._drafts.find(telegram_id)
        if change is None or change.session_id != acting.session_id:
            raise DraftGone
        return acting, change
