"""The rules of single buttons, of inline and of reply keyboards."""

from __future__ import annotations

from typing import Any

from sandbox.telegram.parsing import link_fault
from sandbox.telegram.refusal import Refusal, bad_request

MAX_CALLBACK_BYTES = 64
MAX_COPIED = 256
STYLES = frozenset({"danger", "success", "primary"})
_LOOKS = ("text", "style", "icon_custom_emoji_id")
_ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "copy_text",
    "disabled",
)
# Actions that mean something only when they are not empty (Client.cpp).
_FILLED = frozenset({"url", "callback_data"})
_REQUESTS = ("request_contact", "request_location")


def inline_button(button: object) -> dict[str, Any]:
    """The button as Telegram keeps it. Raises `Refusal`.

    The server takes the first of several actions; the documentation asks for exactly one, and
    here that is kept, because the others would be lost without a word.
    """
    if not isinstance(button, dict):
        raise _unparsed_inline("InlineKeyboardButton must be an Object")
    if not isinstance(button.get("text"), str):
        raise _unparsed_inline('Field "text" must be of type String')
    if button.get("style") not in {None, *STYLES}:
        raise _unparsed_inline("invalid button style specified")
    actions = [name for name in _ACTIONS if _is_used(button, name)]
    if not actions:
        raise _unparsed_inline("Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise _unparsed_inline("exactly one action must be specified")
    _check_action(actions[0], button[actions[0]])
    return {name: button[name] for name in (*_LOOKS, actions[0]) if button.get(name) is not None}


def keyboard_button(button: object) -> dict[str, Any]:
    """The button of a reply keyboard as an object. Raises `Refusal`."""
    if isinstance(button, str):
        return {"text": button}
    if not isinstance(button, dict):
        raise _unparsed("KeyboardButton must be a String or an Object")
    if not isinstance(button.get("text"), str):
        raise _unparsed('Field "text" must be of type String')
    kept = {name: button[name] for name in _LOOKS if button.get(name) is not None}
    return kept | {name: True for name in _REQUESTS if button.get(name)}


def _is_used(button: dict[str, Any], name: str) -> bool:
    value = button.get(name)
    return value is not None and (name not in _FILLED or value != "")


def _check_action(name: str, value: object) -> None:
    if name == "callback_data":
        _check_callback_data(value)
    elif name == "url":
        _check_link(value, "Inline keyboard button ")
    elif name == "web_app":
        _check_link(_field(name, value, "url"), "Inline keyboard button Web App ", is_https=True)
    elif name == "copy_text":
        _check_copied(_field(name, value, "text"))


def _check_callback_data(value: object) -> None:
    if not isinstance(value, str):
        raise _unparsed_inline('Field "callback_data" must be of type String')
    if len(value.encode()) > MAX_CALLBACK_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")


def _check_link(value: object, subject: str, *, is_https: bool = False) -> None:
    if not isinstance(value, str):
        raise _unparsed_inline('Field "url" must be of type String')
    fault = link_fault(value)
    if fault is None and is_https and not value.casefold().startswith("https://"):
        fault = f"URL '{value}' is invalid: Only HTTPS links are allowed"
    if fault is not None:
        raise bad_request(subject + fault)


def _check_copied(text: str) -> None:
    if not 1 <= len(text) <= MAX_COPIED:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _field(name: str, value: object, key: str) -> str:
    """The text inside an object such as `{"text": …}` of copy_text."""
    if not isinstance(value, dict):
        raise _unparsed_inline(f'Field "{name}" must be of type Object')
    if not isinstance(value.get(key), str):
        raise _unparsed_inline(f'Field "{key}" must be of type String')
    return str(value[key])


def _unparsed_inline(reason: str) -> Refusal:
    return bad_request(f"Can't parse inline keyboard button: {reason}")


def _unparsed(reason: str) -> Refusal:
    return bad_request(f"Can't parse keyboard button: {reason}")
