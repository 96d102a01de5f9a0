"""Screens and buttons, and the one place that shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
)

if TYPE_CHECKING:
    from aiogram import Bot
    from aiogram.enums import ButtonStyle
    from aiogram.filters.callback_data import CallbackData

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message; exactly one of `action`, `url` and `copies` is given."""

    text: str
    action: CallbackData | None = None
    url: str | None = None
    copies: str | None = None
    style: ButtonStyle | None = None

    def rendered(self) -> InlineKeyboardButton:
        """Return Telegram's form of the button; raises ValueError past 64 bytes of data."""
        return InlineKeyboardButton(
            text=self.text,
            callback_data=self.action.pack() if self.action else None,
            url=self.url,
            copy_text=CopyTextButton(text=self.copies) if self.copies else None,
            style=self.style,
        )


@dataclass(frozen=True, slots=True)
class Screen:
    """What a patient sees: a text in Telegram's HTML, or a picture with it, and buttons."""

    text: str
    rows: tuple[tuple[Button, ...], ...] = ()
    picture: bytes | None = None

    def keyboard(self) -> InlineKeyboardMarkup | None:
        if not self.rows:
            return None
        return InlineKeyboardMarkup(
            inline_keyboard=[[button.rendered() for button in row] for row in self.rows]
        )


async def show(event: Message | CallbackQuery, screen: Screen, *, fresh: bool = False) -> Message:
    """Show `screen`: in place of the tapped message where that can be, else as a new message.

    `fresh` keeps the tapped message as it is. Returns the message that now shows the screen.
    """
    tapped = event.message if isinstance(event, CallbackQuery) and not fresh else None
    if isinstance(tapped, Message) and tapped.text is not None and screen.picture is None:
        return await swap(tapped, screen)
    return await _sent(event, screen)


async def swap(message: Message, screen: Screen) -> Message:
    """Put `screen` in the place of a message of ours, or below it where that cannot be."""
    try:
        await message.edit_text(
            screen.text, reply_markup=screen.keyboard(), link_preview_options=_NO_PREVIEW
        )
    except TelegramBadRequest as refusal:
        # the same screen twice is what was asked for; any other refusal (the message is
        # gone, or too old to edit) is met with a new message
        if "message is not modified" not in refusal.message:
            return await _sent(message, screen)
    return message


def chat_of(event: Message | CallbackQuery) -> int:
    """Return the private chat of an event; its id is the patient's own."""
    return event.chat.id if isinstance(event, Message) else event.from_user.id


def bot_of(event: Message | CallbackQuery) -> Bot:
    """Return the bot that an event came through; the dispatcher mounts it on every event."""
    if event.bot is None:
        message = "the event is not mounted to a bot"
        raise RuntimeError(message)
    return event.bot


async def _sent(event: Message | CallbackQuery, screen: Screen) -> Message:
    bot, chat_id = bot_of(event), chat_of(event)
    if screen.picture:
        return await bot.send_photo(
            chat_id,
            BufferedInputFile(screen.picture, "referral.png"),
            caption=screen.text,
            reply_markup=screen.keyboard(),
        )
    return await bot.send_message(
        chat_id, screen.text, reply_markup=screen.keyboard(), link_preview_options=_NO_PREVIEW
    )
