"""Every screen in every language: kept snapshots, Telegram's limits, a way on, clean language."""

from __future__ import annotations

import inspect
import re
from typing import TYPE_CHECKING

import pytest

from bot.dialogs import (
    doctor_answer,
    doctor_card,
    doctor_list,
    doctor_search,
    knowledge,
    menu,
    numbers,
    referral,
    settings,
    sign_in,
    understanding,
    watches,
)
from bot.dialogs.callbacks import MenuTap
from bot.dialogs.widgets import (
    access_revoke,
    access_screens,
    agenda,
    cabinet_screens,
    change_screens,
    complaint_screens,
    declaration_answer,
    declaration_end,
    declaration_lists,
    declaration_news,
    declaration_print,
    declaration_request,
    declaration_screens,
    declare_document,
    declare_obstacles,
    declare_screens,
    declare_ways,
    directory_list,
    guide,
    lead_screens,
    moved_doctor,
    my_data_screens,
    notice_screens,
    occasion_card,
    own_questions,
    own_screens,
    people_screens,
    person_questions,
    phone_screens,
    preparation_screens,
    quiet_choices,
    referral_expiry,
    referral_screens,
    reminder_choices,
    request_screens,
    signing,
    signing_in,
    silence_screens,
    visit_answers,
    visit_draft_card,
    visit_place,
    visit_questions,
    watch_list,
    watching,
    zone_choices,
)
from bot.handlers import errors
from bot.i18n import Language, Translator
from bot.profile import description, short_description
from sandbox.telegram.parsing import parse
from tests.unit.screens.every_screen import every_screen

if TYPE_CHECKING:
    from types import ModuleType

    from syrupy.assertion import SnapshotAssertion

    from bot.dialogs.screen import Button
    from tests.unit.screens.conftest import Shown

MODULES = (
    *(menu, guide, knowledge, numbers, referral, referral_screens, settings, errors),
    *(doctor_search, doctor_answer, doctor_list, doctor_card, directory_list),
    *(watches, watch_list, watching, complaint_screens, understanding),
    *(declaration_screens, declaration_lists, declaration_end, declaration_print),
    *(declaration_answer, access_screens, access_revoke),
    *(my_data_screens, phone_screens, change_screens, request_screens),
    *(sign_in, signing_in, signing, cabinet_screens),
    *(agenda, visit_answers, visit_draft_card, visit_questions, reminder_choices),
    *(lead_screens, quiet_choices, silence_screens, zone_choices, occasion_card),
    *(notice_screens, preparation_screens, referral_expiry, visit_place),
    *(people_screens, person_questions, own_screens, own_questions),
    *(declare_screens, declaration_request, declaration_news),
    *(declare_ways, declare_obstacles, declare_document, moved_doctor),
)
LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
LONGEST_DATA_BYTES = 64
LONGEST_LABEL = 40  # more is cut off on a narrow phone
MOST_BUTTONS = 100
PAST_DAY = "·"

# The greeting stands right above the menu; the menu is there itself; a look-up takes seconds.
WITHOUT_WAY_BACK = {"welcome", "main_menu", "main_menu-first", "looking_up"}

EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u2604\u260e-\u27bf\u2b00-\u2bff]\ufe0f?")
CYRILLIC = re.compile("[Ѐ-ӿ]+")
WORD = re.compile(r"[A-Za-z][A-Za-z'’]+")
LATIN_NAMES = {
    *("Telegram", "Viber", "Helsi", "Health", "SMART", "SPRAVDI", "Lifeline", "Ukraine"),
    *("English", "HPV", "ID", "NFC", "COVID", "stop"),
    *("plusmed", "expert", "health"),
}
NUMBER_IN_WORDS = re.compile(r"[0-9A-Z]{4}(?:-[0-9A-Z*]{1,4}){2,4}")
# What an English text quotes, so that it can be said or shown in Ukrainian at a desk.
QUOTED = re.compile(r"“[^”]*”|«[^»]*»|<blockquote>.*?</blockquote>|<pre>.*?</pre>", re.DOTALL)
UKRAINIAN_NAMES = {"МСЕК", "Українська", "Дія", "Підпис", "ЦНАП"}
UKRAINIAN_NAMES |= {"Максиміліана", "Олександра", "Щ"}


def test_screen_is_as_it_was_kept(shown: Shown, snapshot: SnapshotAssertion) -> None:
    drawn = "\n".join(" | ".join(_drawn(button) for button in row) for row in shown.screen.rows)
    picture = "(picture)\n" if shown.screen.picture else ""
    assert f"{picture}{shown.screen.text}\n\n{drawn}" == snapshot


def _drawn(button: Button) -> str:
    style = f" ({button.style})" if button.style else ""
    copied = f" copies {button.copies}" if button.copies else ""
    data = f" {button.action.pack()}" if button.action else ""
    return f"[{button.text}{style}]{data}{copied}"


