"""What the buttons about people whom a patient looks after carry; see `callbacks.py`."""

from __future__ import annotations

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData


class LookedAfterTap(CallbackData, prefix="care1"):
    """The list of people; `is_adding` asks for a name."""

    is_adding: bool = False


class PersonAction(StrEnum):
    SHOW = ""
    RENAME = "name"
    BIRTH = "born"
    FORGET_BIRTH = "unborn"
    REMOVE = "rm"
    REMOVE_SURE = "sure"


class PersonTap(CallbackData, prefix="person1"):
    """Something to do with one of them."""

    person: int
    action: PersonAction = PersonAction.SHOW
