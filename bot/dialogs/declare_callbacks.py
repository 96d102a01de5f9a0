"""What the buttons carry that lead to a declaration; rules as in `cabinet_callbacks`."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class DeclareTap(CallbackData, prefix="dnew1"):
    """A declaration with this doctor; asked for when `is_sure`, after what will change."""

    doctor: int
    is_sure: bool = False


class RequestTap(CallbackData, prefix="dreq1"):
    """One request for a declaration."""

    id: str


class SignRequestTap(CallbackData, prefix="dsign1"):
    """Read the document and sign it."""

    id: str


class CancelRequestTap(CallbackData, prefix="dback1"):
    """Take a request back; asked twice."""

    id: str
    is_sure: bool = False


class DeclareForTap(CallbackData, prefix="dfor1"):
    """A declaration with this doctor for another of the people whom the chat is signed in for."""

    doctor: int
    session: str


class NotNowTap(CallbackData, prefix="dnot1"):
    """No declaration with this doctor now."""

    doctor: int


class RequestFileTap(CallbackData, prefix="dfile1"):
    """The document of a request as a file; sent when `is_sure`, after a warning."""

    id: str
    is_sure: bool = False


class MovedTap(CallbackData, prefix="dmoved1"):
    """Where the doctor of this declaration works now."""

    id: str
