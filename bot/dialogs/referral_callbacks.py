"""What the buttons carry that lead from a referral to a visit or to reminders of its last day."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.dialogs.callbacks import grouped
from bot.domain.referral import ServiceCategory


class ReferralVisitTap(CallbackData, prefix="refvis1"):
    """Add a visit for the service of a referral; the number is not part of it."""

    category: ServiceCategory


class ExpiryTap(CallbackData, prefix="refexp1"):
    """Remind of a referral's last day (an ordinal), once the patient `is_sure`.

    `signs` and `origin` are those of `ReferralTap`.
    """

    signs: str
    origin: int
    day: int = Field(ge=1, le=date.max.toordinal())
    is_sure: bool = False

    @property
    def number(self) -> str:
        return grouped(self.signs)

    @property
    def last_day(self) -> date:
        return date.fromordinal(self.day)


class KeptReferralAction(StrEnum):
    CHECK = "check"
    FORGET = "gone"


class KeptReferralTap(CallbackData, prefix="refkept1"):
    """Something to do with a referral whose number is kept."""

    appointment: int
    action: KeptReferralAction
