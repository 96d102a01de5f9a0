"""Every button, command and state has somebody who answers it."""

from __future__ import annotations

import inspect
import re
from datetime import UTC, datetime
from enum import Enum
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from aiogram import Bot
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.state import StatesGroup
from aiogram.types import CallbackQuery, Chat, Contact, Location, Message, PhotoSize, User, Voice

from bot.dialogs import (
    ROUTERS,
    cabinet_callbacks,
    callbacks,
    complaint_callbacks,
    declare_callbacks,
    own_callbacks,
    people_callbacks,
    referral_callbacks,
    reminder_callbacks,
    states,
    visit_callbacks,
)
from bot.handlers import all_routers
from bot.handlers.commands import COMMANDS, command_label
from bot.handlers.commands import router as commands_router
from bot.i18n import Language, Translator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aiogram.dispatcher.event.handler import HandlerObject
    from aiogram.fsm.state import State

VERSIONED = re.compile(r"[a-z]+[1-9][0-9]*")
LONGEST_PREFIX = 8
PERSON = User(id=1, is_bot=False, first_name="Оксана")
NOBODY = Bot("1:" + "a" * 35)  # asks nobody anything
SAMPLES: dict[type, Any] = {str: "8830387584746820", int: 1}


def _classes() -> list[type[CallbackData]]:
    return [
        value
        for module in (
            callbacks,
            complaint_callbacks,
            cabinet_callbacks,
            declare_callbacks,
            own_callbacks,
            people_callbacks,
            referral_callbacks,
            reminder_callbacks,
            visit_callbacks,
        )
        for _, value in inspect.getmembers(module, inspect.isclass)
        if issubclass(value, CallbackData) and value.__module__ == module.__name__
    ]


def _every_tap(kind: type[CallbackData]) -> Iterator[CallbackData]:
    """One tap for each combination of choices that the fields leave."""
    choices = [_choices(field.annotation) for field in kind.model_fields.values()]
    for values in product(*choices):
        yield kind(**dict(zip(kind.model_fields, values, strict=True)))


def _choices(annotation: Any) -> list[Any]:
    if annotation is bool:
        return [False, True]
    if inspect.isclass(annotation) and issubclass(annotation, Enum):
        return list(annotation)
    return [SAMPLES[annotation]]


TAPS = [tap for kind in _classes() for tap in _every_tap(kind)]


@pytest.mark.parametrize("tap", TAPS, ids=lambda tap: tap.pack())
async def test_every_button_has_exactly_one_reaction(tap: CallbackData) -> None:
    query = CallbackQuery(id="1", from_user=PERSON, chat_instance="1", data=tap.pack())
    handlers = [handler for router in ROUTERS for handler in router.callback_query.handlers]
    reactions = [handler for handler in handlers if (await handler.check(query))[0]]
    assert len(reactions) == 1


def test_prefixes_are_versioned_short_and_of_one_class_each() -> None:
    prefixes = [kind.__prefix__ for kind in _classes()]
    assert len(set(prefixes)) == len(prefixes) > 5
    assert all(VERSIONED.fullmatch(prefix) for prefix in prefixes)
    assert all(len(prefix) <= LONGEST_PREFIX for prefix in prefixes)


def test_prefix_is_no_beginning_of_another() -> None:
    names = [re.sub(r"\d+", "", kind.__prefix__) for kind in _classes()]
    assert len(set(names)) == len(names), "a version may grow, a name may not be taken twice"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_listed_command_has_a_handler_and_a_label(command: str) -> None:
    assert command in _handled_commands()
    for language in Language:
        assert 1 <= len(command_label(Translator(language), command)) <= 256


def test_commands_are_spelled_as_telegram_wants_them() -> None:
    assert [c for c in COMMANDS if not re.fullmatch(r"[a-z0-9_]{1,32}", c)] == []


def _handled_commands() -> set[str]:
    filters = [
        given.callback
        for handler in commands_router.message.handlers
        for given in handler.filters or []
    ]
    return {name for f in filters if isinstance(f, Command) for name in map(str, f.commands)}


def _states() -> list[State]:
    groups = [
        value
        for _, value in inspect.getmembers(states, inspect.isclass)
        if issubclass(value, StatesGroup) and value.__module__ == states.__name__
    ]
    return [state for group in groups for state in group.__all_states__]


WRONG_INPUT = {
    "text": {"text": "щось зовсім інше"},
    "photo": {"photo": [PhotoSize(file_id="1", file_unique_id="1", width=1, height=1)]},
    "voice": {"voice": Voice(file_id="1", file_unique_id="1", duration=1)},
    "contact": {"contact": Contact(phone_number="+380000000001", first_name="О")},
    "location": {"location": Location(latitude=50.4, longitude=30.5)},
    "nothing known": {},
}


@pytest.mark.parametrize("state", _states(), ids=lambda state: state.state)
@pytest.mark.parametrize("content", WRONG_INPUT.values(), ids=WRONG_INPUT)
async def test_state_answers_a_wrong_kind_of_input(state: State, content: dict[str, Any]) -> None:
    message = Message(
        message_id=1,
        date=datetime(2026, 11, 22, tzinfo=UTC),
        chat=Chat(id=1, type="private"),
        from_user=PERSON,
        **content,
    )
    handlers = [handler for router in all_routers() for handler in router.message.handlers]
    assert any([await _takes(handler, message, state) for handler in handlers])


async def _takes(handler: HandlerObject, message: Message, state: State) -> bool:
    is_taken, _ = await handler.check(message, bot=NOBODY, raw_state=state.state)
    return is_taken


async def test_even_an_edited_message_has_a_reaction() -> None:
    assert any(router.edited_message.handlers for router in all_routers())


def test_buttons_of_no_class_have_a_last_resort() -> None:
    """The catch-all stands last, or it would take what others wait for."""
    with_taps = [router for router in all_routers() if router.callback_query.handlers]
    assert [router.name for router in with_taps][-1] == "fallback"
    assert with_taps[-1].callback_query.handlers[-1].filters == []
