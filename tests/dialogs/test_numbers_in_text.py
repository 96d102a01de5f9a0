"""What a patient pastes: a referral in any dress, other numbers, near misses, nothing at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.town import Patient

NUMBER = "02CX-K1AM-8E84-9TTO"
MASKED = "02CX-****-****-9TTO"
SMS = (
    "Shanovnyi patsiiente! Vam vypysano napravlennia 8830-3875-8474-6820. "
    "Diie do 01.10.2027. Detali: e-health.gov.ua"
)
VIBER = (
    "Шановний пацієнте! Ваш лікар створив електронне направлення № 02CX-K1AM-8E84-9TTO.\n"
    "Покажіть номер у реєстратурі. Не повідомляйте код стороннім."
)
TAX_ID = "3184710691"

DRESSES = {
    "dashes": NUMBER,
    "no dashes": "02CXK1AM8E849TTO",
    "spaces": "02CX K1AM 8E84 9TTO",
    "lower case": "02cx-k1am-8e84-9tto",
    "long dashes": "02CX–K1AM—8E84‑9TTO",
    "Cyrillic letters": "02СХ-К1АМ-8Е84-9ТТО",
    "zero-width signs": "02CX-\u200bK1AM-\u200b8E84-9TTO\ufeff",
    "a whole message": VIBER,
    "forwarded with words": f"мені прийшло ось це {NUMBER} що робити?",
}


@pytest.mark.parametrize("text", DRESSES.values(), ids=DRESSES)
async def test_referral_number_is_read_in_any_dress(patient: Patient, text: str) -> None:
    await patient.says(text)
    assert f"Направлення {MASKED}" in patient.text
    assert "Статус: " in patient.text


async def test_referral_is_read_from_an_sms_in_latin_letters(patient: Patient) -> None:
    await patient.says(SMS)
    assert "Направлення 8830-****-****-6820" in patient.text


async def test_several_numbers_are_offered_masked_and_in_order(patient: Patient) -> None:
    await patient.says(f"Направлення {NUMBER}, 8830-3875-8474-6820 та 2096-7718-3405-9921")
    assert "3 номери направлень" in patient.text
    offered = [text for text in patient.buttons if "****" in text]
    assert offered == [MASKED, "8830-****-****-6820", "2096-****-****-9921"]
    await patient.taps("2096-****-****-9921")
    assert "Статус: взято в роботу закладом" in patient.text


async def test_removal_after_a_choice_takes_all_of_it(patient: Patient) -> None:
    await patient.says(f"Направлення {NUMBER}, 8830-3875-8474-6820")
    await patient.taps(MASKED)
    await patient.taps("Прибрати номер із чату")
    assert "02CX" not in patient.everything
    assert "8830" not in patient.everything


async def test_more_numbers_than_fit_are_cut_to_a_keyboard_of_eight(patient: Patient) -> None:
    numbers = [f"0000-0000-0000-{number:04}" for number in range(1, 13)]
    await patient.says("Направлення: " + ", ".join(numbers))
    assert len([text for text in patient.buttons if "****" in text]) == 8


OTHERS = {
    "prescription": ("Рецепт: 1234-5678-9012-3456", "номер рецепта", "фармацевту"),
    "declaration": ("Декларація 0000-12H4-245D", "номер декларації", "16 знаків"),
    "bare declaration": ("0000-12H4-245D", "номер декларації", "16 знаків"),
    "code": ("Ваш код підтвердження: 4821", "код підтвердження", "Не надсилайте сюди"),
    "bare code": ("4821", "код підтвердження", "Не надсилайте сюди"),
    "tax number": (f"Мій ІПН {TAX_ID}", "податковий номер", "податкового номера"),
}


@pytest.mark.parametrize(("text", "kind", "advice"), OTHERS.values(), ids=OTHERS)
async def test_number_that_is_no_referral_is_recognised_and_offered_for_removal(
    patient: Patient, text: str, kind: str, advice: str
) -> None:
    await patient.says(text)
    said = next(seen for seen in patient.messages if seen.text == text)
    assert kind in patient.text.splitlines()[0]
    assert advice in patient.text
    await patient.taps("Прибрати це з чату")
    assert said.id not in {seen.id for seen in patient.messages}


@pytest.mark.parametrize("secret", ["4821", TAX_ID])
async def test_code_and_tax_number_are_never_repeated(patient: Patient, secret: str) -> None:
    await patient.says(f"ІПН {secret}" if secret == TAX_ID else f"код {secret}")
    answers = [seen for seen in patient.from_bot if seen in patient.new]
    assert answers
    assert not [seen for seen in answers if secret in seen.text + str(seen.callbacks)]


async def test_unsure_prescription_can_be_checked_as_a_referral(patient: Patient) -> None:
    await patient.says("Рецепт: 8830-3875-8474-6820")
    assert "схоже на номер рецепта" in patient.text
    await patient.taps("Ні, це направлення")
    assert "Статус: дійсне" in patient.text


async def test_referral_and_code_in_one_message_are_both_answered(patient: Patient) -> None:
    await patient.says(f"Направлення {NUMBER}. Код підтвердження 4821")
    texts = [seen.text for seen in patient.new]
    assert any("Не надсилайте сюди" in text for text in texts)
    assert any(f"Направлення {MASKED}" in text for text in texts)


MISSES = {
    "too short": ("8830-3875-8474-682", "15 знаків", None),
    "one group short": ("Направлення 8830-3875-8474", "12 знаків", None),
    "too long": ("8830-3875-8474-68201", "17 знаків", None),
    "unusual sign": ("02CX-K1AM-8E84-9TTQ", "«Q» на місці 16", "02CX-K1AM-8E84-9TTQ"),
    "Cyrillic sign": ("8830-3875-8474-682Б", "«Б» на місці 16", None),
}


@pytest.mark.parametrize(("text", "hint", "as_typed"), MISSES.values(), ids=MISSES)
async def test_near_miss_gets_a_hint_and_is_not_looked_up(
    patient: Patient, text: str, hint: str, as_typed: str | None
) -> None:
    await patient.says(text)
    assert "Майже номер" in patient.text
    assert hint in patient.text
    assert "Статус" not in patient.text
    assert "Не знайдено" not in patient.text
    assert ("Номер саме такий: перевірити" in patient.buttons) is bool(as_typed)


async def test_near_miss_is_looked_up_only_as_it_was_typed(patient: Patient) -> None:
    await patient.says("02CX-K1AM-8E84-9TTQ")
    assert "«0»" in patient.text, "the suggestion is for words only"
    assert not [data for data in patient.last.callbacks if "9TT0" in data]
    await patient.taps("Номер саме такий: перевірити")
    assert "Не знайдено: 02CX-K1AM-8E84-9TTQ" in patient.text


async def test_near_miss_costs_nothing_of_the_allowance(patient: Patient) -> None:
    for _ in range(6):
        await patient.says("8830-3875-8474-682")
    await patient.says("8830-3875-8474-6820")
    assert "Статус: " in patient.text


async def test_text_without_a_number_after_the_bot_asked_for_one(patient: Patient) -> None:
    await patient.taps("Моє направлення")
    await patient.says("я не знаю де він")
    assert "Не бачу тут номера" in patient.text
    assert "16 знаків" in patient.text
    assert {"Чому немає СМС?", "Загубили номер", "☰ Меню"} <= set(patient.buttons)


async def test_text_without_a_number_when_nothing_was_asked(patient: Patient) -> None:
    await patient.says("болить голова що робити")
    assert "не зрозумів" in patient.text
    assert patient.buttons[-2:] == ["📞 103 і гаряча лінія", "☰ Меню"]


async def test_question_is_over_when_the_patient_goes_elsewhere(patient: Patient) -> None:
    await patient.taps("Моє направлення")
    await patient.taps("☰ Меню")
    await patient.says("де купити телевізор")
    assert "не зрозумів" in patient.text


async def test_markup_of_a_patient_is_shown_as_it_was_written(patient: Patient) -> None:
    await patient.says("<b>8830-3875-8474-682&</b>")
    assert "Майже номер" in patient.text
    assert "<b>8830" not in patient.last.html.partition("Майже номер:</b>")[2]
