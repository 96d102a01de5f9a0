"""Opens the screen that words lead to, with what else they said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.dialogs import (
    accesses,
    cabinet,
    complaint,
    declarations,
    doctor_search,
    knowledge,
    menu,
    referral,
    reminder_settings,
    reminders,
    settings,
    watches,
)
from bot.dialogs.cabinet_callbacks import AccessesTap
from bot.dialogs.widgets.begin_visit import begin_visit_with
from bot.domain.capabilities import Section
from bot.domain.finding import Wanted
from bot.domain.reminders.draft import VisitDraft
from bot.domain.understanding import NOTHING_SAID, Entities, Place, Target
from bot.handlers.finding import find

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from aiogram.fsm.context import FSMContext
    from aiogram.types import Message

    from bot.i18n import Translator
    from bot.services import Services


@dataclass(frozen=True, slots=True)
class _Way:
    """All that a screen may need to open; `name` is the section, topic or tree."""

    message: Message
    name: str
    said: Entities
    state: FSMContext
    tr: Translator
    services: Services


_SECTIONS: Final[Mapping[Section, Callable[[_Way], Awaitable[object]]]] = {
    Section.REFERRAL: lambda way: referral.on_referral(way.message, way.state, way.tr),
    Section.DOCTOR: lambda way: doctor_search.on_section(
        way.message, way.state, way.tr, way.services
    ),
    Section.DECLARATION: lambda way: declarations.on_section(
        way.message, way.state, way.tr, way.services
    ),
    Section.REMINDERS: lambda way: reminders.on_section(
        way.message, way.state, way.tr, way.services
    ),
    Section.MY_DATA: lambda way: cabinet.on_my_data(way.message, way.state, way.tr, way.services),
    Section.ASK: lambda way: menu.show_guide(
        way.message, Section.ASK, way.state, way.tr, way.services
    ),
    Section.SETTINGS: lambda way: settings.on_settings(way.message, way.state, way.tr),
}

_PLACES: Final[Mapping[Place, Callable[[_Way], Awaitable[object]]]] = {
    Place.MENU: lambda way: menu.on_menu(way.message, way.state, way.tr),
    Place.LINES: lambda way: knowledge.show_lines(way.message, way.tr, way.services),
    Place.TOPIC: lambda way: knowledge.show_topic(way.message, way.name, way.tr, way.services),
    Place.TREE: lambda way: knowledge.show_tree(way.message, way.name, way.tr, way.services),
    Place.SECTION: lambda way: _SECTIONS[Section(way.name)](way),
    Place.FIND: lambda way: find(way.message, way.said, way.state, way.tr, way.services),
    Place.WHO: lambda way: doctor_search.on_who(way.message, way.tr),
    Place.FACILITY: lambda way: doctor_search.ask(way.message, Wanted.FACILITY, way.state, way.tr),
    Place.WATCHES: lambda way: watches.on_watches(way.message, way.tr, way.services),
    Place.ACCESSES: lambda way: accesses.show_accesses(
        way.message, AccessesTap(), way.tr, way.services
    ),
    Place.ADD_VISIT: lambda way: begin_visit_with(
        way.message, VisitDraft(day=way.said.day, at=way.said.at), way.state, way.tr, way.services
    ),
    Place.SILENCE: lambda way: reminder_settings.silence(
        way.message, way.state, way.tr, way.services
    ),
    Place.COMPLAINT: lambda way: complaint.on_complaint(way.message, way.state, way.tr),
    Place.FORGET: lambda way: settings.ask_to_forget(way.message, way.tr, way.services),
}


async def open_target(
    message: Message,
    target: Target,
    state: FSMContext,
    tr: Translator,
    services: Services,
    *,
    said: Entities = NOTHING_SAID,
) -> None:
    """Open `target`; a search and an appointment begin with what was `said` of them."""
    await _PLACES[target.place](_Way(message, target.name, said, state, tr, services))
