"""What the buttons under a pushed reminder carry; see `callbacks.py` for the rules."""

from __future__ import annotations

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData


class ComingTap(CallbackData, prefix="come1"):
    """«Буду»."""

    appointment: int


class CannotTap(CallbackData, prefix="cannot1"):
    """«Не зможу»: says whom to call."""

    appointment: int


class MoveTap(CallbackData, prefix="move1"):
    """«Перенести»: asks for the new time."""

    appointment: int


class LaterChoice(StrEnum):
    ASK = ""
    HALF_HOUR = "30m"
    TWO_HOURS = "2h"
    EVENING = "eve"
    TOMORROW = "1d"


class LaterTap(CallbackData, prefix="later1"):
    """«Нагадати пізніше»: asks when, then snoozes `reminder`."""

    reminder: int
    choice: LaterChoice = LaterChoice.ASK


class ToldTap(CallbackData, prefix="told1"):
    """«Показати»: what the message with `reminder` was about, all of it."""

    reminder: int
