"""Everything that has a button can be typed: a label leads where its button leads."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from bot.content import lines, topics, trees
from bot.dialogs.doctor_search import declaration_label, facility_label
from bot.dialogs.menu import section_label
from bot.dialogs.widgets.cabinet_typed_words import access_words, my_doctor_words
from bot.dialogs.widgets.navigation import help_button, menu_button
from bot.domain.capabilities import Section
from bot.i18n import Language, Translator


class Place(StrEnum):
    """The kinds of screen that a word can open."""

    MENU = "menu"
    LINES = "lines"
    SECTION = "section"
    TOPIC = "topic"
    TREE = "tree"
    WHO = "who"
    FACILITY = "facility"
    ACCESSES = "accesses"


@dataclass(frozen=True, slots=True)
class Goal:
    """Where a word leads; `name` is the section, topic or tree."""

    place: Place
    name: str = ""


def goal_of(text: str) -> Goal | None:
    """Return where typed `text` leads; case, emoji and punctuation do not matter."""
    return _goals().get(_plain(text))


@cache
def _goals() -> dict[str, Goal]:
    goals = {
        _plain(number): Goal(Place.LINES)
        for line in lines().values()
        for number in (line.number, line.shown)
    }
    for language in Language:
        tr = Translator(language)
        for slug, tree in trees().items():
            goals[_plain(tree.short.get(language))] = Goal(Place.TREE, slug)
        for slug, entry in topics().items():
            goals[_plain(entry.short.get(language))] = Goal(Place.TOPIC, slug)
        for section in Section:
            goals[_plain(section_label(tr, section))] = Goal(Place.SECTION, section)
        goals[_plain(declaration_label(tr))] = Goal(Place.WHO)
        goals[_plain(facility_label(tr))] = Goal(Place.FACILITY)
        for words in my_doctor_words(tr):
            goals[_plain(words)] = Goal(Place.SECTION, Section.DECLARATION)
        for words in access_words(tr):
            goals[_plain(words)] = Goal(Place.ACCESSES)
        goals[_plain(menu_button(tr).text)] = Goal(Place.MENU)
        goals[_plain(help_button(tr).text)] = Goal(Place.LINES)
    return goals


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[\w']+", text.replace("’", "'").casefold()))
