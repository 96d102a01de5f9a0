"""Words about doctors and facilities that lists and cards share."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from bot.content.specialities import speciality_name
from bot.domain.finding import Filters

if TYPE_CHECKING:
    from bot.domain.directory import Division, Doctor
    from bot.i18n import Translator

LONGEST_LABEL = 40
"""Signs of a button's label; more is cut off on a narrow phone."""
_LONGEST_NAME = 60


def capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def shortened(text: str, length: int) -> str:
    """Return `text` with at most `length` signs."""
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"


def numbered_label(number: int, name: str) -> str:
    """Return a button's label; the number tells namesakes apart."""
    return shortened(f"{number}. {name}", LONGEST_LABEL)


def speciality_word(tr: Translator, code: str) -> str:
    return speciality_name(code).get(tr.language)


def place_name(division: Division) -> str:
    """Return what people call a place, unescaped: its own name, else the facility's."""
    return shortened(division.name or division.facility.name, _LONGEST_NAME)


def names_html(division: Division) -> str:
    """Return facility and place on lines of their own, once when they are the same."""
    facility, place = division.facility.name, division.name
    if facility.casefold() == place.casefold() or not place:
        return f"<b>{escape(facility)}</b>"
    return f"<b>{escape(facility)}</b>\n{escape(place)}"


def free_places_words(tr: Translator, doctor: Doctor) -> str:
    """Return how many places are free, for a list; empty when that is not known."""
    if doctor.free_places is None:
        return ""
    if doctor.is_over_limit:
        return tr.t("doctors", "no free places")
    return tr.t("doctors", "free places: {count}", count=doctor.free_places)


def distance_words(tr: Translator, km: int | None) -> str:
    if km is None:
        return ""
    if km == 0:
        return tr.t("doctors", "less than 1 km")
    return tr.t("doctors", "{count} km", count=km)


def filter_label(tr: Translator, one: Filters) -> str:
    labels = {
        Filters.FREE_PLACES: tr.t("filters", "Has free places"),
        Filters.OPEN_NOW: tr.t("filters", "Open now"),
        Filters.SATURDAY: tr.t("filters", "Open on Saturday"),
        Filters.AFTER_18: tr.t("filters", "Open after 18:00"),
        Filters.WOMAN: tr.t("filters", "Woman"),
        Filters.MAN: tr.t("filters", "Man"),
    }
    return labels[one]
