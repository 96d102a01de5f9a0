"""Specialities have everyday names, and one that is new to us still reads as words."""

from __future__ import annotations

import re

from bot.content.specialities import codes_by_name, specialities, speciality_name
from bot.dialogs.doctor_search import OFFERED_SPECIALITIES
from bot.domain.directory import DECLARED_SPECIALITIES
from bot.domain.search.tables import speciality_words


def test_every_speciality_that_the_search_knows_has_a_name() -> None:
    codes = {code for codes in speciality_words().values() for code in codes}
    assert not codes - set(specialities())
    assert {*OFFERED_SPECIALITIES, *DECLARED_SPECIALITIES} <= set(specialities())


def test_names_are_in_their_language() -> None:
    for code, name in specialities().items():
        assert not re.search("[A-Za-z]", name.uk), code
        assert not re.search("[Ѐ-ӿ]", name.en), code


def test_unknown_code_is_a_specialist() -> None:
    assert speciality_name("NEW_CODE_OF_ESOZ").uk == "спеціаліст"


def test_names_lead_back_to_codes() -> None:
    assert codes_by_name()["педіатр"] == "PEDIATRICIAN"
    assert codes_by_name()["surgeon"] == "GENERAL_SURGERY"
