"""The answer to the words or the location of a search: its first page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from aiogram import F, Router

from bot.dialogs.callbacks import SectionTap
from bot.dialogs.screen import Button, Screen, bot_of, chat_of, show
from bot.dialogs.states import Asked
from bot.dialogs.widgets.directory_list import found_page
from bot.dialogs.widgets.knowledge import joined
from bot.dialogs.widgets.navigation import home_keyboard, menu_row
from bot.dialogs.widgets.search_draft import SearchDraft
from bot.domain.capabilities import Section
from bot.domain.directory import Point
from bot.domain.finding import Filters

if TYPE_CHECKING:
    from datetime import date

    from aiogram.fsm.context import FSMContext
    from aiogram.types import Message

    from bot.i18n import Translator
    from bot.services import Services
    from bot.services.find_in_directory import Found

# ── screens ──────────────────────────────────────────────────────────────────────────────


def location_first(tr: Translator) -> Screen:
    """Return what to answer a location that nobody asked for: it is not kept."""
    text = tr.t(
        "doctors",
        "<b>I can search near you.</b>\n\n"
        "First choose whom you look for. Then send your location once more.",
    )
    choose = Button(tr.t("doctors", "Choose"), SectionTap(section=Section.DOCTOR))
    return Screen(text, ((choose,), menu_row(tr)))


def location_taken(tr: Translator) -> str:
    return tr.t("doctors", "Thank you. Searching near you…")


def location_not_needed(tr: Translator) -> str:
    return tr.t("doctors", "All right, I search by your words.")


def day_remembered(tr: Translator, day: date) -> str:
    """Return what stands over the found when a day was named: nobody is booked by this."""
    return tr.t(
        "doctors",
        "I cannot book a visit myself: choose a place and call it. I remember the day: {day}. "
        "Tap “Add an appointment” on the card.",
        day=tr.day(day),
    )


# ── reactions ────────────────────────────────────────────────────────────────────────────

router = Router(name="doctor_answer")


@router.message(F.location)
async def on_location(
    message: Message, state: FSMContext, tr: Translator, services: Services
) -> None:
    """Search near a shared place; its coordinates are used once and not kept."""
    draft = await SearchDraft.of(state)
    if draft is None or message.location is None:
        await show(message, location_first(tr))
        return
    await _put_home_keyboard(message, location_taken(tr), tr)
    found = await services.find_in_directory.nearby(
        telegram_id=chat_of(message),
        wanted=draft.wanted,
        origin=Point(message.location.latitude, message.location.longitude),
        speciality=draft.speciality,
    )
    await draft.wait(state, Asked.doctor_or_facility)
    await _show_found(message, found, tr, services, day=draft.day)


async def on_words(
    message: Message, text: str, state: FSMContext, tr: Translator, services: Services
) -> bool:
    """Search by a line that was asked for; False for any other."""
    draft = await SearchDraft.of(state)
    if draft is None:
        return False
    if await state.get_state() == Asked.location:
        await _put_home_keyboard(message, location_not_needed(tr), tr)
    await search(message, draft, text, state, tr, services)
    return True


async def search(
    message: Message,
    draft: SearchDraft,
    text: str,
    state: FSMContext,
    tr: Translator,
    services: Services,
) -> None:
    """Search by `text`, and show the first page."""
    found = await services.find_in_directory.by_words(
        telegram_id=chat_of(message),
        wanted=draft.wanted,
        text=text,
        speciality=draft.speciality,
    )
    await draft.wait(state, Asked.doctor_or_facility)
    await _show_found(message, found, tr, services, day=draft.day)


async def _show_found(
    message: Message, found: Found, tr: Translator, services: Services, *, day: date | None
) -> None:
    """Show the first page; another line searches again."""
    page = await services.show_found.page(
        telegram_id=chat_of(message),
        search_id=found.search.id,
        number=1,
        filters=Filters.NONE,
    )
    screen = found_page(tr, page, services.clock.now(), understood=found.understood)
    if page.total:
        services.figures.step("doctor", "found")
    if day and page.total:
        screen = replace(screen, text=joined([day_remembered(tr, day), screen.text]))
    await show(message, screen)


async def _put_home_keyboard(message: Message, text: str, tr: Translator) -> None:
    """Put the usual keyboard in the place of the one that sends a location."""
    await bot_of(message).send_message(chat_of(message), text, reply_markup=home_keyboard(tr))
