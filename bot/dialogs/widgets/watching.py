"""The buttons that lead to watching doctors, and the message that brings the news."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.callbacks import DoctorTap, StopWatchTap, WatchedTap, WatchesTap, WatchTap
from bot.dialogs.screen import Button, Screen
from bot.dialogs.widgets.navigation import menu_button
from bot.i18n import Translator, language_of

if TYPE_CHECKING:
    from bot.dialogs.widgets.knowledge import Row
    from bot.domain.directory import Doctor
    from bot.domain.watch import Notice, Watch


def watch_rows(tr: Translator, doctor: Doctor) -> tuple[Row, ...]:
    """Return the row of a card that offers to watch; none where a place is free or not counted."""
    if not doctor.is_over_limit:
        return ()
    label = tr.t("watch", "🔔 Tell me when a place opens")
    return ((Button(label, WatchTap(doctor=doctor.key)),),)


def watches_button(tr: Translator) -> Button:
    return Button(tr.t("watch", "Doctors I watch"), WatchesTap())


def card_button(tr: Translator, doctor: int) -> Button:
    return Button(tr.t("watch", "Open the card"), DoctorTap(key=doctor))


def again_button(tr: Translator, doctor: int) -> Button:
    return Button(tr.t("watch", "Watch again"), WatchTap(doctor=doctor))


def stop_button(tr: Translator, doctor: int) -> Button:
    return Button(tr.t("watch", "Stop watching"), StopWatchTap(doctor=doctor))


def news(notice: Notice) -> Screen:
    """Return the message for one patient, in their language.

    It says nothing of who or what: it is read on locked screens, and not only by the patient.
    """
    tr = Translator(language_of(notice.language))
    if len(notice.watches) == 1:
        text = tr.t("watch", "There is news about the doctor you watch.")
        return Screen(text, _of_one(tr, notice.watches[0]))
    text = tr.t("watch", "There is news about the doctors you watch.")
    show = Button(tr.t("watch", "Show the news"), WatchesTap())
    return Screen(text, ((show,), (menu_button(tr, fresh=True),)))


def _of_one(tr: Translator, watch: Watch) -> tuple[Row, ...]:
    doctor, menu = watch.doctor, (menu_button(tr, fresh=True),)
    if not watch.is_listed:
        return (Button(tr.t("watch", "Show the news"), WatchedTap(doctor=doctor)),), menu
    second = (again_button(tr, doctor), stop_button(tr, doctor))
    return (card_button(tr, doctor),), second, menu
