"""How a confidant names a ward in one message."""

from __future__ import annotations

import pytest

from bot.domain.cabinet.ward import NO_NAME, NO_NUMBER, WRONG_TAX_ID, read_ward
from bot.errors import InvalidInput

NAMES = {"last_name": "Бондар", "given_name": "Софія Іллівна"}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        pytest.param("3520581618", {"tax_id": "3520581618"}, id="tax number"),
        pytest.param("35 2058 1618", {"tax_id": "3520581618"}, id="in groups"),
        pytest.param(
            "І-ВГ123456",
            {"document": {"type": "BIRTH_CERTIFICATE", "number": "І-ВГ123456"}},
            id="birth certificate",
        ),
        pytest.param(
            "I-BГ 123456",
            {"document": {"type": "BIRTH_CERTIFICATE", "number": "І-ВГ123456"}},
            id="in Latin look-alikes and with a space",
        ),
        pytest.param(
            "123456789", {"document": {"type": "NATIONAL_ID", "number": "123456789"}}, id="ID card"
        ),
        pytest.param(
            "КВ 123456", {"document": {"type": "PASSPORT", "number": "КВ123456"}}, id="passport"
        ),
    ],
)
def test_names_and_number_are_found(text: str, number: dict[str, object]) -> None:
    assert read_ward(f"бондар софія Іллівна, {text}").described() == NAMES | number


def test_double_surname_keeps_its_capitals() -> None:
    assert read_ward("Нечуй-левицька Софія 3520581618").last_name == "Нечуй-Левицька"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("Бондар Софія Іллівна", NO_NUMBER, id="no number"),
        pytest.param("", NO_NUMBER, id="nothing"),
        pytest.param("3520581618", NO_NAME, id="no name"),
        pytest.param("Софія 3520581618", NO_NAME, id="one name"),
        pytest.param("Бондар Софія 3520581619", WRONG_TAX_ID, id="wrong check digit"),
        pytest.param("Бондар <b>Софія</b> 3520581618", NO_NAME, id="HTML"),
    ],
)
def test_what_cannot_be_read_says_why(text: str, code: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        read_ward(text)
    assert refused.value.code == code


def test_nothing_of_a_ward_shows_in_its_repr() -> None:
    assert "Бондар" not in repr(read_ward("Бондар Софія 3520581618"))
