"""Everything that has a button can be typed: a label leads where its button leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.content import lines, topics, trees
from bot.dialogs.doctor_search import declaration_label, facility_label
from bot.dialogs.widgets.cabinet_typed_words import access_words, my_doctor_words
from bot.dialogs.widgets.complaint_screens import complaint_label
from bot.dialogs.widgets.navigation import help_button, menu_button
from bot.dialogs.widgets.section_labels import section_label
from bot.domain.capabilities import Section
from bot.domain.understanding import Place, Target
from bot.i18n import Language, Translator

if TYPE_CHECKING:
    from collections.abc import Iterator


def labels() -> Iterator[tuple[str, Target]]:
    """Give every label with where it leads; of two with the same words the later counts."""
    for line in lines().values():
        for number in (line.number, line.shown):
            yield number, Target(Place.LINES)
    for language in Language:
        yield from _labels_in(language)


def _labels_in(language: Language) -> Iterator[tuple[str, Target]]:
    tr = Translator(language)
    for slug, tree in trees().items():
        yield tree.short.get(language), Target(Place.TREE, slug)
    for slug, entry in topics().items():
        yield entry.short.get(language), Target(Place.TOPIC, slug)
    for section in Section:
        yield section_label(tr, section), Target(Place.SECTION, section)
    yield declaration_label(tr), Target(Place.WHO)
    yield facility_label(tr), Target(Place.FACILITY)
    for words in my_doctor_words(tr):
        yield words, Target(Place.SECTION, Section.DECLARATION)
    for words in access_words(tr):
        yield words, Target(Place.ACCESSES)
    yield complaint_label(tr), Target(Place.COMPLAINT)
    yield menu_button(tr).text, Target(Place.MENU)
    yield help_button(tr).text, Target(Place.LINES)
