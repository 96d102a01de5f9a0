"""Commands and deep links: each opens the screen that answers it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aiogram import Router
from aiogram.filters import Command, CommandObject, CommandStart

from bot.content import library, topics, trees
from bot.dialogs import (
    accesses,
    cabinet,
    complaint,
    declarations,
    doctor_card,
    doctor_search,
    knowledge,
    menu,
    referral,
    reminder_settings,
    reminders,
    settings,
)
from bot.dialogs.cabinet_callbacks import AccessesTap
from bot.dialogs.callbacks import DivisionTap, DoctorTap
from bot.domain.capabilities import Section

if TYPE_CHECKING:
    from aiogram.fsm.context import FSMContext
    from aiogram.types import Message

    from bot.i18n import Translator
    from bot.services import Services

router = Router(name="commands")

ACCESSES = "accesses"
"""The deep link to who may use the patient's data."""

COMPLAINT = "write-complaint"
"""The deep link to the complaint helper; `complaint` is the topic."""

_CARD = re.compile(r"(doc|div)-([0-9]{1,9})", re.ASCII)
"""A shared link to a doctor or a division, by its key."""

COMMANDS = (
    "referral",
    "doctor",
    "reminders",
    "stop",
    "menu",
    "hotline",
    "help",
    "settings",
    "privacy",
    "delete_my_data",
)
"""What Telegram's menu button offers, in this order; /start is known to everyone."""


def command_label(tr: Translator, command: str) -> str:
    """Return the description of a command in Telegram's own list."""
    labels = {
        "referral": tr.t("commands", "Check a referral"),
        "doctor": tr.t("commands", "Find a doctor"),
        "reminders": tr.t("commands", "My appointments and reminders"),
        "stop": tr.t("commands", "Switch all reminders off"),
        "menu": tr.t("commands", "Main menu"),
        "hotline": tr.t("commands", "103 and hotline"),
        "help": tr.t("commands", "How to use the bot"),
        "settings": tr.t("commands", "Language and settings"),
        "privacy": tr.t("commands", "What is stored about me"),
        "delete_my_data": tr.t("commands", "Delete my data"),
    }
    return labels[command]


@router.message(CommandStart(deep_link=True))
async def on_deep_link(
    message: Message,
    command: CommandObject,
    state: FSMContext,
    tr: Translator,
    services: Services,
) -> None:
    """Open what a link points to: a section, a topic or a tree; anything else is a /start."""
    target = command.args or ""
    if target == Section.REFERRAL:
        await referral.on_referral(message, state, tr)
    elif target == Section.DOCTOR:
        await doctor_search.on_section(message, state, tr, services)
    elif target == Section.DECLARATION and services.declarations:
        await declarations.on_section(message, state, tr, services)
    elif target == ACCESSES and services.declarations:
        await accesses.show_accesses(message, AccessesTap(), tr, services)
    elif target == Section.MY_DATA:
        await cabinet.on_my_data(message, state, tr, services)
    elif target == Section.REMINDERS:
        await reminders.on_section(message, state, tr, services)
    elif card := _CARD.fullmatch(target):
        await _show_card(message, card[1], int(card[2]), tr, services)
    elif target == COMPLAINT:
        await complaint.on_complaint(message, state, tr)
    elif not await _open_entry(message, target, tr, services):
        await on_start(message, state, tr)


async def _open_entry(message: Message, target: str, tr: Translator, services: Services) -> bool:
    """Open a topic by its slug or its code, or a tree; False for anything else."""
    by_code = library().topics_by_code.get(target)
    slug = by_code.slug if by_code else target
    if slug in topics():
        await knowledge.show_topic(message, slug, tr, services)
    elif slug in trees():
        await knowledge.show_tree(message, slug, tr, services)
    else:
        return False
    return True


async def _show_card(
    message: Message, kind: str, key: int, tr: Translator, services: Services
) -> None:
    """Show the doctor or the division of a shared link."""
    if kind == "doc":
        await doctor_card.show_doctor(message, DoctorTap(key=key), tr, services)
    else:
        await doctor_card.show_division(message, DivisionTap(key=key), tr, services)


@router.message(CommandStart())
async def on_start(message: Message, state: FSMContext, tr: Translator) -> None:
    await state.clear()
    await menu.greet(message, tr)


@router.message(Command("menu"))
async def on_menu(message: Message, state: FSMContext, tr: Translator) -> None:
    await menu.on_menu(message, state, tr)


@router.message(Command("referral"))
async def on_referral(message: Message, state: FSMContext, tr: Translator) -> None:
    await referral.on_referral(message, state, tr)


@router.message(Command("doctor"))
async def on_doctor(
    message: Message, state: FSMContext, tr: Translator, services: Services
) -> None:
    await doctor_search.on_section(message, state, tr, services)


@router.message(Command("reminders"))
async def on_reminders(
    message: Message, state: FSMContext, tr: Translator, services: Services
) -> None:
    await reminders.on_section(message, state, tr, services)


@router.message(Command("stop"))
async def on_stop(message: Message, state: FSMContext, tr: Translator, services: Services) -> None:
    await reminder_settings.silence(message, state, tr, services)


@router.message(Command("help"))
async def on_help(message: Message, tr: Translator, services: Services) -> None:
    await knowledge.show_topic(message, "about-bot", tr, services)


@router.message(Command("hotline", "103"))
async def on_hotline(message: Message, tr: Translator, services: Services) -> None:
    await knowledge.show_lines(message, tr, services)


@router.message(Command("settings", "language"))
async def on_settings(message: Message, state: FSMContext, tr: Translator) -> None:
    await settings.on_settings(message, state, tr)


@router.message(Command("privacy", "my_data"))
async def on_privacy(message: Message, tr: Translator, services: Services) -> None:
    await knowledge.show_topic(message, "settings-what-stored", tr, services)


@router.message(Command("delete_my_data"))
async def on_delete_my_data(message: Message, tr: Translator, services: Services) -> None:
    await settings.ask_to_forget(message, tr, services)
