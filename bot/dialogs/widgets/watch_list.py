"""The doctors that a patient watches: the list, one of them, and the end of a watch."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from aiogram.enums import ButtonStyle

from bot.dialogs.callbacks import SectionTap, StopWatchTap, WatchedTap, WatchesTap
from bot.dialogs.screen import Button, Screen
from bot.dialogs.widgets.directory_words import numbered_label, shortened
from bot.dialogs.widgets.knowledge import joined
from bot.dialogs.widgets.navigation import menu_row
from bot.dialogs.widgets.watching import again_button, card_button, stop_button, watches_button
from bot.domain.capabilities import Section
from bot.domain.watch import WatchState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.domain.watch import Watch
    from bot.i18n import Translator

_LONGEST_NAME = 120
"""Signs; ЕСОЗ allows names so long that ten of them would not fit into a message."""


def watch_list(tr: Translator, watches: Sequence[Watch]) -> Screen:
    """Return all watches with how they stand; where there are none, how to begin one."""
    if not watches:
        text = tr.t(
            "watch",
            "<b>You watch no doctors.</b>\n"
            "Find a doctor without free places and tap “Tell me when a place opens”.",
        )
        return Screen(text, ((find_another_button(tr),), menu_row(tr)))
    title = tr.t("watch", "<b>Doctors I watch</b>")
    lines = [
        f"{number}. {shown_name(watch.name, is_html=True)}\n{_stands(tr, watch)}"
        for number, watch in enumerate(watches, start=1)
    ]
    rows = tuple(
        (Button(numbered_label(number, watch.name), WatchedTap(doctor=watch.doctor)),)
        for number, watch in enumerate(watches, start=1)
    )
    return Screen(joined([title, *lines]), (*rows, menu_row(tr)))


def watched(tr: Translator, watch: Watch) -> Screen:
    """Return one watch and what can be done with it."""
    name = f"<b>{shown_name(watch.name, is_html=True)}</b>"
    stop = (stop_button(tr, watch.doctor),)
    back = menu_row(tr, WatchesTap())
    if not watch.is_listed:
        advice = tr.t("watch", "I no longer watch them. You can choose another doctor.")
        text = joined([f"{name}\n{_stands(tr, watch)}", advice])
        return Screen(text, ((find_another_button(tr),), back))
    card = (card_button(tr, watch.doctor),)
    if watch.is_active:
        text = joined([f"{name}\n{_stands(tr, watch)}", when_told(tr)])
        return Screen(text, (card, stop, back))
    hint = tr.t("watch", "Places go fast. Call the clinic before you go there.")
    text = joined([f"{name}\n{_stands(tr, watch)}", hint if watch.free_places else ""])
    return Screen(text, (card, (again_button(tr, watch.doctor), *stop), back))


def stop_question(tr: Translator, watch: Watch) -> Screen:
    text = tr.t(
        "watch",
        "<b>Stop watching?</b>\n{name}\n\nI will delete that you watched this doctor.",
        name=shown_name(watch.name),
    )
    yes = Button(
        tr.t("watch", "Yes, stop"),
        StopWatchTap(doctor=watch.doctor, is_sure=True),
        style=ButtonStyle.DANGER,
    )
    return Screen(text, ((yes,), menu_row(tr, WatchedTap(doctor=watch.doctor))))


def stopped(tr: Translator) -> Screen:
    text = tr.t("watch", "<b>Done. You do not watch this doctor any more.</b>")
    return Screen(text, ((watches_button(tr),), menu_row(tr)))


def _stands(tr: Translator, watch: Watch) -> str:
    """Return in one line how it stands with the doctor."""
    if not watch.is_listed:
        return tr.t("watch", "No longer in the directory.")
    if watch.free_places is None or watch.counted_on is None:
        return tr.t("watch", "The number of free places is not known now.")
    day = tr.short_date(watch.counted_on)
    if watch.free_places == 0:
        return tr.t("watch", "No free places, as of {date}.", date=day)
    if watch.state is WatchState.RESTING:
        return tr.t(
            "watch",
            "Free places: {count}, as of {date}. I wait until they are taken and one opens.",
            count=watch.free_places,
            date=day,
        )
    return tr.t("watch", "Free places: {count}, as of {date}.", count=watch.free_places, date=day)


def when_told(tr: Translator) -> str:
    """Return when a watching patient will hear something."""
    return tr.t(
        "watch",
        "I will write once when a place opens. I write from 8:00 to 21:00, "
        "and at most once in 6 hours.",
    )


def find_another_button(tr: Translator) -> Button:
    return Button(tr.t("watch", "Find another doctor"), SectionTap(section=Section.DOCTOR))


def shown_name(name: str, *, is_html: bool = False) -> str:
    """Return a name that fits, escaped where it goes into HTML as it is."""
    short = shortened(name, _LONGEST_NAME)
    return escape(short) if is_html else short
