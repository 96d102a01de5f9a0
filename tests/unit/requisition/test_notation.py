"""How numbers are written back."""

from __future__ import annotations

import pytest

from bot.domain.requisition import is_referral_number, mask, spell_groups


@pytest.mark.parametrize(
    ("number", "masked"),
    [
        pytest.param("02CX-K1AM-8E84-9TTO", "02CX-****-****-9TTO", id="referral"),
        pytest.param("0000-12H4-245D", "0000-****-245D", id="declaration"),
        pytest.param("02CXK1AM8E849TTO", "****", id="without dashes nothing is shown"),
        pytest.param("4821", "****", id="code"),
        pytest.param("", "****", id="nothing"),
    ],
)
def test_mask_leaves_the_first_and_the_last_group(number: str, masked: str) -> None:
    assert mask(number) == masked


def test_groups_are_spelled_one_by_one() -> None:
    assert spell_groups("02CX-K1AM-8E84-9TTO") == ("02CX", "K1AM", "8E84", "9TTO")


@pytest.mark.parametrize(
    ("value", "is_number"),
    [
        pytest.param("8830-3875-8474-6820", True, id="digits"),
        pytest.param("02CX-KDAM-8E84-9TTZ", True, id="letters outside today's alphabet"),
        pytest.param("02cx-k1am-8e84-9tto", False, id="lower case"),
        pytest.param("02СХ-K1AM-8E84-9TTO", False, id="Cyrillic"),
        pytest.param("8830387584746820", False, id="no dashes"),
        pytest.param("8830-3875-8474", False, id="too short"),
        pytest.param("8830-3875-8474-6820\n", False, id="line break after"),
        pytest.param("٨٨٣٠-3875-8474-6820", False, id="digits of another script"),
    ],
)
def test_a_button_is_checked_again(value: str, is_number: bool) -> None:
    assert is_referral_number(value) is is_number
