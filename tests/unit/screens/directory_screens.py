"""The screens of the directory, with names and addresses as long as they come.

In English the invented data are in Latin letters, so that whatever is left in Cyrillic is ours.
"""

from __future__ import annotations

from array import array
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from bot.dialogs import doctor_answer, doctor_card, doctor_list, doctor_search
from bot.dialogs.callbacks import DivisionTap, DoctorTap
from bot.dialogs.widgets import directory_list
from bot.domain.directory import (
    Address,
    DirectoryState,
    Division,
    Doctor,
    Facility,
    Gender,
    Point,
    hours_from_text,
)
from bot.domain.finding import Filters, Search, Wanted, filters_for
from bot.domain.search import Understood
from bot.i18n import Language
from bot.services.show_card import DivisionCard, DoctorCard
from bot.services.show_found import FilterCounts, FoundPage

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.dialogs.screen import Screen
    from bot.i18n import Translator

    Make = Callable[[Translator], Screen]

NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)  # a Wednesday, 11:30 in Kyiv
HIGHEST_KEY = 2**31 - 1
SEARCH_ID = "Ab3-_xYz"
EVERY_FILTER = Filters(63)
SHARE_URL = "https://t.me/share/url?url=https%3A%2F%2Ft.me%2Fbot%3Fstart%3Ddoc-1"
HOURS = "mon 08:00-12:00,13:00-18:00;tue 08:00-18:00;wed 08:00-18:00;sat 09:00-13:00"
STATE = DirectoryState(generation=1, snapshot_on=date(2026, 11, 24), counted_on=date(2026, 11, 24))
OLD_STATE = replace(STATE, snapshot_on=date(2026, 11, 2))
BACK: dict[str, Any] = {"search": SEARCH_ID, "page": 200, "filters": int(EVERY_FILTER)}
SPECIALITIES = ("CARDIOLOGY", "UNHEARD_OF", "DERMATO-VENEREOLOGY", "PEDIATRIC_ALLERGOLOGY")


def directory_screens() -> Mapping[str, Make]:
    return {
        "doctor_hub": doctor_search.doctor_hub,
        "who_question": doctor_search.who_question,
        "facility_question": doctor_search.facility_question,
        "location_first": doctor_answer.location_first,
        "search_gone": doctor_list.search_gone,
        "card_gone": doctor_card.card_gone,
        **{
            f"doctor_question-{wanted}": partial(doctor_search.doctor_question, wanted=wanted)
            for wanted in (Wanted.ADULT, Wanted.CHILD)
        },
        **{
            f"place_question-{code}": partial(doctor_search.place_question, speciality=code)
            for code in doctor_search.OFFERED_SPECIALITIES
        },
        **_lists(),
        **_cards(),
    }


def _lists() -> Mapping[str, Make]:
    return {
        "found_page-one": lambda tr: _page(tr, doctors=1, number=1, pages=1),
        "found_page-last": lambda tr: _page(tr, doctors=5, number=200, pages=200),
        "found_page-guess": lambda tr: _page(tr, doctors=5, number=2, pages=3, is_guess=True),
        "found_page-facilities": lambda tr: _page(tr, divisions=5, number=2, pages=200),
        "nothing_found-words": lambda tr: directory_list.nothing_found(
            tr, _found(Wanted.CHILD, 1, 1, 0), understood=_understood(tr)
        ),
        "nothing_found-filters": lambda tr: directory_list.nothing_found(
            tr, replace(_found(Wanted.ADULT, 1, 1, 0), filters=EVERY_FILTER)
        ),
        **{
            f"filters_screen-{wanted}": partial(doctor_list.filters_screen, counts=_counts(wanted))
            for wanted in Wanted
        },
    }


def _cards() -> Mapping[str, Make]:
    full: dict[str, Any] = {"declarations_limit": 900, "declarations_count": 903}
    plain: dict[str, Any] = {"takes_declarations": False, "speciality": "UNHEARD_OF"}
    return {
        "doctor_card-free": lambda tr: _doctor_card(tr, _doctor(tr)),
        "doctor_card-full": lambda tr: _doctor_card(tr, replace(_doctor(tr), **full)),
        "doctor_card-unknown": lambda tr: _doctor_card(
            tr, replace(_doctor(tr), declarations_limit=None)
        ),
        "doctor_card-specialist": lambda tr: _doctor_card(tr, replace(_doctor(tr), **plain)),
        "facility_card": lambda tr: doctor_card.facility_card(
            tr,
            DivisionCard(_division(tr), OLD_STATE),
            DivisionTap(key=HIGHEST_KEY, **BACK),
            NOW,
            share_url=SHARE_URL,
        ),
        "facility_card-bare": lambda tr: doctor_card.facility_card(
            tr,
            DivisionCard(_bare_division(tr), STATE),
            DivisionTap(key=1),
            NOW,
            share_url=SHARE_URL,
        ),
    }


