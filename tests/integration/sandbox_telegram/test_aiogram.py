"""A real aiogram Bot and Dispatcher at work against the sandbox."""

from __future__ import annotations

import asyncio
import io
from typing import TYPE_CHECKING

import pytest
from aiogram import Bot, Dispatcher
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    CallbackQuery,
    CopyTextButton,
    DisabledButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    MenuButtonCommands,
    Message,
    ReplyParameters,
)
from PIL import Image

from sandbox.faults import Fault, FaultKind, FaultPlace

if TYPE_CHECKING:
    from tests.integration.sandbox_telegram.stage import Person, Stage

KEYBOARD = InlineKeyboardMarkup(
    inline_keyboard=[
        [InlineKeyboardButton(text="Далі", callback_data="next", style="success")],
        [
            InlineKeyboardButton(text="Номер", copy_text=CopyTextButton(text="0800")),
            InlineKeyboardButton(text="Ні", disabled=DisabledButton()),
        ],
    ]
)


def picture(colour: str, sides: tuple[int, int] = (40, 30)) -> BufferedInputFile:
    buffer = io.BytesIO()
    Image.new("RGB", sides, colour).save(buffer, "PNG")
    return BufferedInputFile(buffer.getvalue(), "number.png")


async def test_bot_knows_itself(bot: Bot) -> None:
    me = await bot.me()
    assert (me.id, me.is_bot) == (bot.id, True)


async def test_message_comes_back_as_it_was_sent(bot: Bot, person: Person) -> None:
    question = await person.says("питання")
    message = await bot.send_message(
        person.user_id,
        "<b>Так</b>",
        parse_mode="HTML",
        reply_markup=KEYBOARD,
        reply_parameters=ReplyParameters(message_id=question),
    )
    assert message.html_text == "<b>Так</b>"
    assert message.reply_markup is not None
    assert message.reply_markup.model_dump() == KEYBOARD.model_dump()
    assert message.reply_to_message is not None
    assert message.reply_to_message.message_id == question


async def test_photo_is_sent_changed_and_downloaded(bot: Bot, person: Person) -> None:
    message = await bot.send_photo(
        person.user_id, picture("red"), caption="*номер*", parse_mode="MarkdownV2"
    )
    assert message.photo is not None
    assert (message.photo[-1].width, message.photo[-1].height) == (40, 30)
    content = await bot.download(message.photo[-1])
    assert content is not None
    assert Image.open(content).size == (40, 30)
    media = InputMediaPhoto(media=picture("blue", (20, 20)), caption="інший")
    await bot.edit_message_media(media, chat_id=person.user_id, message_id=message.message_id)
    await bot.edit_message_caption(
        chat_id=person.user_id, message_id=message.message_id, caption="ще інший"
    )
    shown = await person.last()
    assert (shown["kind"], shown["text"], shown["edited"]) == ("photo", "ще інший", True)
    assert shown["file"]["mime_type"] == "image/png"
    again = await bot.send_photo(person.user_id, message.photo[-1].file_id)
    assert again.photo == message.photo


async def test_text_becomes_a_photo_in_place(bot: Bot, person: Person) -> None:
    message = await bot.send_message(person.user_id, "число")
    media = InputMediaPhoto(media=picture("red"))
    await bot.edit_message_media(media, chat_id=person.user_id, message_id=message.message_id)
    assert (await person.last())["kind"] == "photo"
    with pytest.raises(TelegramBadRequest, match="there is no text in the message to edit"):
        await bot.edit_message_text("a", chat_id=person.user_id, message_id=message.message_id)


async def test_document_location_and_venue_are_sent(bot: Bot, person: Person) -> None:
    document = await bot.send_document(
        person.user_id, BufferedInputFile(b"BEGIN:VCALENDAR", "visit.ics"), caption="Візит"
    )
    assert document.document is not None
    assert document.document.file_name == "visit.ics"
    await bot.send_location(person.user_id, latitude=50.45, longitude=30.52)
    venue = await bot.send_venue(person.user_id, 50.45, 30.52, "Лікарня", "вул. Довга, 5")
    assert venue.venue is not None
    assert venue.venue.title == "Лікарня"
    shown = (await person.screen())["messages"][-3:]
    assert [message["kind"] for message in shown] == ["document", "location", "venue"]
    assert shown[-1]["text"] == "Лікарня\nвул. Довга, 5"


