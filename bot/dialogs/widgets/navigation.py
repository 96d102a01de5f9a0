"""The buttons that stand under every screen: back, the menu, help by phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram.types import KeyboardButton, ReplyKeyboardMarkup

from bot.dialogs.callbacks import LinesTap, MenuTap
from bot.dialogs.screen import Button

if TYPE_CHECKING:
    from aiogram.filters.callback_data import CallbackData

    from bot.i18n import Translator


def menu_button(tr: Translator, *, fresh: bool = False) -> Button:
    return Button(tr.t("navigation", "☰ Menu"), MenuTap(fresh=fresh))


def back_button(tr: Translator, action: CallbackData) -> Button:
    return Button(tr.t("navigation", "← Back"), action)


def help_button(tr: Translator, *, fresh: bool = False) -> Button:
    return Button(tr.t("navigation", "📞 103 and hotline"), LinesTap(fresh=fresh))


def menu_row(tr: Translator, back: CallbackData | None = None) -> tuple[Button, ...]:
    """Return the last row of a screen: where it came from, and the menu."""
    menu = menu_button(tr)
    return (back_button(tr, back), menu) if back else (menu,)


def home_keyboard(tr: Translator) -> ReplyKeyboardMarkup:
    """Return the keyboard that is always there, so that help is one tap from everywhere."""
    texts = (tr.t("navigation", "☰ Menu"), tr.t("navigation", "📞 103 and hotline"))
    return ReplyKeyboardMarkup(
        keyboard=[[KeyboardButton(text=text) for text in texts]],
        resize_keyboard=True,
        is_persistent=True,
        input_field_placeholder=tr.t("navigation", "A referral number or a question"),
    )