def _doctor_card(tr: Translator, doctor: Doctor) -> Screen:
    elsewhere = tuple(replace(doctor, key=key) for key in range(7))
    card = DoctorCard(doctor, elsewhere, OLD_STATE)
    tap = DoctorTap(key=HIGHEST_KEY, **BACK)
    return doctor_card.doctor_card(tr, card, tap, NOW, share_url=SHARE_URL)


def _page(
    tr: Translator,
    *,
    number: int,
    pages: int,
    doctors: int = 0,
    divisions: int = 0,
    is_guess: bool = False,
) -> Screen:
    wanted = Wanted.ADULT if doctors else Wanted.FACILITY
    found = _found(wanted, number, pages, pages * 5, is_guess=is_guess)
    page = replace(
        found,
        filters=EVERY_FILTER,
        doctors=tuple(replace(_doctor(tr), key=HIGHEST_KEY - n) for n in range(doctors)),
        divisions=tuple(replace(_division(tr), key=HIGHEST_KEY - n) for n in range(divisions)),
        kms={HIGHEST_KEY: 0, HIGHEST_KEY - 1: 512},
    )
    return directory_list.found_page(tr, page, NOW, understood=_understood(tr))


def _found(
    wanted: Wanted, number: int, pages: int, total: int, *, is_guess: bool = False
) -> FoundPage:
    search = Search(SEARCH_ID, wanted, array("I", (1,)), is_guess=is_guess)
    return FoundPage(search, Filters.NONE, number=number, pages=pages, total=total)


def _counts(wanted: Wanted) -> FilterCounts:
    counts = dict.fromkeys(filters_for(wanted), 1000)
    return FilterCounts(Search(SEARCH_ID, wanted), Filters.WOMAN, 1000, counts)


def _word(tr: Translator, ukrainian: str, english: str) -> str:
    return ukrainian if tr.language is Language.UK else english


def _understood(tr: Translator) -> Understood:
    name = (_word(tr, "шевченко", "shevchenko"), _word(tr, "оксана", "oksana"))
    return Understood(name, (_word(tr, "львів", "lviv"),), specialities=("FAMILY_DOCTOR",))


def _doctor(tr: Translator) -> Doctor:
    return Doctor(
        key=HIGHEST_KEY,
        employee_id="",
        party_id="",
        last_name=_word(tr, "Вигадана-Довгопрізвищенко", "Vyhadana-Dovhopryzvyshchenko"),
        first_name=_word(tr, "Олександра-Марія", "Oleksandra-Mariia"),
        second_name=_word(tr, "Володимирівна", "Volodymyrivna"),
        gender=Gender.FEMALE,
        speciality="FAMILY_DOCTOR",
        position=None,
        takes_declarations=True,
        division=_division(tr),
        declarations_limit=1800,
        declarations_count=1586,
        counted_on=date(2026, 11, 24),
    )


def _division(tr: Translator) -> Division:
    name = _word(tr, "Амбулаторія загальної практики <5> ", "Outpatient clinic <5> ") * 3
    facility = _word(tr, "Комунальне підприємство & Центр ", "Enterprise & Centre ") * 4
    return replace(
        _bare_division(tr),
        name=name.strip(),
        facility=Facility("", facility.strip(), phones=("+380440000000",)),
        point=Point(49.84, 24.03),
        phones=("+380440000001", "+380440000002", "+380440000003", "+380440000004"),
        hours=hours_from_text(HOURS),
        specialities=SPECIALITIES * 5,
    )


def _bare_division(tr: Translator) -> Division:
    """A division of which ЕСОЗ tells as little as it can."""
    name = _word(tr, "Лікарня", "Hospital")
    address = Address(
        settlement=_word(tr, "Великі Вигадані Сорочинці", "Velyki Vyhadani Sorochyntsi"),
        street=_word(tr, "Героїв Вигаданої Дивізії", "Heroiv Vyhadanoi Dyvizii"),
        building="125/3",
    )
    return Division(HIGHEST_KEY, "", name, None, Facility("", name), address)
