"""Begins the search that a patient's own words ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs import doctor_answer, doctor_search
from bot.dialogs.widgets.search_draft import SearchDraft
from bot.domain.directory import DECLARED_SPECIALITIES, PEDIATRICIAN
from bot.domain.finding import Wanted

if TYPE_CHECKING:
    from aiogram.fsm.context import FSMContext
    from aiogram.types import Message

    from bot.domain.understanding import Entities
    from bot.i18n import Translator
    from bot.services import Services


async def find(
    message: Message, said: Entities, state: FSMContext, tr: Translator, services: Services
) -> None:
    """Search where there is enough to search by, else ask for what is missing."""
    is_vague = not said.speciality and not said.where
    if is_vague or (await services.show_card.state()).is_empty:
        await doctor_search.on_section(message, state, tr, services)
        return
    wanted = wanted_in(said)
    if said.where:
        draft = SearchDraft(wanted, day=said.day)
        words = f"{said.doctor} {said.where}".strip()
        await doctor_answer.search(message, draft, words, state, tr, services)
    else:
        speciality = "" if wanted.is_doctor else said.speciality
        await doctor_search.ask(message, wanted, state, tr, speciality=speciality, day=said.day)


def wanted_in(said: Entities) -> Wanted:
    """Return a doctor where one takes declarations, or none was named; else a facility."""
    if said.speciality == PEDIATRICIAN:
        return Wanted.CHILD
    if not said.speciality or said.speciality in DECLARED_SPECIALITIES:
        return Wanted.ADULT
    return Wanted.FACILITY
