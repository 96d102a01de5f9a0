"""Texts that hold prescriptions, declarations, codes, taxpayers' numbers and bank cards."""

from __future__ import annotations

import pytest

from bot.domain.requisition import Certainty, NumberKind, read_numbers

SURE, LIKELY = Certainty.SURE, Certainty.LIKELY
REFERRAL, PRESCRIPTION = NumberKind.REFERRAL, NumberKind.PRESCRIPTION
DECLARATION, CODE, TAX_ID = (
    NumberKind.DECLARATION,
    NumberKind.CONFIRMATION_CODE,
    NumberKind.TAX_ID,
)
RECIPE = "0000-70K0-6MTX-K8M8"


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        pytest.param("0000-70K0-6MTX-K8M8", LIKELY, id="bare"),
        pytest.param("000070к06мтхк8м8", LIKELY, id="solid, Cyrillic, lower case"),
        pytest.param("Ваш рецепт: 0000-70K0-6MTX-K8M8", SURE, id="Ukrainian"),
        pytest.param("Відкликано рецепт: 0000-70K0-6MTX-K8M8 від 22.11.2026", SURE, id="recalled"),
        pytest.param("номер е-рецепта 0000 70K0 6MTX K8M8", SURE, id="case form"),
        pytest.param("по рецепту врача 0000-70К0-6МТХ-К8М8", SURE, id="Russian"),
        pytest.param("My prescription is 0000-70K0-6MTX-K8M8", SURE, id="English"),
        pytest.param("рецепт 0000-70K0-\n6MTX-K8M8", SURE, id="wrapped"),
    ],
)
def test_prescription_is_told_apart(text: str, certainty: Certainty) -> None:
    reading = read_numbers(text)
    assert [(n.kind, n.value, n.certainty) for n in reading.numbers] == [
        (PRESCRIPTION, RECIPE, certainty)
    ]
    assert reading.near_misses == ()


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        pytest.param("рецепт 0001-2345-6789-0123", SURE, id="digits with the prefix"),
        pytest.param("рецепт 8830-3875-8474-6820", LIKELY, id="no prefix: the word and the shape"),
        pytest.param("рецепт 0000-70B0-6MTX-K8M8", LIKELY, id="a letter that recipes lack"),
    ],
)
def test_the_word_recipe_makes_a_prescription(text: str, certainty: Certainty) -> None:
    [number] = read_numbers(text).numbers
    assert (number.kind, number.certainty) == (PRESCRIPTION, certainty)


