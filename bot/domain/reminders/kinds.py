"""The closed lists that appointments and their reminders are described with."""

from __future__ import annotations

from enum import StrEnum


class OccasionKind(StrEnum):
    """What an appointment is about; only a VISIT is entered in so many words."""

    VISIT = "visit"
    REFERRAL = "referral"
    """Its last day; it may not be used later."""
    REQUEST = "request"
    """A declaration request that waits for the facility, since the day it was made."""
    AGE = "age"
    """The day on which someone becomes 14 or 18."""


class AppointmentStatus(StrEnum):
    PLANNED = "planned"
    CONFIRMED = "confirmed"
    """The patient tapped «Буду»."""
    DECLINED = "declined"
    """The patient tapped «Не зможу»."""
    CANCELLED = "cancelled"

    @property
    def is_active(self) -> bool:
        """Whether it is still to be reminded of."""
        return self in {AppointmentStatus.PLANNED, AppointmentStatus.CONFIRMED}


class Lead(StrEnum):
    """How long before (or after) the moment a reminder comes, as it stands in the database."""

    THREE_DAYS = "3d"
    DAY = "1d"
    TWO_HOURS = "2h"
    MONTH = "30d"
    WEEK = "7d"
    EVE = "eve"
    ON_DAY = "0d"
    AFTER_DAY = "+1d"
    AFTER_THREE_DAYS = "+3d"
    OWN = "own"
    """A reminder in the patient's own words, at the time that they said."""
    SNOOZED = "later"
    """The patient tapped «Нагадати пізніше»."""

    @property
    def is_exact(self) -> bool:
        """Whether the patient named the time, so that quiet hours do not move it."""
        return self in {Lead.OWN, Lead.SNOOZED}


class Cancelled(StrEnum):
    """Why a reminder was not sent, as in the metric."""

    BLOCKED = "blocked"
    SILENCED = "silenced"
    EXPIRED = "expired"
    CHANGED = "changed"
    """The appointment was moved, cancelled or declined; a new plan took its place."""
    REFUSED = "refused"
    """Telegram will never take this message."""


class Outcome(StrEnum):
    """How an attempt ended."""

    SENT = "sent"
    FAILED = "failed"
    """Telegram gave no usable answer: tried again."""
    CLOSED = "closed"
    REFUSED = "refused"
    LOST = "lost"
    """Its process died before it could say: tried again."""
