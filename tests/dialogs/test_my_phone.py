"""Changing the phone for codes: the number, the code from the SMS, and everything in between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.signing_change import adult, opens_data_as

if TYPE_CHECKING:
    from tests.town import Patient, Town

NEW = "+380671112233"


async def _code(town: Town) -> str:
    """The newest code that ЕСОЗ sent."""
    sent = [str(one["text"]) for one in (await town.call("GET", "/sim/outbox"))["messages"]]
    return next(text for text in reversed(sent) if "Код авторизації" in text)[-4:]


async def _asks_to_change(town: Town, patient: Patient, number: int) -> None:
    await opens_data_as(patient, adult(town, number))
    await patient.taps("Телефон для кодів")
    await patient.taps("Змінити номер")
    assert "Крок 1 з 2" in patient.text


def _another(code: str) -> str:
    return f"{(int(code) + 1) % 10_000:04}"


async def test_number_is_changed_by_the_code(town: Town, patient: Patient) -> None:
    await _asks_to_change(town, patient, 1)
    await patient.says("067 111-22-33")
    assert "Крок 2 з 2" in patient.text
    code = await _code(town)
    await patient.says(code)
    assert "Готово. Номер змінено." in patient.text
    assert "+38067*****33" in patient.text
    assert NEW not in patient.everything
    assert "067 111-22-33" not in patient.everything
    assert code not in patient.everything
    await patient.taps("Особисті дані")
    assert "+38067*****33" in patient.text


async def test_wrong_number_is_explained_and_asked_for_again(town: Town, patient: Patient) -> None:
    await _asks_to_change(town, patient, 2)
    await patient.says("044 123 45 67")
    assert "Це стаціонарний телефон" in patient.text
    assert "Крок 1 з 2" in patient.text
    await patient.says("1234")
    assert "В українському номері 10 цифр" in patient.text


async def test_three_wrong_codes_end_the_code_and_another_is_sent(
    town: Town, patient: Patient
) -> None:
    await _asks_to_change(town, patient, 3)
    await patient.says("067 111 22 34")
    code = await _code(town)
    await patient.says("десь тут")
    assert "У коді 4 цифри" in patient.text
    await patient.says(_another(code))
    assert "Код не той. Можна спробувати ще 2 рази." in patient.text
    await patient.says(_another(code))
    assert "Код не той. Можна спробувати ще 1 раз." in patient.text
    await patient.says(_another(code))
    assert "Код тричі був не той" in patient.text
    await town.advance(minutes=1)
    await patient.taps("Надіслати код ще раз")
    assert "Крок 2 з 2" in patient.text
    await patient.says(await _code(town))
    assert "Готово. Номер змінено." in patient.text


async def test_code_that_is_too_old_is_sent_anew(town: Town, patient: Patient) -> None:
    await _asks_to_change(town, patient, 4)
    await patient.says("067 111 22 35")
    code = await _code(town)
    await town.advance(minutes=6)
    await patient.says(code)
    assert "Код уже не діє" in patient.text
    await patient.taps("Надіслати код ще раз")
    await patient.says(await _code(town))
    assert "Готово. Номер змінено." in patient.text


async def test_whoever_gives_up_changes_nothing(town: Town, patient: Patient) -> None:
    await _asks_to_change(town, patient, 5)
    await patient.says("067 111 22 36")
    await patient.taps("Не змінювати")
    assert "Номер лишився той самий" in patient.text


async def test_code_after_its_hour_is_waited_for_no_more(town: Town, patient: Patient) -> None:
    await _asks_to_change(town, patient, 5)
    await patient.says("067 111 22 37")
    await town.advance(minutes=61)
    await patient.says(await _code(town))
    assert "Зараз я не чекаю коду" in patient.text


async def test_code_nobody_waits_for_is_still_never_to_be_sent(patient: Patient) -> None:
    await patient.says("код 7391")
    assert "нікому" in patient.text.casefold() or "не кажіть" in patient.text.casefold()
