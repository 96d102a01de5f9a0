"""Messages that show personal data: one at a time in a chat, and none for longer than needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from bot.dialogs.screen import bot_of, chat_of, show, swap

if TYPE_CHECKING:
    from aiogram.types import BufferedInputFile

    from bot.dialogs.screen import Screen
    from bot.services import Services
    from bot.services.my_data import MyDataServices


class HasMyData(Filter):
    """Lets through where the bot is connected to the cabinet; gives the handler its services."""

    async def __call__(self, _: Any, services: Services) -> bool | dict[str, Any]:  # noqa: ANN401 - any event of aiogram
        return {"my_data": services.my_data} if services.my_data else False


async def hold(message: Message, my_data: MyDataServices) -> None:
    """Note a message of the patient's before anything can go wrong with it."""
    await my_data.remember_shown_data(chat_id=message.chat.id, message_id=message.message_id)


async def show_private(
    event: Message | CallbackQuery, screen: Screen, my_data: MyDataServices
) -> None:
    """Show a screen that leaves the chat by itself, in the place of all that came before it."""
    chat_id, tapped = chat_of(event), _tapped(event)
    await my_data.remove_shown_data(chat_id=chat_id, keep=tapped)
    if tapped:  # before the data stand in it
        await my_data.remember_shown_data(chat_id=chat_id, message_id=tapped)
    shown = await show(event, screen)
    await my_data.remember_shown_data(chat_id=chat_id, message_id=shown.message_id)


async def show_private_below(
    event: Message | CallbackQuery, before: Screen, screen: Screen, my_data: MyDataServices
) -> None:
    """Show a screen in a message of its own; `before` stands there until it is noted."""
    shown = await show(event, before, fresh=True)
    await my_data.remember_shown_data(chat_id=chat_of(event), message_id=shown.message_id)
    await swap(shown, screen)


async def send_private_file(
    event: Message | CallbackQuery, file: BufferedInputFile, caption: str, services: Services
) -> None:
    """Send a file that leaves the chat by itself."""
    sent = await bot_of(event).send_document(chat_of(event), file, caption=caption)
    if services.my_data:
        await services.my_data.remember_shown_data(
            chat_id=chat_of(event), message_id=sent.message_id
        )


async def show_plain(
    event: Message | CallbackQuery, screen: Screen, my_data: MyDataServices
) -> None:
    """Take all personal data out of the chat, and show a screen without any."""
    await my_data.remove_shown_data(chat_id=chat_of(event))
    await show(event, screen)


def _tapped(event: Message | CallbackQuery) -> int:
    if isinstance(event, CallbackQuery) and isinstance(event.message, Message):
        return event.message.message_id
    return 0