def test_every_function_that_makes_a_screen_is_looked_at() -> None:
    names = {name.partition("-")[0] for name in every_screen()}
    made = {name for module in MODULES for name in _screen_functions(module)}
    assert made - {"tree_screen"} == names, "tree_screen only chooses between two of them"


def _screen_functions(module: ModuleType) -> list[str]:
    return [
        name
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__
        and not name.startswith("_")
        and function.__annotations__.get("return") == "Screen"
    ]


def _telegram_accepts_the_markup(shown: Shown) -> None:
    assert parse(shown.screen.text, parse_mode="HTML").text


def _text_fits_into_one_message(shown: Shown) -> None:
    seen = parse(shown.screen.text, parse_mode="HTML").text
    units = len(seen.encode("utf-16-le")) // 2
    assert units <= (LONGEST_CAPTION if shown.screen.picture else LONGEST_TEXT)


def _buttons_fit(shown: Shown) -> None:
    buttons = [button for row in shown.screen.rows for button in row]
    data = [button.action.pack() for button in buttons if button.action]
    assert not [piece for piece in data if len(piece.encode()) > LONGEST_DATA_BYTES]
    assert len(buttons) <= MOST_BUTTONS
    assert [button.text for button in buttons if not button.text.strip()] == []


def _button_does_exactly_one_thing(shown: Shown) -> None:
    for row in shown.screen.rows:
        for button in row:
            assert sum(map(bool, (button.action, button.url, button.copies))) == 1


def _label_can_be_read_on_a_narrow_phone(shown: Shown) -> None:
    assert not [label for label in shown.labels if len(label) > LONGEST_LABEL]
    for row in shown.screen.rows:
        if len(row) > 1:
            assert not [button.text for button in row if len(button.text) > LONGEST_LABEL // 2]


def _labels_of_one_screen_differ(shown: Shown) -> None:
    if shown.name.startswith("which_number"):  # there, one number stands for many
        return
    labels = [label for label in shown.labels if label != PAST_DAY]
    assert len(set(labels)) == len(labels)


def _leads_back_to_the_menu(shown: Shown) -> None:
    taps = [button.action for row in shown.screen.rows for button in row]
    has_way = any(isinstance(tap, MenuTap) for tap in taps)
    assert has_way or shown.name in WITHOUT_WAY_BACK


def _text_has_one_emoji_at_most(shown: Shown) -> None:
    assert len(EMOJI.findall(shown.screen.text)) <= 1
    assert not [label for label in shown.labels if len(EMOJI.findall(label)) > 1]


def _no_field_is_left_unfilled(shown: Shown) -> None:
    for text in (shown.screen.text, *shown.labels):
        assert "{" not in text


def _ukrainian_has_no_english_left(shown: Shown) -> None:
    pieces = [_without_addresses(shown.screen.text), *shown.labels]
    words = {word for piece in pieces for word in WORD.findall(NUMBER_IN_WORDS.sub("", piece))}
    assert not words - LATIN_NAMES


def _without_addresses(html: str) -> str:
    """The visible text without links, which Telegram finds by itself."""
    seen = parse(html, parse_mode="HTML")
    units = seen.text.encode("utf-16-le")
    for entity in reversed([entity for entity in seen.entities if entity.type == "url"]):
        units = units[: entity.offset * 2] + units[entity.end * 2 :]
    return units.decode("utf-16-le")


def _english_is_translated(shown: Shown) -> None:
    pieces = [QUOTED.sub("", text) for text in (shown.screen.text, *shown.labels)]
    words = {word for piece in pieces for word in CYRILLIC.findall(piece)}
    assert not words - UKRAINIAN_NAMES


def _languages_differ(shown: Shown) -> None:
    ukrainian = every_screen()[shown.name](Translator(Language.UK))
    assert shown.screen.text != ukrainian.text


EVERY_SCREEN = (
    _telegram_accepts_the_markup,
    _text_fits_into_one_message,
    _buttons_fit,
    _button_does_exactly_one_thing,
    _label_can_be_read_on_a_narrow_phone,
    _labels_of_one_screen_differ,
    _leads_back_to_the_menu,
    _text_has_one_emoji_at_most,
    _no_field_is_left_unfilled,
)
BY_LANGUAGE = {
    Language.UK: (_ukrainian_has_no_english_left,),
    Language.EN: (_english_is_translated, _languages_differ),
}


def test_screen_keeps_the_rules(shown: Shown) -> None:
    for rule in (*EVERY_SCREEN, *BY_LANGUAGE[shown.language]):
        rule(shown)


@pytest.mark.parametrize("language", Language)
def test_greeting_of_a_stranger_fits_into_the_profile(language: Language) -> None:
    assert len(description(Translator(language))) <= 512
    assert len(short_description(Translator(language))) <= 120
