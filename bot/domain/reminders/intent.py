"""What is to be said to whom and when: the row that is the truth about a reminder."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.reminders.kinds import Lead
    from bot.domain.reminders.recurrence import Recurrence


# Not frozen, as a batch makes thousands of them; nobody changes one.
@dataclass(slots=True, unsafe_hash=True)
class Intent:
    """`due_at` and `expires_at` are aware UTC: not before the one, not from the other on.

    `wall` (naive) in `zone` is what was meant, from which a change of zone computes it anew.
    """

    lead: Lead
    due_at: datetime
    expires_at: datetime
    wall: datetime
    zone: str
    recurrence: Recurrence | None = None


@dataclass(frozen=True, slots=True)
class OwnReminder:
    """A free reminder of the patient that is still to come."""

    text: str
    intent: Intent
    id: int = field(kw_only=True)
    telegram_id: int = field(kw_only=True)
