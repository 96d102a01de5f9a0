"""A page of doctors or facilities: its rows, its buttons, and what to do when it is empty."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from bot.dialogs.callbacks import DivisionTap, DoctorTap, FiltersTap, FoundTap, LookTap, SectionTap
from bot.dialogs.screen import Button, Screen
from bot.dialogs.widgets.directory_words import (
    capitalised,
    distance_words,
    filter_label,
    free_places_words,
    numbered_label,
    place_name,
    speciality_word,
)
from bot.dialogs.widgets.knowledge import call_rows, joined
from bot.dialogs.widgets.misplaced_speciality import misplaced_speciality
from bot.dialogs.widgets.navigation import menu_row
from bot.dialogs.widgets.weekly_hours import open_text
from bot.domain.capabilities import Section
from bot.domain.finding import Filters

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from bot.dialogs.widgets.knowledge import Row
    from bot.domain.directory import Division, Doctor
    from bot.domain.search import Understood
    from bot.i18n import Translator
    from bot.services.show_found import FoundPage

WHOM_TO_ASK = ("nszu",)


def found_page(
    tr: Translator, page: FoundPage, now: datetime, *, understood: Understood | None = None
) -> Screen:
    """Return one page; `understood` is known right after the search only."""
    if page.total == 0:
        return nothing_found(tr, page, understood=understood)
    misplaced = misplaced_speciality(tr, page.search.wanted, understood)
    heading = "\n".join(
        part
        for part in (
            _title(tr, page),
            understood_text(tr, understood) if understood else "",
            filters_text(tr, page.filters),
            misplaced.text if misplaced else "",
        )
        if part
    )
    text = joined([heading, *_rows(tr, page, now), _counted_text(tr, page), _hint(tr, page)])
    elsewhere = misplaced.rows if misplaced else ()
    return Screen(text, (*_buttons(page), *_pager(tr, page), *elsewhere, *_ways_on(tr, page)))


def nothing_found(
    tr: Translator, page: FoundPage, *, understood: Understood | None = None
) -> Screen:
    """Return how to look wider."""
    wanted = page.search.wanted
    again = LookTap(wanted=wanted)
    if page.filters:
        text = tr.t(
            "doctors",
            "<b>Nobody fits these filters.</b>\n\nTake a filter away, or start a new search.",
        )
        text = joined([text, filters_text(tr, page.filters)])
        return Screen(text, (*_ways_on(tr, page),))
    misplaced = misplaced_speciality(tr, wanted, understood)
    text = joined(
        [
            tr.t("doctors", "<b>Nothing was found.</b>"),
            understood_text(tr, understood) if understood else "",
            misplaced.text if misplaced else "",
            tr.t(
                "doctors",
                "Try it this way:\n"
                "• write only a surname, or only a town;\n"
                "• take a neighbouring town;\n"
                "• check for whom you are looking.\n\n"
                "Still nothing? Ask by phone: 16-77.",
            ),
        ]
    )
    elsewhere = misplaced.rows if misplaced else ()
    ask = call_rows(tr, WHOM_TO_ASK)
    rows = (*elsewhere, *ask, (_new_search(tr),), menu_row(tr, again))
    return Screen(text, rows)


def understood_text(tr: Translator, understood: Understood) -> str:
    """Return how the words were read: speciality, names, facility, place."""
    words = (
        *(speciality_word(tr, code) for code in understood.specialities[:1]),
        *map(capitalised, (*understood.name, *understood.facility, *understood.places)),
    )
    if not words:
        return ""
    return tr.t("doctors", "I look for: {words}", words=", ".join(dict.fromkeys(words)))


def filters_text(tr: Translator, filters: Filters) -> str:
    """Return the filters that are on; empty when there are none."""
    labels = [filter_label(tr, one) for one in Filters if one and one in filters]
    if not labels:
        return ""
    return tr.t("filters", "Filters: {labels}", labels=", ".join(labels).lower())


def _title(tr: Translator, page: FoundPage) -> str:
    if page.search.is_guess:
        return tr.t("doctors", "<b>There is no exact match. The nearest:</b>")
    if page.search.wanted.is_doctor:
        return tr.t("doctors", "<b>Doctors found: {count}</b>", count=page.total)
    return tr.t("doctors", "<b>Facilities found: {count}</b>", count=page.total)


def _hint(tr: Translator, page: FoundPage) -> str:
    if not page.search.is_guess:
        return ""
    return tr.t("doctors", "Not this? Write it differently: only the surname, or only the town.")


def _rows(tr: Translator, page: FoundPage, now: datetime) -> Iterable[str]:
    for number, doctor in enumerate(page.doctors, start=page.first_place):
        yield _doctor_row(tr, number, doctor, page.kms.get(doctor.key))
    for number, division in enumerate(page.divisions, start=page.first_place):
        yield _division_row(tr, number, division, page.kms.get(division.key), now)


def _doctor_row(tr: Translator, number: int, doctor: Doctor, km: int | None) -> str:
    division = doctor.division
    lines = (
        f"{number}. <b>{escape(doctor.name)}</b>",
        _with_commas(
            speciality_word(tr, doctor.speciality), division.address.place, place_name(division)
        ),
        _with_commas(free_places_words(tr, doctor), distance_words(tr, km)),
    )
    return "\n".join(line for line in lines if line)


def _division_row(
    tr: Translator, number: int, division: Division, km: int | None, now: datetime
) -> str:
    lines = (
        f"{number}. <b>{escape(place_name(division))}</b>",
        _with_commas(division.address.line, distance_words(tr, km)),
        open_text(tr, division.hours, now),
    )
    return "\n".join(line for line in lines if line)


def _with_commas(*parts: str) -> str:
    return escape(", ".join(part for part in parts if part))


def _counted_text(tr: Translator, page: FoundPage) -> str:
    days = {doctor.counted_on for doctor in page.doctors if doctor.counted_on}
    if not days:
        return ""
    return tr.t("doctors", "<i>Free places as of {date}.</i>", date=tr.short_date(min(days)))


def _buttons(page: FoundPage) -> tuple[Row, ...]:
    back = {"search": page.search.id, "page": page.number, "filters": int(page.filters)}
    doctors = [(doctor.name, DoctorTap(key=doctor.key, **back)) for doctor in page.doctors]
    divisions = [(place_name(one), DivisionTap(key=one.key, **back)) for one in page.divisions]
    return tuple(
        (Button(numbered_label(number, name), tap),)
        for number, (name, tap) in enumerate((*doctors, *divisions), start=page.first_place)
    )


def _pager(tr: Translator, page: FoundPage) -> tuple[Row, ...]:
    if page.pages == 1:
        return ()
    here = tr.t("doctors", "{page} of {pages}", page=page.number, pages=page.pages)
    row = [Button(here, _page_tap(page, page.number))]
    if page.number > 1:
        row.insert(0, Button("←", _page_tap(page, page.number - 1)))
    if page.number < page.pages:
        row.append(Button("→", _page_tap(page, page.number + 1)))
    return (tuple(row),)


def _page_tap(page: FoundPage, number: int) -> FoundTap:
    return FoundTap(search=page.search.id, page=number, filters=int(page.filters))


def _ways_on(tr: Translator, page: FoundPage) -> tuple[Row, ...]:
    filters = Button(
        tr.t("doctors", "Filters"),
        FiltersTap(search=page.search.id, filters=int(page.filters)),
    )
    return ((filters, _new_search(tr)), menu_row(tr, LookTap(wanted=page.search.wanted)))


def _new_search(tr: Translator) -> Button:
    return Button(tr.t("doctors", "New search"), SectionTap(section=Section.DOCTOR))
