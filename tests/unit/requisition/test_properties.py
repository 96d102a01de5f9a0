"""What holds for every text: any dressing comes off, nothing is invented, nothing raises."""

from __future__ import annotations

import html
import re
import unicodedata

from hypothesis import assume, example, given
from hypothesis import strategies as st

from bot.domain.requisition import (
    Certainty,
    NumberKind,
    is_referral_number,
    mask,
    read_numbers,
    spell_groups,
)

ALPHABET = "0123456789ABCEHIKMOPTX"
CYRILLIC = dict(zip("ABCEHIKMOPTX", "АВСЕНІКМОРТХ", strict=True))
LATIN = {cyrillic: latin for latin, cyrillic in CYRILLIC.items()}
INVISIBLE = ["", "", "", "\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u200e", "\u202a"]
TIGHT = ["", "-", "–", "—", "‑", "−", "_", ".", "·", "'", "»", "*", "`", "-\n", "--"]
LOOSE = [*TIGHT, " ", "\u00a0", "\u2009", "\n", "\r\n", " - ", " – ", ". ", "\t"]
BEFORE = [
    "",
    "Номер: ",
    "направлення ",
    "Ваше направлення № ",
    "№",
    "#",
    "«",
    "<b>",
    "**",
    "номер:",
    "22.11.2026 10:30 ",
    "тел. +380501234567, ",
    "направление\n",
    "Hello! Referral ",
    "мама просить МРТ, ",
]
AFTER = [
    "",
    ".",
    "!",
    "»",
    "</b>",
    "**",
    ", дякую",
    " дійсне до 22.11.2027.",
    "\nГаряча лінія 16-77",
    "; тел. 050 123 45 67",
    " від лікаря о 10:30",
]
WORDS = [
    "мама",
    "тато",
    "кава",
    "хата",
    "тема",
    "мета",
    "направлення",
    "рецепт",
    "декларація",
    "лікар",
    "номер",
    "код",
    "на",
    "то",
    "як",
    "не",
    "так",
    "МРТ",
    "КТ",
    "СМС",
    "здоров'я",
    "п'ять",
    "об'єм",
    "що",
    "де",
    "коли",
    "поліклініка",
    "будь-який",
    "по-перше",
    "е-рецепт",
    "аптека",
    "карта",
    "картка",
    "пароль",
    "система",
    "Київ",
    "Харків",
    "автомат",
    "математика",
    "характер",
]

signs = st.sampled_from(ALPHABET)
groups = st.text(signs, min_size=4, max_size=4)
numbers = st.lists(groups, min_size=4, max_size=4).map("-".join)


def prefixed(number: str) -> bool:
    return re.match("000[0-9]", number) is not None


@st.composite
def dressed(draw: st.DrawFn, number: str, separators: list[str]) -> str:
    """The number in another case, script and width, with other separators."""
    typed = ""
    for sign in number.replace("-", ""):
        forms = [sign, sign.lower(), chr(ord(sign) + 0xFEE0)]
        if sign in CYRILLIC:
            forms += [CYRILLIC[sign], CYRILLIC[sign].lower()]
        typed += draw(st.sampled_from(forms)) + draw(st.sampled_from(INVISIBLE)) + "\0"
    chars = typed.split("\0")[:-1]
    quads = ["".join(chars[at : at + 4]) for at in range(0, 16, 4)]
    text = quads[0]
    for quad in quads[1:]:
        text += draw(st.sampled_from(separators)) + quad
    return text


def test_three_groups_of_letters_in_one_piece_are_read() -> None:
    assert_only_referral("kabmttoxcehi-02CX", "KABM-TTOX-CEHI-02CX")


@given(st.data(), numbers, st.sampled_from(BEFORE), st.sampled_from(AFTER))
def test_any_tight_dressing_is_read_back(
    data: st.DataObject, number: str, before: str, after: str
) -> None:
    assume(not prefixed(number) and sum(map(str.isdecimal, number)) >= 2)
    text = before + data.draw(dressed(number, TIGHT)) + after
    assert_only_referral(text, number)


