"""What the buttons of the complaint carry; rules as in `callbacks`."""

from __future__ import annotations

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from bot.domain.complaint import Trouble


class ComplaintTap(CallbackData, prefix="cmpl1"):
    """What the complaint is and what is needed for it."""


class BeginComplaintTap(CallbackData, prefix="cmbeg1"):
    """Ask the first question."""


class TroubleTap(CallbackData, prefix="cmwhat1"):
    """What happened."""

    trouble: Trouble


class DayChoice(StrEnum):
    TODAY = "t"
    YESTERDAY = "y"


class ComplaintDayTap(CallbackData, prefix="cmday1"):
    """The usual answers to when it was."""

    day: DayChoice


class SkipComplaintTap(CallbackData, prefix="cmskip1"):
    """Leave a question open; its place in the text is left to be filled in by hand."""


class DropComplaintTap(CallbackData, prefix="cmdrop1"):
    """Forget what was said."""
