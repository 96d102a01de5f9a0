"""The rules of a whole `reply_markup`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sandbox.telegram.buttons import inline_button, keyboard_button
from sandbox.telegram.model import ReplyKeyboard, Rows
from sandbox.telegram.refusal import bad_request

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.telegram.arguments import Arguments

MAX_INLINE_BUTTONS = 100
MAX_INLINE_BYTES = 10_240
# TDLib drops what is beyond (ReplyMarkup.cpp).
MAX_ROW = 12
MAX_BUTTONS = 300


@dataclass(frozen=True)
class Markup:
    """A checked `reply_markup`; all empty when none was given."""

    inline: Rows | None = None
    keyboard: ReplyKeyboard | None = None
    removes_keyboard: bool = False
    forces_reply: bool = False

    @property
    def is_other(self) -> bool:
        """Whether a message with it can never be edited: anything but inline keyboards."""
        return bool(self.keyboard or self.removes_keyboard or self.forces_reply)


def markup(arguments: Arguments) -> Markup:
    """The call's `reply_markup`. Raises `Refusal`."""
    try:
        given = arguments.nested("reply_markup")
    except ValueError:
        raise bad_request("Can't parse reply keyboard markup JSON object") from None
    if given is None:
        return Markup()
    if not isinstance(given, dict):
        raise bad_request("Object expected as reply markup")
    return _markup(given)


def inline_markup(arguments: Arguments) -> Rows | None:
    """The call's inline keyboard, for edits, which take no other. Raises `Refusal`."""
    given = markup(arguments)
    if given.is_other:
        raise bad_request("Inline keyboard expected")
    return given.inline


def _markup(given: dict[str, Any]) -> Markup:
    keyboard = _rows(given, "keyboard", keyboard_button)
    inline = _rows(given, "inline_keyboard", inline_button)
    if keyboard:
        return Markup(keyboard=ReplyKeyboard(keyboard, bool(given.get("one_time_keyboard"))))
    if inline:
        _check_size(inline)
        return Markup(inline=inline)
    if given.get("remove_keyboard"):
        return Markup(removes_keyboard=True)
    return Markup(forces_reply=bool(given.get("force_reply")))


def _rows(given: dict[str, Any], name: str, check: Callable[[object], dict[str, Any]]) -> Rows:
    rows = given.get(name) or []
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        owner = " of the InlineKeyboardMarkup" if name == "inline_keyboard" else ""
        raise bad_request(f'Field "{name}"{owner} must be an Array of Arrays')
    checked = [[check(button) for button in row] for row in rows]
    named = ([button for button in row if button["text"]][:MAX_ROW] for row in checked)
    return _first_buttons([row for row in named if row])


def _first_buttons(rows: Rows) -> Rows:
    kept: Rows = []
    left = MAX_BUTTONS
    for row in rows:
        kept.append(row[:left])
        left -= len(row)
        if left <= 0:
            break
    return kept


def _check_size(rows: Rows) -> None:
    size = len(json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode())
    if sum(map(len, rows)) > MAX_INLINE_BUTTONS or size > MAX_INLINE_BYTES:
        raise bad_request("Reply markup is too long")
