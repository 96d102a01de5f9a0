"""The keyboard that sends where the patient is; it stands only while that is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram.types import KeyboardButton, ReplyKeyboardMarkup

from bot.dialogs.widgets.navigation import home_keyboard

if TYPE_CHECKING:
    from bot.i18n import Translator


def location_keyboard(tr: Translator) -> ReplyKeyboardMarkup:
    """Return the usual keyboard with a button above it that sends the phone's location."""
    home = home_keyboard(tr)
    send = KeyboardButton(text=tr.t("doctors", "📍 Send my location"), request_location=True)
    return home.model_copy(
        update={
            "keyboard": [[send], *home.keyboard],
            "input_field_placeholder": tr.t("doctors", "Or write your town"),
        }
    )
