"""Every topic of the knowledge, in every language and way of reading, keeps Telegram's limits."""

from __future__ import annotations

from html import unescape
from itertools import product
from typing import TYPE_CHECKING

import pytest

from bot.content import lines, topics
from bot.dialogs import knowledge
from bot.dialogs.callbacks import Reading, ReadingTap
from bot.i18n import Language, Translator
from tests.unit.screens.conftest import Shown
from tests.unit.screens.every_screen import LONGEST_BACK, NIGHT
from tests.unit.screens.test_every_screen import BY_LANGUAGE, EVERY_SCREEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.dialogs.screen import Screen


def screen(slug: str, language: Language, way: Reading) -> Screen:
    tr = Translator(language)
    return knowledge.topic_screen(tr, topics()[slug], NIGHT, back=LONGEST_BACK, way=way)


def shown(slug: str) -> Iterator[Shown]:
    for language, way in product(Language, Reading):
        yield Shown(f"{slug}-{way}", language, screen(slug, language, way))


@pytest.mark.parametrize("slug", topics())
def test_topic_keeps_the_rules_however_it_is_read(slug: str) -> None:
    for one in shown(slug):
        for rule in (*EVERY_SCREEN, BY_LANGUAGE[one.language][0]):
            rule(one)


@pytest.mark.parametrize("slug", topics())
def test_source_and_date_stand_under_each_way_of_reading(slug: str) -> None:
    for one in shown(slug):
        title = topics()[slug].sources[0].title.get(one.language)
        assert title in unescape(one.screen.text)
        assert "2026" in one.screen.text


@pytest.mark.parametrize("slug", topics())
def test_each_way_of_reading_leads_to_the_others(slug: str) -> None:
    there = {Reading.SHORT, Reading.EASY} | ({Reading.MORE} if topics()[slug].more else set())
    for way in there:
        taps = [button.action for row in screen(slug, Language.UK, way).rows for button in row]
        ways = [tap for tap in taps if isinstance(tap, ReadingTap)]
        assert {tap.way for tap in ways} == there - {way}
        assert {tap.back for tap in ways} == {LONGEST_BACK}


@pytest.mark.parametrize("slug", topics())
def test_number_to_call_is_shown_and_can_be_copied(slug: str) -> None:
    short = screen(slug, Language.UK, Reading.SHORT)
    copied = [button.copies for row in short.rows for button in row if button.copies]
    called = [lines()[name] for name in topics()[slug].call]
    assert copied == [line.number for line in called]
    assert [line.shown for line in called if line.shown not in short.text] == []
