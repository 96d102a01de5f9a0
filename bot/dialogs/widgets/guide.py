"""What a section answers where the bot cannot do the thing itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.content import cabinets, topic
from bot.dialogs.screen import Screen
from bot.dialogs.widgets.knowledge import call_rows, joined, next_rows, topic_text
from bot.dialogs.widgets.navigation import menu_row
from bot.domain.capabilities import Section

if TYPE_CHECKING:
    from datetime import datetime

    from bot.i18n import Translator

GUIDES = {
    Section.DOCTOR: "find-doctor",
    Section.DECLARATION: "declaration",
    Section.REMINDERS: "reminders",
    Section.MY_DATA: "my-data",
    Section.ASK: "ask",
}
"""The topic that answers for a section in `guide` mode."""

_CABINET_SECTIONS = frozenset({Section.DOCTOR, Section.DECLARATION, Section.MY_DATA})


def guide(tr: Translator, section: Section, now: datetime) -> Screen:
    """Return what to do meanwhile, where a section cannot do it."""
    entry = topic(GUIDES[section])
    cabinet_list = _cabinets_text(tr) if section in _CABINET_SECTIONS else ""
    text = joined([topic_text(tr, entry, now), cabinet_list])
    rows = (*next_rows(tr, entry.next), *call_rows(tr, entry.call))
    return Screen(text, (*rows, menu_row(tr)))


def _cabinets_text(tr: Translator) -> str:
    verified = cabinets()
    checked_on = min(entry.checked_on for entry in verified)
    return tr.t(
        "menu",
        "<b>Verified e-cabinets:</b> {names}. The full list is on the Ministry of Health "
        "website. <i>Checked on {date}.</i>",
        names=", ".join(entry.name.get(tr.language) for entry in verified),
        date=tr.full_date(checked_on),
    )
