"""What an operator says or sends leads to its topic: three digits, a deep link, a square code."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from bot.content import library, lines, topics
from bot.content.entries import TREE_PREFIX
from bot.content.topic_links import topic_link, topic_payload

if TYPE_CHECKING:
    from bot.content import Topic
    from tests.town import Patient, Town

_OF_ONE_PERSON = 8
"""Topics that one person asks for: a long chat is slow to read over and over."""

_AT_ONCE = 3


async def test_every_deep_link_and_every_code_of_every_topic_opens_it(town: Town) -> None:
    turn = asyncio.Semaphore(_AT_ONCE)

    async def asks(entries: tuple[Topic, ...]) -> None:
        async with turn:
            patient = await town.patient()
            for entry in entries:
                for words in (f"/start {topic_payload(entry)}", entry.code):
                    await patient.says(words)
                    assert patient.text.startswith(entry.title.uk), words

    every = tuple(topics().values())
    parts = (
        every[start : start + _OF_ONE_PERSON] for start in range(0, len(every), _OF_ONE_PERSON)
    )
    await asyncio.gather(*map(asks, parts))


@pytest.mark.parametrize("entry", topics().values(), ids=lambda entry: entry.slug)
def test_link_and_code_fit_telegram_and_collide_with_nothing(entry: Topic) -> None:
    assert topic_link("bot", entry).partition("?start=")[2] in {entry.slug, entry.code}
    assert library().topics_by_code[entry.code] is entry
    assert entry.code not in {line.number[:3] for line in lines().values()}
    assert not entry.slug.startswith(TREE_PREFIX)


@pytest.mark.parametrize("words", ["Код: 3-0-0.", "три нуль нуль", "/start 300"])
async def test_code_is_heard_however_it_is_written(patient: Patient, words: str) -> None:
    await patient.says(words)
    assert patient.text.startswith("Від вас вимагають папір")


@pytest.mark.parametrize("number", ["103", "112"])
async def test_number_of_a_line_keeps_its_meaning(patient: Patient, number: str) -> None:
    await patient.says(number)
    assert "Зателефонуйте 103" in patient.text or "Телефонуйте 103" in patient.text


async def test_code_of_no_topic_is_told_so(patient: Patient) -> None:
    await patient.says("999")
    assert "Теми з кодом 999 немає" in patient.text
    assert "☰ Меню" in patient.buttons


async def test_three_digits_are_an_answer_where_one_is_awaited(patient: Patient) -> None:
    await patient.says("/start write-complaint")
    await patient.taps("Почати")
    await patient.taps("Просили гроші")
    await patient.says("300")
    assert "Який це заклад?" in patient.text
