"""How long before an appointment a reminder comes, as the buttons that switch it say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.reminders import Lead

if TYPE_CHECKING:
    from bot.domain.reminders import Schedule
    from bot.i18n import Translator


def lead_label(tr: Translator, lead: Lead, schedule: Schedule) -> str:
    """Return what the button of `lead` says: which reminder it is, and whether it is on."""
    labels = {
        Lead.THREE_DAYS: tr.t("reminder settings", "3 days before"),
        Lead.DAY: tr.t("reminder settings", "1 day before"),
        Lead.TWO_HOURS: tr.t("reminder settings", "2 hours before"),
    }
    if lead in schedule.leads:
        return tr.t("reminder settings", "✓ {label}: yes", label=labels[lead])
    return tr.t("reminder settings", "{label}: no", label=labels[lead])
