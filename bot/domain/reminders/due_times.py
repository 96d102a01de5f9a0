"""Plans when to remind: pure, from an appointment and a patient's choices."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from bot.domain.reminders.intent import Intent
from bot.domain.reminders.kinds import Lead, OccasionKind
from bot.domain.reminders.recurrence import Every
from bot.domain.reminders.schedule import FIXED_LEADS, VISIT_LEADS
from bot.domain.reminders.wall_time import moment_of, wall_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.domain.reminders.appointment import NewAppointment
    from bot.domain.reminders.recurrence import Recurrence
    from bot.domain.reminders.schedule import ReminderSettings

EVENING = time(18)
"""When people are home and can prepare; the day before, of a visit."""
MORNING = time(10)
"""When offices answer the phone; what is no visit."""
_FOLLOW_UP_LASTS = timedelta(days=2)
_OWN_LASTS = timedelta(hours=12)
_OWN_OF_THE_DAY_LASTS = timedelta(hours=3)


@dataclass(frozen=True, slots=True)
class _Rule:
    days_before: int = 0
    at: time = EVENING


_BY_DAY: Mapping[Lead, _Rule] = {
    Lead.THREE_DAYS: _Rule(3),
    Lead.DAY: _Rule(1),
    Lead.MONTH: _Rule(30, MORNING),
    Lead.WEEK: _Rule(7, MORNING),
    Lead.EVE: _Rule(1, MORNING),
    Lead.ON_DAY: _Rule(0, MORNING),
    Lead.AFTER_DAY: _Rule(-1, MORNING),
    Lead.AFTER_THREE_DAYS: _Rule(-3, MORNING),
}
_BY_HOUR: Mapping[Lead, timedelta] = {Lead.TWO_HOURS: timedelta(hours=2)}


def due_times(
    appointment: NewAppointment, settings: ReminderSettings, now: datetime
) -> tuple[Intent, ...]:
    """Return the reminders that can still come, earliest first, one for each moment.

    What falls into quiet hours moves to the last allowed moment before; where that has passed,
    to the first one after them that is still before the visit. Days and quiet hours are those
    of the patient's zone, wherever the visit is.
    """
    planned: dict[datetime, Intent] = {}
    for lead in _leads(appointment, settings):
        intent = _intent(lead, appointment, settings, now)
        if intent:
            planned[intent.due_at] = intent
    return tuple(planned[due_at] for due_at in sorted(planned))


def own_intent(
    wall: datetime, zone: str, recurrence: Recurrence | None, *, lead: Lead = Lead.OWN
) -> Intent:
    """Return the reminder for the very time that the patient named."""
    due_at = moment_of(wall, zone)
    is_of_the_day = recurrence is not None and recurrence.every is Every.DAY
    lasts = _OWN_OF_THE_DAY_LASTS if is_of_the_day else _OWN_LASTS
    return Intent(lead, due_at, due_at + lasts, wall, zone, recurrence)


def next_intent(intent: Intent, now: datetime) -> Intent | None:
    """Return what follows a recurring reminder, None when it was the last."""
    if intent.recurrence is None:
        return None
    wall = intent.recurrence.next(intent.wall, intent.zone, now)
    return own_intent(wall, intent.zone, intent.recurrence) if wall else None


def _leads(appointment: NewAppointment, settings: ReminderSettings) -> Iterable[Lead]:
    if appointment.kind is not OccasionKind.VISIT:
        return FIXED_LEADS[appointment.kind]
    wanted = (appointment.schedule or settings.schedule).leads
    return [lead for lead in VISIT_LEADS if lead in wanted]


def _intent(
    lead: Lead, appointment: NewAppointment, settings: ReminderSettings, now: datetime
) -> Intent | None:
    zone, quiet = settings.zone, settings.quiet
    wanted_at = _wanted(lead, appointment.starts_at, zone)
    expires_at = _expires(appointment, wanted_at)
    due_at = quiet.last_moment_before(wanted_at, zone)
    if due_at <= now < wanted_at:
        due_at = quiet.first_moment_after(wanted_at, zone)
    if not now < due_at < expires_at:
        return None
    return Intent(lead, due_at, expires_at, wall_of(due_at, zone), zone)


def _wanted(lead: Lead, starts_at: datetime, zone: str) -> datetime:
    if lead in _BY_HOUR:
        return starts_at - _BY_HOUR[lead]
    rule = _BY_DAY[lead]
    day = wall_of(starts_at, zone).date() - timedelta(days=rule.days_before)
    return moment_of(datetime.combine(day, rule.at), zone)


def _expires(appointment: NewAppointment, wanted_at: datetime) -> datetime:
    """When it is too late to say: a visit when it begins, a referral when its last day ends."""
    if appointment.kind is OccasionKind.VISIT:
        return appointment.starts_at
    if appointment.kind is OccasionKind.REFERRAL:
        last_day = datetime.combine(appointment.starts.date(), time.max)
        return moment_of(last_day, appointment.zone)
    return wanted_at + _FOLLOW_UP_LASTS


def snoozed(intent: Intent, due_at: datetime, *, is_own: bool) -> Intent | None:
    """Return the same once more at `due_at`, None where it would come too late.

    Of a visit: not when it has begun. An own one may be put off as long as the patient likes.
    """
    expires_at = due_at + _OWN_LASTS if is_own else intent.expires_at
    if due_at >= expires_at:
        return None
    wall = wall_of(due_at, intent.zone)
    return Intent(Lead.SNOOZED, due_at, expires_at, wall, intent.zone)