@pytest.mark.parametrize(
    ("text", "value", "certainty"),
    [
        pytest.param("0000-12H4-245D", "0000-12H4-245D", LIKELY, id="bare"),
        pytest.param("000012H4245D", "0000-12H4-245D", LIKELY, id="solid"),
        pytest.param("0001 12н4 245а", "0001-12H4-245A", LIKELY, id="spaces, Cyrillic"),
        pytest.param("Декларація № 0000-12H4-245D", "0000-12H4-245D", SURE, id="Ukrainian"),
        pytest.param("номер декларації:0000-12H4-245D.", "0000-12H4-245D", SURE, id="case form"),
        pytest.param("декларация 0000 12H4 245D", "0000-12H4-245D", SURE, id="Russian"),
        pytest.param("declaration 0000-12H4-245D 2026", "0000-12H4-245D", SURE, id="year after"),
        pytest.param("декларація 0000-12H4-245D\n8830", "0000-12H4-245D", SURE, id="line after"),
        pytest.param("декларація 883038758474", "8830-3875-8474", SURE, id="solid, named"),
        pytest.param("8830-3875-8474", "8830-3875-8474", LIKELY, id="three dashed groups"),
        pytest.param("0000-12H4-245D 15 листопада", "0000-12H4-245D", LIKELY, id="day after"),
    ],
)
def test_declaration_is_told_apart(text: str, value: str, certainty: Certainty) -> None:
    reading = read_numbers(text)
    assert [(n.kind, n.value, n.certainty) for n in reading.numbers] == [
        (DECLARATION, value, certainty)
    ]
    assert reading.near_misses == ()


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        pytest.param("4821", LIKELY, id="alone"),
        pytest.param(" *4821* ", LIKELY, id="alone, decorated"),
        pytest.param("Код підтвердження: 4821", SURE, id="Ukrainian"),
        pytest.param("Код підтвердження:\n4821", SURE, id="next line"),
        pytest.param("4821 – ваш код. Нікому його не кажіть", SURE, id="word after"),
        pytest.param("код4821", SURE, id="glued"),
        pytest.param("код.4821", SURE, id="glued with a dot"),
        pytest.param("мені прийшов код ось 4821", SURE, id="in a sentence"),
        pytest.param("Ваш пароль 4821", SURE, id="password"),
        pytest.param("Никому не сообщайте код 4821", SURE, id="Russian"),
        pytest.param("Your code is 4821", SURE, id="English"),
        pytest.param("Код: 4821, повторюю: 4821", SURE, id="twice"),
    ],
)
def test_confirmation_code_is_recognised_and_not_kept(text: str, certainty: Certainty) -> None:
    reading = read_numbers(text)
    assert [(n.kind, n.value, n.certainty) for n in reading.numbers] == [(CODE, "", certainty)]
    assert "4821" not in repr(reading)


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        pytest.param("3184710691", LIKELY, id="alone"),
        pytest.param("3184700060", LIKELY, id="remainder of ten: check digit 0"),
        pytest.param("ІПН 3184710691", SURE, id="ІПН"),
        pytest.param("мій РНОКПП: 3184710691", SURE, id="РНОКПП"),
        pytest.param("податковий номер 3184710691", SURE, id="tax number"),
        pytest.param("ІПН3184710691", SURE, id="glued"),
        pytest.param("іпн.3184710691", SURE, id="glued with a dot"),
        pytest.param("ИНН 3184710691", SURE, id="Russian"),
        pytest.param("tax id 3184710691", SURE, id="English"),
        pytest.param("3184710691 - це мій ІПН", SURE, id="word after"),
        pytest.param("ІПН 3184710690", LIKELY, id="named, check digit wrong"),
        pytest.param("ІПН 0501234567", LIKELY, id="named, looks like a phone"),
        pytest.param("Іваненко 3184710691 2026", LIKELY, id="a year beside"),
    ],
)
def test_tax_id_is_recognised_and_not_kept(text: str, certainty: Certainty) -> None:
    reading = read_numbers(text)
    assert [(n.kind, n.value, n.certainty) for n in reading.numbers] == [(TAX_ID, "", certainty)]
    assert "3184" not in repr(reading)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param(
            "Ваш рецепт: 0000-70K0-6MTX-K8M8. Код підтвердження: 4821",
            [PRESCRIPTION, CODE],
            id="prescription SMS",
        ),
        pytest.param(
            "Направлення8830-3875-8474-6820Код4821Рецепт0000-70K0-6MTX-K8M8",
            [REFERRAL, CODE, PRESCRIPTION],
            id="all glued together",
        ),
        pytest.param(
            "Направлення: 8830-3875-8474-6820; рецепт: 0000-70K0-6MTX-K8M8. Код: 4821. "
            "Декларація 0000-12H4-245D, ІПН 3184710691",
            [REFERRAL, PRESCRIPTION, CODE, DECLARATION, TAX_ID],
            id="one of each",
        ),
        pytest.param(
            "Рецепт 0000-70K0-6MTX-K8M8, код 4821. А це 8830-3875-8474-6820",
            [PRESCRIPTION, CODE, REFERRAL],
            id="a name does not pass over a code",
        ),
        pytest.param(
            "Рецепти: 0001-2345-6789-0123 та 0002-2345-6789-0123",
            [PRESCRIPTION, PRESCRIPTION],
            id="a list shares its name",
        ),
        pytest.param(
            "Направлення 8830-3875-8474-6820, а на ліки рецепт 0000-70K0-6MTX-K8M8",
            [REFERRAL, PRESCRIPTION],
            id="referral and prescription in words",
        ),
    ],
)
def test_kinds_in_one_message_are_told_apart(text: str, kinds: list[NumberKind]) -> None:
    reading = read_numbers(text)
    assert [number.kind for number in reading.numbers] == kinds
    assert reading.near_misses == ()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("моя картка 4111 1111 1111 1111", id="card before"),
        pytest.param("переказ на карту 5555555555554444", id="solid card"),
        pytest.param("4111-1111-1111-1111 це visa", id="system after"),
        pytest.param("Mastercard: 5555 5555 5555 4444", id="system before"),
    ],
)
def test_bank_card_spoken_of_as_one_is_left_alone(text: str) -> None:
    assert read_numbers(text).is_empty
