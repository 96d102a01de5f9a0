"""What the bot says about itself: commands, descriptions, name, menu button."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from sandbox.telegram import presenting
from sandbox.telegram.methods.registry import method
from sandbox.telegram.refusal import bad_request

if TYPE_CHECKING:
    from sandbox.telegram.arguments import Arguments
    from sandbox.telegram.context import Context

MAX_COMMANDS = 100
MAX_COMMAND_DESCRIPTION = 256
MAX_DESCRIPTION = 512
MAX_SHORT_DESCRIPTION = 120
MAX_NAME = 64
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_MENU_BUTTONS = frozenset({"commands", "web_app", "default"})


@method("getMe")
async def get_me(context: Context, _arguments: Arguments) -> object:
    return presenting.bot_user(context.world) | {
        "can_join_groups": False,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
    }


@method("setMyCommands")
async def set_my_commands(context: Context, arguments: Arguments) -> object:
    try:
        commands = arguments.nested("commands")
    except ValueError:
        raise bad_request("Can't parse commands JSON object") from None
    if not isinstance(commands, list):
        raise bad_request("Expected an Array of BotCommand")
    if len(commands) > MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    checked = [_command(item) for item in commands]
    context.world.profile.commands[_scope(arguments)] = checked
    return True


@method("getMyCommands")
async def get_my_commands(context: Context, arguments: Arguments) -> object:
    return context.world.profile.commands.get(_scope(arguments), [])


@method("deleteMyCommands")
async def delete_my_commands(context: Context, arguments: Arguments) -> object:
    context.world.profile.commands.pop(_scope(arguments), None)
    return True


@method("setMyDescription")
async def set_my_description(context: Context, arguments: Arguments) -> object:
    given = _limited(arguments, "description", MAX_DESCRIPTION, "DESCRIPTION_TOO_LONG")
    context.world.profile.descriptions[arguments.text("language_code")] = given
    return True


@method("setMyShortDescription")
async def set_my_short_description(context: Context, arguments: Arguments) -> object:
    given = _limited(arguments, "short_description", MAX_SHORT_DESCRIPTION, "ABOUT_TOO_LONG")
    context.world.profile.short_descriptions[arguments.text("language_code")] = given
    return True


@method("setMyName")
async def set_my_name(context: Context, arguments: Arguments) -> object:
    given = _limited(arguments, "name", MAX_NAME, "NAME_TOO_LONG")
    context.world.profile.names[arguments.text("language_code")] = given
    return True


@method("setChatMenuButton")
async def set_chat_menu_button(context: Context, arguments: Arguments) -> object:
    try:
        button = arguments.nested("menu_button") or {"type": "default"}
    except ValueError:
        raise bad_request("Can't parse menu button JSON object") from None
    if not isinstance(button, dict) or button.get("type") not in _MENU_BUTTONS:
        raise bad_request("MenuButton has unsupported type")
    chat_id = arguments.number("chat_id") or None
    context.world.profile.menu_buttons[chat_id] = button
    return True


def _command(item: object) -> dict[str, str]:
    if not isinstance(item, dict):
        raise bad_request("Expected an Object as BotCommand")
    command = str(item.get("command", "")).removeprefix("/")
    description = str(item.get("description", ""))
    if not _COMMAND.fullmatch(command):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= MAX_COMMAND_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": command, "description": description}


def _scope(arguments: Arguments) -> tuple[str, str]:
    try:
        scope = arguments.nested("scope") or {"type": "default"}
    except ValueError:
        raise bad_request("Can't parse BotCommandScope JSON object") from None
    return json.dumps(scope, sort_keys=True), arguments.text("language_code")


def _limited(arguments: Arguments, name: str, limit: int, error: str) -> str:
    value = arguments.text(name)
    if len(value) > limit:
        raise bad_request(error)
    return value
