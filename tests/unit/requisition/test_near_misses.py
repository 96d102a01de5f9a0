"""Texts that try to be a referral number and are none: the hint, and never a guess."""

from __future__ import annotations

import pytest

from bot.domain.requisition import MissReason, NearMiss, read_numbers

SHORT, LONG, UNUSUAL = MissReason.TOO_SHORT, MissReason.TOO_LONG, MissReason.UNUSUAL_SIGN


@pytest.mark.parametrize(
    ("text", "position", "sign", "suggestion"),
    [
        pytest.param("02CX-K1AM-8E84-9TTЗ", 16, "З", "3", id="З for 3"),
        pytest.param("з2CX-K1AM-8E84-9TTO", 1, "з", "3", id="lower-case з"),
        pytest.param("02CX-Й1AM-8E84-9TTO", 5, "Й", None, id="Й"),
        pytest.param("02CX-И\u03061AM-8E84-9TTO", 5, "Й", None, id="Й of two characters"),
        pytest.param("02CX-Ї1AM-8E84-9TTO", 5, "Ї", "I", id="Ї"),
        pytest.param("02CX-KDAM-8E84-9TTO", 6, "D", "0", id="D"),
        pytest.param("02CX-KQAM-8E84-9TTO", 6, "Q", "0", id="Q"),
        pytest.param("02cx-klam-8e84-9tto", 6, "l", "1", id="lower-case l"),
        pytest.param("02cxklam8e849tto", 6, "l", "1", id="lower-case l, solid"),
        pytest.param("02CX-K|AM-8E84-9TTO", 6, "|", "1", id="stroke"),
        pytest.param("02CX-K1A!-8E84-9TTO", 8, "!", "1", id="exclamation mark"),
        pytest.param("883S 3875 8474 6820", 4, "S", "5", id="S, spaces"),
        pytest.param("8830-3875-8474-6У20", 14, "У", None, id="У is no look-alike here"),
        pytest.param("номер:8830-3875-8474-68Z0.", 15, "Z", "2", id="in a message"),
    ],
)
def test_the_odd_sign_is_shown(
    text: str, position: int, sign: str, suggestion: str | None
) -> None:
    reading = read_numbers(text)
    [miss] = reading.near_misses
    assert (miss.reason, miss.length) == (UNUSUAL, 16)
    assert (miss.position, miss.sign, miss.suggestion) == (position, sign, suggestion)
    assert reading.numbers == ()


@pytest.mark.parametrize(
    ("text", "reason", "shown", "length"),
    [
        pytest.param(
            "8830-3875-8474-682", SHORT, "8830-3875-8474-682", 15, id="last sign missing"
        ),
        pytest.param(
            "8830-387-8474-6820", SHORT, "8830-3878-4746-820", 15, id="one in the middle"
        ),
        pytest.param(
            "02сх к1ам 8е84 9т", SHORT, "02CX-K1AM-8E84-9T", 14, id="two missing, spaces"
        ),
        pytest.param("8830387584746", SHORT, "8830-3875-8474-6", 13, id="solid 13"),
        pytest.param(
            "8830-3875-8474-682 3 дні", SHORT, "8830-3875-8474-682", 15, id="count after"
        ),
        pytest.param(
            "направлення 8830-3875-8474", SHORT, "8830-3875-8474", 12, id="group missing"
        ),
        pytest.param("рецепт 0000-243P-1X53", SHORT, "0000-243P-1X53", 12, id="recipe cut short"),
        pytest.param("8830-3875-8474-68201", LONG, "8830-3875-8474-6820-1", 17, id="one too many"),
        pytest.param(
            "8830 3875 84745 6820", LONG, "8830-3875-8474-5682-0", 17, id="in the middle"
        ),
        pytest.param("02cx-k1am-8e84-9tto-1", LONG, "02CX-K1AM-8E84-9TTO-1", 17, id="joined"),
        pytest.param("883038758474682012", LONG, "8830-3875-8474-6820-12", 18, id="solid 18"),
        pytest.param("1 8830387584746820123", LONG, "8830-3875-8474-6820-123", 19, id="solid 19"),
    ],
)
def test_a_wrong_length_is_shown(text: str, reason: MissReason, shown: str, length: int) -> None:
    reading = read_numbers(text)
    assert reading.near_misses == (NearMiss(reason, shown, length),)
    assert reading.numbers == ()
    assert not reading.is_empty


@pytest.mark.parametrize(
    ("text", "as_typed"),
    [
        pytest.param("02cx-kdam-8e84-9tto", "02CX-KDAM-8E84-9TTO", id="16 Latin signs"),
        pytest.param("02CX-K1AM-8E84-9TTЗ", None, id="a Cyrillic sign"),
        pytest.param("02CX-K1A!-8E84-9TTO", None, id="no letter or digit"),
        pytest.param("8830-3875-8474-682", None, id="too short"),
        pytest.param("8830-3875-8474-68201", None, id="too long"),
    ],
)
def test_patient_may_insist_only_on_16_latin_signs(text: str, as_typed: str | None) -> None:
    [miss] = read_numbers(text).near_misses
    assert miss.as_typed == as_typed


def test_a_number_and_a_near_miss_stand_side_by_side() -> None:
    reading = read_numbers("8830-3875-8474-6820, 02CX-K1AM-8E84-9TT, 02CX-K1AM-8E84-9TT")
    assert [number.value for number in reading.numbers] == ["8830-3875-8474-6820"]
    assert [miss.shown for miss in reading.near_misses] == ["02CX-K1AM-8E84-9TT"]
