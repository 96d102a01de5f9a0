"""What a patient may have meant, as a button that leads there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.cabinet_callbacks import AccessesTap
from bot.dialogs.callbacks import (
    ForgetTap,
    LinesTap,
    LookTap,
    MenuTap,
    SectionTap,
    WatchesTap,
    WhoTap,
)
from bot.dialogs.complaint_callbacks import ComplaintTap
from bot.dialogs.screen import Button
from bot.dialogs.visit_callbacks import AddVisitTap, ReminderChoice, ReminderSettingTap
from bot.dialogs.widgets.complaint_screens import complaint_label
from bot.dialogs.widgets.knowledge import TREE, next_button
from bot.dialogs.widgets.section_labels import section_label
from bot.domain.capabilities import Section
from bot.domain.directory import DECLARED_SPECIALITIES
from bot.domain.finding import Wanted
from bot.domain.understanding import Place

if TYPE_CHECKING:
    from aiogram.filters.callback_data import CallbackData

    from bot.domain.understanding import Entities, Target
    from bot.i18n import Translator


def meaning_button(tr: Translator, target: Target, said: Entities) -> Button:
    """Return the way to `target`; a search begins with the doctor who was named."""
    if target.place is Place.TOPIC:
        return next_button(tr, target.name)
    if target.place is Place.TREE:
        return next_button(tr, TREE + target.name)
    if target.place is Place.SECTION:
        section = Section(target.name)
        return Button(section_label(tr, section), SectionTap(section=section))
    label, action = _flows(tr, said)[target.place]
    return Button(label, action)


def _flows(tr: Translator, said: Entities) -> dict[Place, tuple[str, CallbackData]]:
    return {
        Place.MENU: (tr.t("navigation", "☰ Menu"), MenuTap()),
        Place.LINES: (tr.t("navigation", "📞 103 and hotline"), LinesTap()),
        Place.FIND: (tr.t("menu", "Find a doctor"), _search(said)),
        Place.WHO: (tr.t("doctors", "A doctor for a declaration"), WhoTap()),
        Place.FACILITY: (
            tr.t("doctors", "A facility by referral"),
            LookTap(wanted=Wanted.FACILITY),
        ),
        Place.WATCHES: (tr.t("meanings", "Whom I watch"), WatchesTap()),
        Place.ACCESSES: (tr.t("meanings", "Who may use my data"), AccessesTap()),
        Place.ADD_VISIT: (tr.t("doctors", "Add an appointment"), AddVisitTap()),
        Place.SILENCE: (
            tr.t("meanings", "Switch reminders off"),
            ReminderSettingTap(choice=ReminderChoice.SILENCE),
        ),
        Place.COMPLAINT: (complaint_label(tr), ComplaintTap()),
        Place.FORGET: (tr.t("meanings", "Delete my data"), ForgetTap()),
    }


def _search(said: Entities) -> CallbackData:
    if not said.speciality:
        return SectionTap(section=Section.DOCTOR)
    if said.speciality in DECLARED_SPECIALITIES:
        return WhoTap()
    return LookTap(wanted=Wanted.FACILITY, speciality=said.speciality)
