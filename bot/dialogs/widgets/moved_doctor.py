"""Where the doctor of a declaration works now, or a kind word that they are not found."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from bot.dialogs.cabinet_callbacks import MyDeclarationTap
from bot.dialogs.callbacks import DoctorTap
from bot.dialogs.screen import Button, Screen
from bot.dialogs.widgets.declaration_screens import find_doctor_button
from bot.dialogs.widgets.directory_card import elsewhere_label
from bot.dialogs.widgets.directory_words import capitalised, place_name, shortened
from bot.dialogs.widgets.knowledge import joined
from bot.dialogs.widgets.navigation import menu_row
from bot.dialogs.widgets.on_behalf import on_behalf

if TYPE_CHECKING:
    from bot.domain.directory import Doctor
    from bot.i18n import Translator
    from bot.services.find_moved_doctor import MovedDoctor

_MOST_PLACES = 5
_LONGEST_NAME = 120
_LONGEST_PLACE = 160


def moved_doctor(tr: Translator, moved: MovedDoctor) -> Screen:
    """Return the doctor's places of today, each a way to the card."""
    places = moved.elsewhere[:_MOST_PLACES]
    name = shortened(capitalised(moved.name), _LONGEST_NAME)
    text = joined(
        [
            on_behalf(tr, moved.acting),
            f"<b>{escape(name)}</b>" if moved.name else "",
            _what_is_known(tr, moved),
            "\n".join(_line(number, one) for number, one in enumerate(places, start=1)),
        ]
    )
    cards = tuple(
        (Button(elsewhere_label(number, one), DoctorTap(key=one.key)),)
        for number, one in enumerate(places, start=1)
    )
    return Screen(text, (*cards, (find_doctor_button(tr),), menu_row(tr, MyDeclarationTap())))


def _what_is_known(tr: Translator, moved: MovedDoctor) -> str:
    if moved.elsewhere and moved.is_by_name:
        return tr.t(
            "declare",
            "I found a doctor of the same name and speciality. "
            "Look whether it is yours: names may be alike.",
        )
    if moved.elsewhere and moved.here:
        return tr.t("declare", "The doctor works where your declaration is, and also here:")
    if moved.elsewhere:
        return tr.t("declare", "Now the doctor works here:")
    if moved.here:
        return tr.t(
            "declare",
            "By the directory the doctor still works where your declaration is. "
            "A move shows there after some days. Ask at the reception desk.",
        )
    return tr.t(
        "declare",
        "I am sorry, I have not found where this doctor works now. The directory holds only "
        "facilities with a contract with the state. Ask at the former facility, "
        "or choose another doctor.",
    )


def _line(number: int, doctor: Doctor) -> str:
    place = shortened(place_name(doctor.division), _LONGEST_PLACE)
    address = shortened(doctor.division.address.line, _LONGEST_PLACE)
    return "\n".join(filter(None, (f"{number}. {escape(place)}", escape(address))))