@given(st.data(), numbers, st.sampled_from(BEFORE), st.sampled_from(AFTER))
def test_any_loose_dressing_is_read_back(
    data: st.DataObject, number: str, before: str, after: str
) -> None:
    assume(not prefixed(number))
    assume(all(any(map(str.isdecimal, group)) for group in spell_groups(number)))
    assume(not all(re.fullmatch("(19|20)[0-9]{2}", group) for group in spell_groups(number)))
    text = before + data.draw(dressed(number, LOOSE)) + after
    assert_only_referral(text, number)


def assert_only_referral(text: str, number: str) -> None:
    reading = read_numbers(text)
    assert [(n.kind, n.value) for n in reading.numbers] == [(NumberKind.REFERRAL, number)]
    assert reading.numbers[0].certainty in set(Certainty)
    assert reading.near_misses == ()


pieces = st.one_of(
    st.text(max_size=12),
    groups,
    numbers,
    st.text("0123456789", min_size=1, max_size=20),
    st.sampled_from([*LOOSE, *BEFORE, *AFTER, *WORDS, "|", "!", "&#", "<", "З", "Й", "l", "D"]),
)
texts = st.one_of(st.text(), st.lists(pieces, max_size=30).map("".join))


@given(texts)
@example("&#56;830-3875-8474-6820")
@example("000000000000ß")
@example("𝟖830-3875-8474-68ﬁ")
@example("ⅧⅢ\ud800İßı")
def test_everything_reported_is_really_in_the_text(text: str) -> None:
    reading = read_numbers(text)
    there = normal(text)
    for shown in [n.value for n in reading.numbers] + [m.shown for m in reading.near_misses]:
        assert occurs_in_order(shown.replace("-", ""), there)


@given(texts)
def test_what_is_reported_keeps_its_form(text: str) -> None:
    reading = read_numbers(text)
    for number in reading.numbers:
        if number.kind in {NumberKind.REFERRAL, NumberKind.PRESCRIPTION}:
            assert is_referral_number(number.value)
            assert set(number.value) <= {*ALPHABET, "-"}
        elif number.kind is NumberKind.DECLARATION:
            assert len(number.value) == 14
        else:
            assert number.value == ""
    for miss in reading.near_misses:
        assert len(miss.shown.replace("-", "")) == miss.length
    assert len(set(reading.numbers)) == len(reading.numbers)


def normal(text: str) -> list[set[str]]:
    """For each character, what it may rightly be read as."""
    plain = unicodedata.normalize("NFC", html.unescape(text))
    capitals = [
        {char, char.upper(), unicodedata.normalize("NFKC", char).upper()} for char in plain
    ]
    return [forms | {LATIN[form] for form in forms if form in LATIN} for forms in capitals]


def occurs_in_order(needle: str, haystack: list[set[str]]) -> bool:
    rest = iter(haystack)
    return all(any(sign in forms for forms in rest) for sign in needle)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(WORDS) | st.text("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'-", max_size=9),
            st.sampled_from([" ", ", ", ". ", "\n", " - ", "-", "? "]),
        ),
        max_size=40,
    ),
    st.booleans(),
)
def test_words_never_give_a_number(words: list[tuple[str, str]], is_shouted: bool) -> None:
    text = "".join(word + gap for word, gap in words)
    assert read_numbers(text.upper() if is_shouted else text).is_empty


@given(numbers)
def test_mask_never_shows_the_middle_eight_signs(number: str) -> None:
    first, _, _, last = spell_groups(number)
    assert mask(number) == f"{first}-****-****-{last}"


@given(st.text())
def test_mask_shows_nothing_of_another_text(text: str) -> None:
    assert set(mask(text)) <= {"*"} or text.count("-") in {2, 3}
