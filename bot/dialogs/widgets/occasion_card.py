"""The card of whatever a reminder was about: a visit, a birthday, a referral."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.widgets.agenda import visit_card
from bot.dialogs.widgets.people_screens import age_card
from bot.dialogs.widgets.referral_expiry import referral_card
from bot.domain.reminders import OccasionKind

if TYPE_CHECKING:
    from datetime import datetime

    from bot.dialogs.screen import Screen
    from bot.domain.reminders import Appointment
    from bot.i18n import Translator


def occasion_card(tr: Translator, occasion: Appointment, now: datetime, zone: str) -> Screen:
    """Return the card that fits the kind of `occasion`."""
    if occasion.kind is OccasionKind.AGE:
        return age_card(tr, occasion, now)
    if occasion.kind is OccasionKind.REFERRAL:
        return referral_card(tr, occasion)
    return visit_card(tr, occasion, now, zone)
