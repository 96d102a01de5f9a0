"""What to do with the reminders of one chat that are due: say, wait, or let go."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from bot.domain.reminders.kinds import AppointmentStatus, Cancelled, Lead, OccasionKind
from bot.domain.reminders.quiet_time import QuietTime
from bot.domain.reminders.wall_time import KYIV_ZONE, moment_of, wall_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.domain.reminders.appointment import Details
    from bot.domain.reminders.intent import Intent

MOST_PUSHES_A_DAY = 3
"""But for those about this very day."""
MERGED_WITHIN = timedelta(hours=1)
"""A reminder of a visit that would come so soon after another comes with it."""
BETWEEN_PUSHES = timedelta(seconds=1.1)
"""Telegram takes one message a second in a chat."""
_PUNCTUAL = timedelta(minutes=10)
"""So late may come at night what the patient asked for at night."""


# Not frozen, as a batch makes thousands of them: that takes ten times as long.
@dataclass(slots=True)
class DueVisit:
    """The appointment of a reminder as it stands now; the words only where they are shown."""

    id: int
    kind: OccasionKind
    status: AppointmentStatus
    starts_at: datetime
    zone: str
    details: Details | None = None
    for_whom: str | None = None


@dataclass(slots=True)
class DueReminder:
    """A claimed reminder; `attempts` counts this one too, `was_lost` that the last was cut off."""

    id: int
    intent: Intent
    attempts: int = 1
    was_lost: bool = False
    visit: DueVisit | None = None
    text: str | None = None


@dataclass(slots=True)
class Chat:
    """A patient as the sender has to know them."""

    telegram_id: int
    language: str | None = None
    is_blocked: bool = False
    zone: str = KYIV_ZONE
    quiet: QuietTime = field(default_factory=QuietTime)
    is_silenced: bool = False
    shows_details: bool = False
    last_push_at: datetime | None = None
    pushes_on: str | None = None
    pushes: int = 0
    """Of the day `pushes_on` (ISO), without those about that very day."""


@dataclass(slots=True)
class Decision:
    """`send` is one message; the keys of the others are ids of reminders.

    `is_counted`: whether the message is one of the day's three.
    """

    send: tuple[DueReminder, ...] = ()
    later: dict[int, datetime] = field(default_factory=dict)
    cancelled: dict[int, Cancelled] = field(default_factory=dict)
    is_counted: bool = False


def decide(chat: Chat, reminders: Sequence[DueReminder], now: datetime) -> Decision:
    """Sort what was claimed for `chat`, of which some may be due only soon."""
    later: dict[int, datetime] = {}
    cancelled: dict[int, Cancelled] = {}
    ready: list[DueReminder] = []
    for one in reminders:
        if reason := _reason(chat, one, now):
            cancelled[one.id] = reason
        elif (free_at := _free_at(chat, one, now)) <= now:
            ready.append(one)
        elif free_at < one.intent.expires_at:
            later[one.id] = free_at
        else:
            cancelled[one.id] = Cancelled.EXPIRED
    send = _together(ready, now, later)
    is_counted = bool(send) and not any(_is_of_today(one, chat, now) for one in send)
    if send and (wait_until := _wait(chat, send, now, is_counted=is_counted)):
        return Decision((), later | {one.id: wait_until for one in send}, cancelled)
    return Decision(send, later, cancelled, is_counted)


def _reason(chat: Chat, one: DueReminder, now: datetime) -> Cancelled | None:
    if chat.is_blocked:
        return Cancelled.BLOCKED
    if chat.is_silenced:
        return Cancelled.SILENCED
    if one.visit and not one.visit.status.is_active:
        return Cancelled.CHANGED
    return Cancelled.EXPIRED if now >= one.intent.expires_at else None


def _free_at(chat: Chat, one: DueReminder, now: datetime) -> datetime:
    is_punctual = one.intent.lead.is_exact and now - one.intent.due_at < _PUNCTUAL
    return now if is_punctual else chat.quiet.first_moment_after(now, chat.zone)


def _together(
    ready: Iterable[DueReminder], now: datetime, later: dict[int, datetime]
) -> tuple[DueReminder, ...]:
    """What makes one message; what is due only soon comes with it, and waits without it."""
    ready = sorted(ready, key=lambda one: (_tells_of(one), one.id))
    if any(one.intent.due_at <= now for one in ready):
        return tuple(ready)
    later.update((one.id, one.intent.due_at) for one in ready)
    return ()


def _tells_of(one: DueReminder) -> datetime:
    return one.visit.starts_at if one.visit else one.intent.due_at


def _is_of_today(one: DueReminder, chat: Chat, now: datetime) -> bool:
    if one.intent.lead.is_exact or one.intent.lead is Lead.TWO_HOURS:
        return True
    if one.visit is None:
        return False
    return wall_of(one.visit.starts_at, chat.zone).date() == wall_of(now, chat.zone).date()


def _wait(
    chat: Chat, send: Sequence[DueReminder], now: datetime, *, is_counted: bool
) -> datetime | None:
    """When the message may go out, None for now."""
    if chat.last_push_at and now < (free_at := chat.last_push_at + BETWEEN_PUSHES):
        # a clock that was moved back must not hold anyone
        return min(free_at, now + BETWEEN_PUSHES)
    if not is_counted:
        return None
    today = wall_of(now, chat.zone).date()
    if chat.pushes_on != today.isoformat() or chat.pushes < MOST_PUSHES_A_DAY:
        return None
    midnight = moment_of(datetime.combine(today + timedelta(days=1), time()), chat.zone)
    tomorrow = chat.quiet.first_moment_after(midnight, chat.zone)
    return tomorrow if all(tomorrow < one.intent.expires_at for one in send) else None
