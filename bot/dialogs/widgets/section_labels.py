"""What the sections of the menu are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.capabilities import Section

if TYPE_CHECKING:
    from bot.i18n import Translator


def section_label(tr: Translator, section: Section) -> str:
    """Return what a section's button says."""
    labels = {
        Section.REFERRAL: tr.t("menu", "My referral"),
        Section.DOCTOR: tr.t("menu", "Find a doctor"),
        Section.DECLARATION: tr.t("menu", "Declaration"),
        Section.REMINDERS: tr.t("menu", "My reminders"),
        Section.MY_DATA: tr.t("menu", "My data"),
        Section.ASK: tr.t("menu", "Ask"),
        Section.SETTINGS: tr.t("menu", "Settings"),
    }
    return labels[section]
