"""The main menu and its sections; what is not built yet is explained honestly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram import F, Router

from bot.dialogs.callbacks import LanguageTap, MenuTap, SectionTap
from bot.dialogs.screen import Button, Screen, bot_of, chat_of, show
from bot.dialogs.widgets.guide import guide
from bot.dialogs.widgets.navigation import help_button, home_keyboard
from bot.dialogs.widgets.section_labels import section_label
from bot.domain.capabilities import Section
from bot.i18n import Language, language_name

if TYPE_CHECKING:
    from aiogram.fsm.context import FSMContext
    from aiogram.types import CallbackQuery, Message

    from bot.i18n import Translator
    from bot.services import Services

_BUILT = frozenset(
    {
        Section.REFERRAL,
        Section.DOCTOR,
        Section.DECLARATION,
        Section.REMINDERS,
        Section.MY_DATA,
        Section.SETTINGS,
    }
)
"""Sections that have a conversation of their own."""


# ── screens ──────────────────────────────────────────────────────────────────────────────


def welcome(tr: Translator) -> Screen:
    return Screen(
        tr.t(
            "menu",
            "👋 <b>Hello! I am the Patient Assistant.</b>\n\n"
            "I help with the electronic health system:\n"
            "• I find the number in a message and check the referral;\n"
            "• I tell you what to do next and what to say at the clinic;\n"
            "• I tell you when a referral is not needed;\n"
            "• I help to find a doctor or a facility;\n"
            "• I show your data and your declaration, if you sign in.\n\n"
            "I do not treat or book visits. "
            "Passwords and signature keys I never ask for: send them to nobody.\n\n"
            "Feeling very unwell? Call <b>103</b>.",
        )
    )


def main_menu(tr: Translator, *, offers_language: bool = False) -> Screen:
    """Return the sections; a first meeting offers the other language too."""
    other = (_other_language(tr),) if offers_language else ()
    return Screen(
        tr.t(
            "menu",
            "<b>Main menu</b>\n"
            "Choose what you need. Or send a referral number, I will recognise it.",
        ),
        (
            (_section(tr, Section.REFERRAL),),
            (_section(tr, Section.DOCTOR), _section(tr, Section.DECLARATION)),
            (_section(tr, Section.REMINDERS), _section(tr, Section.MY_DATA)),
            (_section(tr, Section.ASK), _section(tr, Section.SETTINGS)),
            (help_button(tr), *other),
        ),
    )


def _section(tr: Translator, section: Section) -> Button:
    return Button(section_label(tr, section), SectionTap(section=section))


def _other_language(tr: Translator) -> Button:
    if tr.language is Language.UK:
        return Button(language_name(Language.EN), LanguageTap(language=Language.EN))
    return Button(language_name(Language.UK), LanguageTap(language=Language.UK))


# ── reactions ────────────────────────────────────────────────────────────────────────────

router = Router(name="menu")


async def greet(message: Message, tr: Translator) -> None:
    """Say who the bot is, put help at hand, and offer the menu; asks nothing."""
    await bot_of(message).send_message(
        chat_of(message), welcome(tr).text, reply_markup=home_keyboard(tr)
    )
    await show(message, main_menu(tr, offers_language=True))


async def on_menu(event: Message | CallbackQuery, state: FSMContext, tr: Translator) -> None:
    await state.clear()
    await show(event, main_menu(tr))


@router.callback_query(MenuTap.filter())
async def on_menu_tap(
    query: CallbackQuery, callback_data: MenuTap, state: FSMContext, tr: Translator
) -> None:
    await state.clear()
    await show(query, main_menu(tr), fresh=callback_data.fresh)


@router.callback_query(SectionTap.filter(~F.section.in_(_BUILT)))
async def on_guide_section(
    query: CallbackQuery,
    callback_data: SectionTap,
    state: FSMContext,
    tr: Translator,
    services: Services,
) -> None:
    await show_guide(query, callback_data.section, state, tr, services)


async def show_guide(
    event: Message | CallbackQuery,
    section: Section,
    state: FSMContext,
    tr: Translator,
    services: Services,
) -> None:
    await state.clear()
    await show(event, guide(tr, section, services.clock.now()))
