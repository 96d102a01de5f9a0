"""Settings: the language, what is stored, and deleting it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram import F, Router
from aiogram.enums import ButtonStyle

from bot.content import topic
from bot.dialogs.callbacks import ForgetTap, LanguageTap, MenuTap, SectionTap
from bot.dialogs.screen import Button, Screen, bot_of, chat_of, show
from bot.dialogs.widgets.knowledge import next_rows, topic_text
from bot.dialogs.widgets.navigation import home_keyboard, menu_row
from bot.domain.capabilities import Section
from bot.i18n import Language, Translator, language_name

if TYPE_CHECKING:
    from datetime import datetime

    from aiogram.fsm.context import FSMContext
    from aiogram.types import CallbackQuery, Message

    from bot.services import Services

_SETTINGS = SectionTap(section=Section.SETTINGS)

# ── screens ──────────────────────────────────────────────────────────────────────────────


def settings(tr: Translator) -> Screen:
    languages = tuple(
        Button(_language_label(language, tr.language), LanguageTap(language=language))
        for language in Language
    )
    delete = Button(tr.t("settings", "Delete what is stored"), ForgetTap())
    text = tr.t("settings", "<b>Settings</b>\n\nChoose a language, or see what is stored.")
    rows = (languages, *next_rows(tr, ("settings-what-stored", "about-bot")), (delete,))
    return Screen(text, (*rows, menu_row(tr, MenuTap())))


def language_chosen(tr: Translator) -> str:
    return tr.t("settings", "Done. I now speak English.")


def forget_question(tr: Translator, now: datetime) -> Screen:
    question = tr.t(
        "settings",
        "<b>Delete everything that is stored about you?</b>\nThis happens at once, for good.",
    )
    sure = Button(
        tr.t("settings", "Yes, delete"), ForgetTap(is_sure=True), style=ButtonStyle.DANGER
    )
    text = f"{question}\n\n{topic_text(tr, topic('settings-what-stored'), now)}"
    return Screen(text, ((sure,), menu_row(tr, _SETTINGS)))


def forgotten(tr: Translator) -> Screen:
    text = tr.t(
        "settings",
        "Done. Nothing about you is stored any more. "
        "Only the count of your look-ups is kept for 10 more minutes. "
        "The messages of this chat stay in Telegram until you delete the chat.",
    )
    return Screen(text, (menu_row(tr),))


def _language_label(language: Language, current: Language) -> str:
    name = language_name(language)
    return f"✓ {name}" if language is current else name


# ── reactions ────────────────────────────────────────────────────────────────────────────

router = Router(name="settings")


@router.callback_query(SectionTap.filter(F.section == Section.SETTINGS))
async def on_settings(event: CallbackQuery | Message, state: FSMContext, tr: Translator) -> None:
    await state.clear()
    await show(event, settings(tr))


@router.callback_query(LanguageTap.filter())
async def on_language(
    query: CallbackQuery, callback_data: LanguageTap, services: Services
) -> None:
    language = callback_data.language
    await services.choose_language(telegram_id=query.from_user.id, language=language)
    tr = Translator(language)
    # a keyboard changes only with a new message
    await bot_of(query).send_message(
        chat_of(query), language_chosen(tr), reply_markup=home_keyboard(tr)
    )
    await show(query, settings(tr), fresh=True)


@router.callback_query(ForgetTap.filter(~F.is_sure))
async def ask_to_forget(
    event: CallbackQuery | Message, tr: Translator, services: Services
) -> None:
    await show(event, forget_question(tr, services.clock.now()))


@router.callback_query(ForgetTap.filter(F.is_sure))
async def on_forget_sure(
    query: CallbackQuery, state: FSMContext, tr: Translator, services: Services
) -> None:
    await state.clear()
    await services.forget_patient(telegram_id=query.from_user.id)
    await show(query, forgotten(tr))
