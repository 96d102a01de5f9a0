"""A referral that a patient must use before its last day: kept with its number, as they asked."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

from bot.domain.referral import ReferralState, state_of
from bot.domain.reminders import KYIV_ZONE, Details, NewAppointment, OccasionKind
from bot.errors import NotFound, TooManyAppointments

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bot.domain.clock import Clock
    from bot.domain.referral import Referral
    from bot.domain.reminders import Appointment
    from bot.services.add_appointment import AddAppointment, Kept
    from bot.services.reminder_ports import AppointmentRepository

MOST_REFERRALS = 20
"""Of one patient, that have not expired."""
_NOON = time(12)
"""Wherever the patient lives, noon in Kyiv falls on the same day."""
_CAN_EXPIRE = frozenset({ReferralState.READY, ReferralState.NO_PROGRAM})


def last_day_of(services: Iterable[Referral], *, today: date) -> date | None:
    """Return the first day of those on which an unused service ends; None where none can."""
    days = [
        one.expires_on
        for one in services
        if one.expires_on and one.expires_on >= today and state_of(one, today=today) in _CAN_EXPIRE
    ]
    return min(days, default=None)


class RemindOfReferral:
    """The number stands encrypted, and goes when the referral is used or the patient says so."""

    def __init__(
        self, *, appointments: AppointmentRepository, add: AddAppointment, clock: Clock
    ) -> None:
        self._appointments = appointments
        self._add = add
        self._clock = clock

    async def __call__(self, *, telegram_id: int, number: str, last_day: date, what: str) -> Kept:
        """Keep `number` and remind 30, 7 and 1 days before; `what` names it without the number.

        A second time changes only the day. Raises InvalidInput("past"), TooManyAppointments.
        """
        kept = await self._referrals(telegram_id)
        for one in kept:
            if one.details.number == number and one.starts.date() != last_day:
                await self._appointments.remove(telegram_id, one.id)
        if len([one for one in kept if one.details.number != number]) >= MOST_REFERRALS:
            raise TooManyAppointments
        new = NewAppointment(
            datetime.combine(last_day, _NOON),
            Details(what, number=number),
            KYIV_ZONE,
            kind=OccasionKind.REFERRAL,
        )
        return await self._add(telegram_id=telegram_id, new=new)

    async def number_of(self, *, telegram_id: int, appointment: int) -> str:
        """Return the number in full, for a look-up; raises NotFound."""
        found = await self._appointments.get(telegram_id, appointment)
        if found.kind is not OccasionKind.REFERRAL:
            raise NotFound("referral")
        return found.details.number

    async def forget(self, *, telegram_id: int, appointment: int) -> None:
        """Delete the number with its reminders; raises NotFound."""
        await self.number_of(telegram_id=telegram_id, appointment=appointment)
        await self._appointments.remove(telegram_id, appointment)

    async def note_looked_up(
        self, *, telegram_id: int, number: str, services: Iterable[Referral]
    ) -> None:
        """Delete a number under which ЕСОЗ has just shown nothing that can expire any more."""
        if last_day_of(services, today=self._clock.now().date()) is None:
            for one in await self._referrals(telegram_id):
                if one.details.number == number:
                    await self._appointments.remove(telegram_id, one.id)

    async def _referrals(self, telegram_id: int) -> list[Appointment]:
        kept = await self._appointments.of_patient(telegram_id, self._clock.now())
        return [one for one in kept if one.kind is OccasionKind.REFERRAL]
