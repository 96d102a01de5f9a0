"""What the card of a doctor or a facility says, part by part."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from bot.dialogs.widgets.directory_words import (
    capitalised,
    names_html,
    numbered_label,
    place_name,
    speciality_word,
)
from bot.dialogs.widgets.knowledge import joined
from bot.dialogs.widgets.weekly_hours import open_text, week_text
from bot.domain.hours import KYIV

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.directory import DirectoryState, Division, Doctor
    from bot.i18n import Translator
    from bot.services.show_card import DivisionCard, DoctorCard

_MOST_PHONES = 3
_MOST_SPECIALITIES = 12


def doctor_text(tr: Translator, card: DoctorCard, now: datetime) -> str:
    doctor = card.doctor
    head = f"<b>{escape(doctor.name)}</b>\n{_speciality_html(tr, doctor.speciality)}"
    parts = (
        head,
        free_places_text(tr, doctor),
        division_text(tr, doctor.division, now),
        _elsewhere_text(tr, len(card.elsewhere)),
        age_text(tr, card.state, now),
    )
    return joined(parts)


def facility_text(tr: Translator, card: DivisionCard, now: datetime) -> str:
    division = card.division
    parts = (
        division_text(tr, division, now),
        _specialities_text(tr, division),
        tr.t(
            "doctors",
            "Has a contract with the state. Ask by phone whether your service is free there.",
        ),
        age_text(tr, card.state, now),
    )
    return joined(parts)


def division_text(tr: Translator, division: Division, now: datetime) -> str:
    """Return the place itself: names, address, hours, telephones."""
    where = [names_html(division), escape(division.address.line)]
    hours = [escape(week_text(tr, division.hours)), open_text(tr, division.hours, now)]
    phones = ", ".join(division.phones_to_call[:_MOST_PHONES])
    return joined(
        [
            "\n".join(filter(None, where)),
            "\n".join(filter(None, hours)) or tr.t("doctors", "Opening hours: ask by phone."),
            tr.t("doctors", "Phone: {phones}", phones=phones) if phones else "",
        ]
    )


def free_places_text(tr: Translator, doctor: Doctor) -> str:
    """Return the free places with the date of the figure, and what it means to have none."""
    if not doctor.takes_declarations:
        return ""
    if doctor.free_places is None or doctor.counted_on is None:
        return tr.t("doctors", "How many places are free is not known. Ask at the facility.")
    date = tr.short_date(doctor.counted_on)
    if doctor.is_over_limit:
        return tr.t(
            "doctors",
            "<b>No free places</b> as of {date}. The doctor decides whether to take one more "
            "patient. You can ask. Where you live is no reason to refuse.",
            date=date,
        )
    return tr.t(
        "doctors",
        "<b>Free places: {count}</b> as of {date}",
        count=doctor.free_places,
        date=date,
    )


def age_text(tr: Translator, state: DirectoryState, now: datetime) -> str:
    """Return how old the data are, where that is more than a few days."""
    if state.snapshot_on is None or not state.is_old(now.astimezone(KYIV).date()):
        return ""
    return tr.t(
        "doctors",
        "<i>These data are of {date}. Something may have changed: check by phone.</i>",
        date=tr.full_date(state.snapshot_on),
    )


def elsewhere_label(number: int, doctor: Doctor) -> str:
    """Return a button's label for another place where the same doctor works."""
    return numbered_label(number, place_name(doctor.division))


def _elsewhere_text(tr: Translator, count: int) -> str:
    if not count:
        return ""
    return tr.t("doctors", "The same doctor also works elsewhere: see the buttons.")


def _speciality_html(tr: Translator, code: str) -> str:
    return escape(capitalised(speciality_word(tr, code)))


def _specialities_text(tr: Translator, division: Division) -> str:
    words = dict.fromkeys(speciality_word(tr, code) for code in division.specialities)
    if not words:
        return ""
    listed = ", ".join(list(words)[:_MOST_SPECIALITIES])
    rest = len(words) - _MOST_SPECIALITIES
    if rest > 0:
        return tr.t(
            "doctors", "Here: {specialities} and {rest} more.", specialities=listed, rest=rest
        )
    return tr.t("doctors", "Here: {specialities}.", specialities=listed)
