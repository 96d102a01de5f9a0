"""Every way in: commands, deep links, and words that are typed instead of tapped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.content import topics, trees
from bot.dialogs.widgets.section_labels import section_label
from bot.domain.capabilities import Section
from bot.handlers.commands import COMMANDS
from bot.i18n import Language, Translator

if TYPE_CHECKING:
    from tests.town import Patient

HUB = "Надішліть номер. Або вставте все повідомлення"
LINES = "Загроза життю? Телефонуйте 103"
SCREENS = {
    "/start": "Головне меню",
    "/menu": "Головне меню",
    "/referral": HUB,
    "/doctor": "Кого шукаєте?",
    "/reminders": "Візитів поки немає",
    "/stop": "Я більше не писатиму вам першим",
    "/hotline": LINES,
    "/103": LINES,
    "/help": topics()["about-bot"].title.uk,
    "/settings": "Оберіть мову",
    "/language": "Оберіть мову",
    "/privacy": topics()["settings-what-stored"].title.uk,
    "/my_data": topics()["settings-what-stored"].title.uk,
    "/delete_my_data": "Видалити все, що про вас зберігається?",
}
TRANSLATORS = {language: Translator(language) for language in Language}


@pytest.mark.parametrize(("command", "words"), SCREENS.items(), ids=SCREENS)
async def test_command_opens_its_screen(patient: Patient, command: str, words: str) -> None:
    await patient.says(command)
    assert words in patient.text


def test_every_command_that_telegram_offers_is_tested() -> None:
    assert {f"/{command}" for command in COMMANDS} <= set(SCREENS)


async def test_telegram_is_told_of_the_commands_in_both_languages(patient: Patient) -> None:
    for language, words in (("", "Перевірити направлення"), ("en", "Check a referral")):
        told = await patient.town.as_bot("getMyCommands", language_code=language)
        assert [entry["command"] for entry in told] == list(COMMANDS)
        assert told[0]["description"] == words


async def test_command_that_does_not_exist_leads_on(patient: Patient) -> None:
    await patient.says("/record")
    assert "☰ Меню" in patient.buttons


async def test_command_can_follow_the_name_of_the_bot(patient: Patient) -> None:
    me = await patient.town.as_bot("getMe")
    await patient.says(f"/hotline@{me['username']}")
    assert LINES in patient.text


SOME_TOPICS = tuple(topics())[::7]
"""Enough for the words that open a topic; test_codes.py opens each by its link and its code."""


@pytest.mark.parametrize("slug", ["how-to-use", *sorted(topics().keys() & set(Section))])
async def test_deep_link_opens_its_topic(patient: Patient, slug: str) -> None:
    await patient.says(f"/start {slug}")
    assert len(patient.new) == 1
    if slug not in set(Section):
        assert patient.text.startswith(topics()[slug].title.uk)
    assert "☰ Меню" in patient.buttons


@pytest.mark.parametrize("slug", trees())
async def test_deep_link_opens_its_tree(patient: Patient, slug: str) -> None:
    await patient.says(f"/start {slug}")
    assert patient.text.startswith((trees()[slug].title.uk, topics_of_same_name(slug)))


def topics_of_same_name(slug: str) -> str:
    """A topic goes before a tree that has the same slug; it leads on to the tree."""
    return topics()[slug].title.uk if slug in topics() else trees()[slug].title.uk


async def test_deep_link_to_the_referral_section_asks_for_the_number(patient: Patient) -> None:
    await patient.says("/start referral")
    assert HUB in patient.text
    await patient.says("нема")
    assert "Не бачу тут номера" in patient.text


@pytest.mark.parametrize("payload", ["no-such-topic", "8830387584746820", "x" * 64, "🙂"])
async def test_deep_link_to_nowhere_is_an_ordinary_start(patient: Patient, payload: str) -> None:
    await patient.says(f"/start {payload}")
    greeting, menu = patient.new
    assert "Помічник пацієнта" in greeting.text
    assert "Головне меню" in menu.text


TYPED = {
    f"{language} {section}": (section_label(tr, section), section)
    for language, tr in TRANSLATORS.items()
    for section in Section
}


@pytest.mark.parametrize(("word", "section"), TYPED.values(), ids=TYPED)
@pytest.mark.parametrize("dressed", [str, str.upper, "👉 {}!".format], ids=["as is", "up", "!"])
async def test_section_can_be_typed(
    patient: Patient, word: str, section: Section, dressed: type[str]
) -> None:
    await patient.taps(section_label(TRANSLATORS[Language.UK], section))
    tapped = patient.text
    await patient.says(dressed(word))
    assert patient.text == tapped


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("slug", SOME_TOPICS)
async def test_label_of_a_topic_can_be_typed(
    patient: Patient, slug: str, language: Language
) -> None:
    entry = topics()[slug]
    same = {
        e.title.uk for e in topics().values() if e.short.get(language) == entry.short.get(language)
    }
    await patient.says(entry.short.get(language))
    titles = tuple(same | {tree.title.uk for tree in trees().values()})
    sections = {section_label(tr, s) for s in Section for tr in TRANSLATORS.values()}
    if entry.short.get(language) not in sections:
        assert patient.text.startswith(titles)
    assert "не зрозумів" not in patient.text


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("slug", trees())
async def test_label_of_a_tree_can_be_typed(
    patient: Patient, slug: str, language: Language
) -> None:
    await patient.says(trees()[slug].short.get(language))
    assert patient.text.startswith(trees()[slug].title.uk)


@pytest.mark.parametrize("word", ["меню", "МЕНЮ", "☰ Меню", "menu"])
async def test_menu_can_be_typed(patient: Patient, word: str) -> None:
    await patient.says(word)
    assert "Головне меню" in patient.text


@pytest.mark.parametrize(
    "word", ["103", "112", "103 і гаряча лінія", "103!", "📞 103 and hotline"]
)
async def test_emergency_can_be_typed(patient: Patient, word: str) -> None:
    await patient.says(word)
    assert LINES in patient.text
    assert patient.last.button("Скопіювати 103")["copy_text"] == "103"


async def test_lines_say_whether_they_are_open(own_patient: Patient) -> None:
    await own_patient.town.call("POST", "/sim/clock", {"set": "2026-12-02T11:00:00+02:00"})
    await own_patient.says("/hotline")
    assert "16-77" in own_patient.text
    by_day = own_patient.text
    await own_patient.town.call("POST", "/sim/clock", {"set": "2026-12-02T23:30:00+02:00"})
    await own_patient.says("/hotline")
    assert "Зараз не працює. Відкриється 3 грудня" in own_patient.text
    assert "Зараз не працює" not in by_day.partition("16-77")[2].splitlines()[0]
    assert "103 – Екстрена медична допомога. Працює цілодобово." in own_patient.text
