"""Texts that hold referral numbers, as patients paste them."""

from __future__ import annotations

import pytest

from bot.domain.requisition import Certainty, FoundNumber, NumberKind, read_numbers

DIGITS = "8830-3875-8474-6820"
MIXED = "02CX-K1AM-8E84-9TTO"


def values(text: str) -> list[str]:
    """The referral numbers of a text in which there is nothing else."""
    reading = read_numbers(text)
    assert reading.near_misses == ()
    assert {number.kind for number in reading.numbers} <= {NumberKind.REFERRAL}
    return [number.value for number in reading.numbers]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("8830-3875-8474-6820", id="hyphens"),
        pytest.param("8830387584746820", id="solid"),
        pytest.param("8830 3875 8474 6820", id="spaces"),
        pytest.param("8830  3875   8474 6820", id="many spaces"),
        pytest.param("8830\u00a03875\u00a08474\u00a06820", id="no-break spaces"),
        pytest.param("8830\u20093875\u202f8474\u20096820", id="thin spaces"),
        pytest.param("8830\t3875\t8474\t6820", id="tabs"),
        pytest.param("8830–3875–8474–6820", id="en dashes"),
        pytest.param("8830—3875—8474—6820", id="em dashes"),
        pytest.param("8830‑3875‑8474‑6820", id="no-break hyphens"),
        pytest.param("8830‐3875‒8474―6820", id="three other dashes"),
        pytest.param("8830−3875−8474−6820", id="minus signs"),
        pytest.param("8830－3875﹣8474－6820", id="full-width dashes"),
        pytest.param("8830_3875_8474_6820", id="underscores"),
        pytest.param("8830\u00ad3875\u00ad8474\u00ad6820", id="soft hyphens"),
        pytest.param("8830.3875.8474.6820", id="dots"),
        pytest.param("8830·3875•8474…6820", id="middle dots"),
        pytest.param("8830. 3875. 8474. 6820", id="dots and spaces"),
        pytest.param("8830 - 3875 - 8474 - 6820", id="spaced hyphens"),
        pytest.param("8830- 3875 -8474 - 6820", id="careless hyphens"),
        pytest.param("8830–3875-8474 6820", id="mixed separators"),
        pytest.param("88303875 84746820", id="two eights"),
        pytest.param("8830 38758474 6820", id="eight in the middle"),
        pytest.param("883038758474-6820", id="twelve and four"),
        pytest.param("8830-387-58474-6820", id="dash in a wrong place"),
        pytest.param("88 30 38 75 84 74 68 20", id="dictated in pairs"),
        pytest.param("88-30-38-75-84-74-68-20", id="pairs with hyphens"),
        pytest.param("8 8 3 0 3 8 7 5 8 4 7 4 6 8 2 0", id="sign by sign"),
        pytest.param("8830-3875-\n8474-6820", id="wrapped after a hyphen"),
        pytest.param("8830-3875\n-8474-6820", id="wrapped before a hyphen"),
        pytest.param("8830-3875\n8474-6820", id="wrapped without a hyphen"),
        pytest.param("8830\r\n3875\r\n8474\r\n6820", id="a group a line"),
        pytest.param("8830 3875 8474\u20286820 дійсний", id="line separator"),
        pytest.param("«8830-3875-8474-6820»", id="angle quotes"),
        pytest.param('"8830"-"3875"-"8474"-"6820"', id="each group quoted"),
        pytest.param("“8830 3875 8474 6820”", id="curly quotes"),
        pytest.param("8830'3875'8474'6820", id="apostrophes"),
        pytest.param("8830\u200b-3875\u200d-8474\ufeff-68\u206020", id="zero-width"),
        pytest.param("\u202d8830-3875-8474-6820\u202c", id="bidi override"),
        pytest.param("\u20668830-3875\u200e-8474-6820\u2069", id="bidi isolate"),
        pytest.param("８８３０－３８７５－８４７４－６８２０", id="full-width digits"),
        pytest.param("𝟖𝟖𝟑𝟎-𝟑𝟖𝟕𝟓-𝟖𝟒𝟕𝟒-𝟔𝟖𝟐𝟎", id="bold digits of mathematics"),
        pytest.param("8️⃣8️⃣3️⃣0️⃣-3875-8474-6820", id="keycap emoji"),
        pytest.param("8830➖3875➖8474➖6820", id="emoji minus"),
        pytest.param("**8830-3875-8474-6820**", id="markdown bold"),
        pytest.param("`8830-3875-8474-6820`", id="markdown code"),
        pytest.param("||8830-3875-8474-6820||", id="markdown spoiler"),
        pytest.param("8830\\-3875\\-8474\\-6820", id="markdown escapes"),
        pytest.param("[8830-3875-8474-6820](https://e.ua/1)", id="markdown link"),
        pytest.param("<b>8830</b>-<i>3875</i>-8474-6820", id="HTML tags"),
        pytest.param("<p>Номер<br/>8830&#8209;3875&nbsp;8474&#45;6820</p>", id="HTML entities"),
        pytest.param("№8830-3875-8474-6820", id="numero sign"),
        pytest.param("№ 8830-3875-8474-6820", id="numero sign and space"),
        pytest.param("#8830-3875-8474-6820", id="hash"),
        pytest.param("N8830-3875-8474-6820", id="Latin N"),
        pytest.param("No8830 3875 8474 6820", id="Latin No"),
        pytest.param("номер:8830-3875-8474-6820", id="glued to a colon"),
        pytest.param("номер8830-3875-8474-6820", id="glued to a word"),
        pytest.param("направлення 8830387584746820.", id="full stop after"),
        pytest.param("(8830-3875-8474-6820)", id="brackets"),
        pytest.param("8830-3875-8474-6820!!!", id="exclamation marks"),
        pytest.param("8830-3875-8474-6820?", id="question mark"),
        pytest.param("8830-3875-8474-6820.Дійсне рік", id="no space after the full stop"),
        pytest.param("8830-3875-8474-6820-МРТ", id="short word joined by a hyphen"),
        pytest.param("СМС-8830-3875-8474-6820", id="short word joined before"),
        pytest.param("📋 8830-3875-8474-6820 📋", id="emoji around"),
        pytest.param("Дякую!8830-3875-8474-6820", id="after an exclamation mark"),
    ],
)
def test_any_dressing_of_a_digit_number_is_taken_off(text: str) -> None:
    assert values(text) == [DIGITS]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("02CX-K1AM-8E84-9TTO", id="Latin capitals"),
        pytest.param("02cx-k1am-8e84-9tto", id="Latin lower case"),
        pytest.param("02СХ-К1АМ-8Е84-9ТТО", id="Cyrillic capitals"),
        pytest.param("02сх-к1ам-8е84-9тто", id="Cyrillic lower case"),
        pytest.param("02сx к1aм 8е84 9тtо", id="both scripts, spaces"),
        pytest.param("02CxK1aM8e849TtO", id="solid, careless case"),
        pytest.param("０２ＣＸ－Ｋ１ＡＭ－８Ｅ８４－９ＴＴＯ", id="full-width letters"),
        pytest.param("номер 02сх к1ам\n8е84 9тто", id="lower case, wrapped"),
        pytest.param("текст 02СХ К1АМ 8Е84 9ТТО мама", id="look-alike word after"),
        pytest.param("тато 02CX K1AM 8E84 9TTO", id="look-alike word before"),
        pytest.param("text 02CX K1AM 8E84 9TTO", id="Latin word before"),
        pytest.param("на МРТ 02CX K1AM 8E84 9TTO", id="short look-alike word before"),
    ],
)
def test_letters_are_read_in_either_script_and_case(text: str) -> None:
    assert values(text) == [MIXED]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        pytest.param("ABCE-HIKM-OPTX-0123", "ABCE-HIKM-OPTX-0123", id="the whole alphabet"),
        pytest.param("авсе-нікм-ортх-0123", "ABCE-HIKM-OPTX-0123", id="all look-alikes, lower"),
        pytest.param("O0O0-I1I1-B8B8-0O0O", "O0O0-I1I1-B8B8-0O0O", id="O 0 I 1 B 8 stay as typed"),
        pytest.param("02CX K1AM 8E84 TTOX", "02CX-K1AM-8E84-TTOX", id="last group only letters"),
        pytest.param("KABM 02CX K1AM 8E84", "KABM-02CX-K1AM-8E84", id="first group only letters"),
        pytest.param("02CX-K1AM-\nKABM-TTO7", "02CX-K1AM-KABM-TTO7", id="letters after a wrap"),
        pytest.param("2023-2024-2025-2026", "2023-2024-2025-2026", id="like years, but dashed"),
        pytest.param("0501-2345-6789-0123", "0501-2345-6789-0123", id="begins like a phone"),
        pytest.param("2026-1122-1030-1551", "2026-1122-1030-1551", id="begins like a date"),
        pytest.param("3805 0123 4567 8901", "3805-0123-4567-8901", id="begins like +380"),
    ],
)
def test_signs_are_kept_exactly_as_typed(text: str, number: str) -> None:
    assert values(text) == [number]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Ваше направлення під номером 8830-3875-8474-6820 було відмінено", id="cancelled"
        ),
        pytest.param(
            "Вам виписано направлення № 8830-3875-8474-6820 від 22.11.2026. "
            "Дійсне до 22.11.2027. Гаряча лінія 16-77",
            id="dates and hotline",
        ),
        pytest.param(
            "eZdorovya, [22.11.2026 10:30]\nНаправлення: 8830-3875-\n8474-6820\n"
            "Тел. 0 800 505 201, +380 44 123 45 67",
            id="Viber forward",
        ),
        pytest.param(
            "МОЗ 22.11.26 8830 3875 8474 6820 22.11.27 10:30", id="dates beside, only spaces"
        ),
        pytest.param(
            "У 2026 році мені дали направлення 8830 3875 8474 6820 2026 року", id="years beside"
        ),
        pytest.param("Добрий день! Ось: 8830387584746820. Мій тел. 0501234567", id="with a phone"),
        pytest.param("050 123 45 67 8830 3875 8474 6820", id="phone before, only spaces"),
        pytest.param("8830 3875 8474 6820 050 123 45 67", id="phone after, only spaces"),
        pytest.param("+380501234567 8830 3875 8474 6820", id="long phone before"),
        pytest.param("16-77 8830 3875 8474 6820 15-51", id="hotlines beside"),
        pytest.param("8830 3875 8474 6820 5 днів тому", id="a count after"),
        pytest.param("1. 8830-3875-8474-6820", id="first in a list"),
        pytest.param("Дали направлєніє 8830-3875-8474-6820 шо з ним робить?", id="суржик"),
        pytest.param("шото не найшли 8830-3875-8474-6820 в регістратурі", id="суржик, not found"),
        pytest.param("Ваше направление 8830-3875-8474-6820 действует год", id="Russian"),
        pytest.param("Проверьте пожалуйста 8830 3875 8474 6820 от 5 мая", id="Russian request"),
        pytest.param("Your referral 8830-3875-8474-6820 expires on 11/22/2027", id="English"),
        pytest.param("Pls check: 8830 3875 8474 6820, thanks, 10 am", id="English request"),
        pytest.param("Vashe napravlennia 8830-3875-8474-6820 diisne rik", id="Latin letters"),
        pytest.param("к кардіологу, каб. 204, 8830-3875-8474-6820, 09:15", id="room and time"),
        pytest.param("пише 8830-3875-8474-6820 https://e.ua/r/1111-2222-3333-4444", id="link"),
        pytest.param("8830-3875-8474-6820 mail 1234@ukr.net, вул. Шевченка, 12/45", id="address"),
        pytest.param("UA213223130000026007233566001; 8830-3875-8474-6820", id="IBAN"),
        pytest.param("8830-3875-8474-6820 і ще раз 8830 3875 8474 6820", id="twice"),
        pytest.param("заплатив 1 250 грн 50 коп, направлення 8830-3875-8474-6820", id="money"),
        pytest.param("8830-3875-8474-6820 – консультація невролога", id="dash and words after"),
        pytest.param("каб 1204 8830-3875-\n8474-6820", id="room before a wrapped number"),
        pytest.param("Каб 1204. 8830 3875 8474 6820", id="room in the sentence before"),
        pytest.param("каб 1204, 8830 3875 8474 6820, 1204", id="room behind a comma"),
        pytest.param("каб 1204: 8830 3875 8474 6820", id="room and a colon"),
        pytest.param("1111-2222 8830-3875-8474-6820 3333-4444", id="halves around it stay apart"),
        pytest.param("22.11.2026 - 8830-3875-8474-6820 - 22.11.2027", id="dates by dashes"),
    ],
)
def test_a_whole_message_gives_its_number_and_nothing_else(text: str) -> None:
    assert values(text) == [DIGITS]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("8830-3875-8474-6820, 02CX-K1AM-8E84-9TTO", id="comma"),
        pytest.param("8830-3875-8474-6820 02CX-K1AM-8E84-9TTO", id="space"),
        pytest.param("8830 3875 8474 6820 02CX K1AM 8E84 9TTO", id="only spaces"),
        pytest.param("8830 3875 8474 6820\n02CX K1AM 8E84 9TTO", id="a line each"),
        pytest.param("8830387584746820\n02cxk1am8e849tto", id="solid, a line each"),
        pytest.param("- 8830-3875-8474-6820\n- 02CX-K1AM-8E84-9TTO", id="bullets"),
        pytest.param("1) 8830 3875 8474 6820 2) 02CX K1AM 8E84 9TTO", id="numbered in a line"),
        pytest.param("8830-3875-8474-6820 та 02CX-K1AM-8E84-9TTO, 8830387584746820", id="again"),
    ],
)
def test_several_numbers_come_in_their_order_and_once(text: str) -> None:
    assert values(text) == [DIGITS, MIXED]


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        pytest.param(DIGITS, Certainty.SURE, id="digits"),
        pytest.param(MIXED, Certainty.SURE, id="letters"),
        pytest.param("0003-3875-8474-6820", Certainty.LIKELY, id="a prescription's prefix"),
        pytest.param("направлення 0003-3875-8474-6820", Certainty.LIKELY, id="prefix, named"),
        pytest.param("направлення 0003-3T75-8474-6820", Certainty.LIKELY, id="prefix, letters"),
        pytest.param("0003-3B75-8474-6820", Certainty.LIKELY, id="prefix, not a recipe's letter"),
        pytest.param("4111 1111 1111 1111", Certainty.LIKELY, id="may be a bank card"),
        pytest.param("направлення 4111-1111-1111-1111", Certainty.SURE, id="card-like, named"),
        pytest.param("картка 4111 1111 1111 1112", Certainty.LIKELY, id="no card, named so"),
        pytest.param(
            "декларація 8830-3875-8474-6820", Certainty.LIKELY, id="too long for its name"
        ),
    ],
)
def test_certainty_is_what_the_sources_allow(text: str, certainty: Certainty) -> None:
    [number] = read_numbers(text).numbers
    assert (number.kind, number.certainty) == (NumberKind.REFERRAL, certainty)


def test_a_number_named_twice_is_as_sure_as_it_is_anywhere() -> None:
    for text in (
        "4111-1111-1111-1111, так, направлення 4111-1111-1111-1111",
        "направлення 4111-1111-1111-1111, тобто шістнадцять знаків: 4111-1111-1111-1111",
    ):
        [number] = read_numbers(text).numbers
        assert number.certainty is Certainty.SURE


def test_a_reading_holds_the_number_in_its_normal_form() -> None:
    reading = read_numbers("номер 8830 3875 8474 6820")
    assert reading.numbers == (FoundNumber(NumberKind.REFERRAL, DIGITS, Certainty.SURE),)
    assert not reading.is_empty
