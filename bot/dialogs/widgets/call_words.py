"""Whom to call when one cannot come, and what to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.screen import Button

if TYPE_CHECKING:
    from bot.domain.reminders import Appointment
    from bot.i18n import Translator

    Row = tuple[Button, ...]


def call_text(tr: Translator, visit: Appointment) -> str:
    """Return whom to call, and the words for it."""
    phone = visit.details.phone
    if phone:
        whom = tr.t(
            "visit", "Call the clinic: {phone}. Somebody else can have your place.", phone=phone
        )
    else:
        whom = tr.t(
            "visit",
            "Call the registry of the clinic where you are booked. "
            "Somebody else can have your place.",
        )
    say = tr.t("visit", "You can say:")
    return f"{whom}\n\n{say}\n<blockquote>{_words(tr, visit)}</blockquote>"


def call_rows(tr: Translator, visit: Appointment) -> tuple[Row, ...]:
    """Return the buttons that copy the number and the words, for a call or a message."""
    words = Button(tr.t("visit", "Copy the words"), copies=_words(tr, visit))
    phone = visit.details.phone
    if not phone:
        return ((words,),)
    return ((Button(tr.t("visit", "Copy the number"), copies=phone), words),)


def _words(tr: Translator, visit: Appointment) -> str:
    """Return what to say, by the clock that the appointment was written down with."""
    return tr.t(
        "visit",
        "Good day. I am booked for {day}, {time}, and cannot come. "
        "Please cancel my booking. Is there another time?",
        day=tr.short_date(visit.starts.date()),
        time=tr.clock_time(visit.starts.time()),
    )
