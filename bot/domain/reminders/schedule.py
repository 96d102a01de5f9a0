"""When a patient is reminded: how long before, not at night, on which clock."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.domain.reminders.kinds import Lead, OccasionKind
from bot.domain.reminders.quiet_time import QuietTime
from bot.domain.reminders.wall_time import KYIV_ZONE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

VISIT_LEADS = (Lead.THREE_DAYS, Lead.DAY, Lead.TWO_HOURS)
"""Two reminders before are better than one (Steiner 2018); two hours are asked for by users."""

FIXED_LEADS: Mapping[OccasionKind, tuple[Lead, ...]] = {
    OccasionKind.REFERRAL: (Lead.MONTH, Lead.WEEK, Lead.EVE),
    OccasionKind.REQUEST: (Lead.AFTER_DAY, Lead.AFTER_THREE_DAYS),
    OccasionKind.AGE: (Lead.ON_DAY,),
}
"""What is reminded of by a rule, and cannot be chosen one by one."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """Which reminders of a visit a patient wants."""

    leads: frozenset[Lead] = frozenset(VISIT_LEADS)

    def with_switched(self, lead: Lead) -> Schedule:
        """The same with `lead` on where it was off, and off where it was on."""
        return Schedule(self.leads ^ {lead})


@dataclass(frozen=True, slots=True)
class ReminderSettings:
    """One patient's choices; the defaults hold for whoever chose nothing.

    `silenced_at` is when the patient said /stop: nothing is sent until they say otherwise.
    """

    zone: str = KYIV_ZONE
    quiet: QuietTime = field(default_factory=QuietTime)
    schedule: Schedule = field(default_factory=Schedule)
    shows_details: bool = False
    silenced_at: datetime | None = None

    @property
    def is_abroad(self) -> bool:
        return self.zone != KYIV_ZONE