@pytest.mark.parametrize(
    ("file", "error"),
    [
        (BufferedInputFile(b"no picture", "a.png"), "IMAGE_PROCESS_FAILED"),
        (BufferedInputFile(b"", "a.png"), "file must be non-empty"),
        (picture("red", (2100, 100)), "PHOTO_INVALID_DIMENSIONS"),
        ("AgACnothing", "wrong file identifier/HTTP URL specified"),
        (BufferedInputFile(bytes(10 * 1024 * 1024 + 1), "a.png"), "is too big for a photo"),
    ],
    ids=["no picture", "empty", "too long", "unknown id", "too big"],
)
async def test_what_is_no_photo_is_refused(
    bot: Bot, person: Person, file: BufferedInputFile | str, error: str
) -> None:
    with pytest.raises(TelegramBadRequest, match=error):
        await bot.send_photo(person.user_id, file)


async def test_caption_holds_1024_characters(bot: Bot, person: Person) -> None:
    await bot.send_photo(person.user_id, picture("red"), caption="я" * 1024)
    with pytest.raises(TelegramBadRequest, match="message caption is too long"):
        await bot.send_photo(person.user_id, picture("red"), caption="я" * 1025)


async def test_refusals_become_aiograms_own_exceptions(bot: Bot, person: Person) -> None:
    person.stage.faults.add(
        Fault(FaultPlace.TELEGRAM, FaultKind.TOO_MANY_REQUESTS, "sendMessage", retry_after=3)
    )
    with pytest.raises(TelegramRetryAfter) as caught:
        await bot.send_message(person.user_id, "a")
    assert caught.value.retry_after == 3
    await person.blocks()
    with pytest.raises(TelegramForbiddenError):
        await bot.send_message(person.user_id, "a")
    async with Bot("42:wrong", session=bot.session) as wrong:
        with pytest.raises(TelegramUnauthorizedError):
            await wrong.get_me()


async def test_profile_of_the_bot_is_kept(bot: Bot) -> None:
    commands = [BotCommand(command="start", description="Почати")]
    await bot.set_my_commands(commands, language_code="uk")
    (kept,) = await bot.get_my_commands(language_code="uk")
    assert (kept.command, kept.description) == ("start", "Почати")
    await bot.delete_my_commands(language_code="uk")
    assert await bot.get_my_commands(language_code="uk") == []
    await bot.set_my_name("Помічник")
    await bot.set_my_description("Опис")
    await bot.set_my_short_description("Коротко")
    await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
    assert (await bot.get_me()).first_name == "Помічник"
    with pytest.raises(TelegramBadRequest, match="BOT_COMMAND_INVALID"):
        await bot.set_my_commands([BotCommand(command="Старт", description="a")])


async def test_dispatcher_polls_answers_and_edits(bot: Bot, stage: Stage) -> None:
    dispatcher = Dispatcher()

    @dispatcher.message(CommandStart(deep_link=True))
    async def start(message: Message, command: CommandObject) -> None:
        await message.answer(f"Вітаю: {command.args}", reply_markup=KEYBOARD)

    @dispatcher.callback_query()
    async def tapped(query: CallbackQuery) -> None:
        assert isinstance(query.message, Message)
        await query.message.edit_text("Далі")
        await query.answer("Готово")

    person = await stage.person(started=False)
    polling = asyncio.gather(dispatcher.start_polling(bot, handle_signals=False))
    await person.says("/start abc")
    await person.is_settled()
    assert (await person.last())["text"] == "Вітаю: abc"
    await person.taps("Далі")
    await person.is_settled()
    await dispatcher.stop_polling()
    await polling
    screen = await person.screen()
    assert screen["messages"][-1]["text"] == "Далі"
    assert [alert["text"] for alert in screen["alerts"]] == ["Готово"]
