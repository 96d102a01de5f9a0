"""The number as a picture for the reception desk, and the number taken out of the chat."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import segno
from PIL import Image

if TYPE_CHECKING:
    from tests.town import Patient, Seen

NUMBER = "02CX-K1AM-8E84-9TTO"
QR_BOX = (190, 60, 710, 580)  # left, top, right, bottom, in pixels
DIGITS_BOX = (0, 600, 900, 960)
MIDDLE_GREY = 128


async def _picture(patient: Patient, photo: Seen) -> Image.Image:
    return Image.open(BytesIO(await patient.town.file(photo.raw["file"]["url"])))


async def test_picture_holds_the_number_as_qr(patient: Patient) -> None:
    await patient.says(NUMBER)
    await patient.taps("Показати в реєстратурі")
    picture = await _picture(patient, patient.last)
    code = segno.make_qr(NUMBER, error="m")
    matrix = [list(row) for row in code.matrix_iter(border=2)]
    drawn = picture.convert("L").crop(QR_BOX)
    step = drawn.width / len(matrix)
    read = [
        [_is_dark(drawn, (column + 0.5) * step, (row + 0.5) * step) for column in range(len(line))]
        for row, line in enumerate(matrix)
    ]
    assert read == [[bool(cell) for cell in line] for line in matrix]


def _is_dark(picture: Image.Image, left: float, top: float) -> bool:
    value = picture.getpixel((int(left), int(top)))
    assert isinstance(value, int)
    return value < MIDDLE_GREY


async def test_picture_shows_large_digits_under_the_qr(patient: Patient) -> None:
    await patient.says(NUMBER)
    await patient.taps("Показати в реєстратурі")
    picture = (await _picture(patient, patient.last)).convert("L")
    ink = picture.crop(DIGITS_BOX).point(lambda value: 255 if value < MIDDLE_GREY else 0).getbbox()
    assert ink, "nothing is written under the code"
    assert ink[2] - ink[0] > picture.width / 2, "the digits are as wide as half the picture"


async def test_picture_has_the_number_in_words_and_can_be_copied(patient: Patient) -> None:
    await patient.says(NUMBER)
    await patient.taps("Показати в реєстратурі")
    photo = patient.last
    assert photo.kind == "photo"
    assert NUMBER in photo.text
    assert photo.button("Скопіювати номер")["copy_text"] == NUMBER


async def test_answer_stays_above_the_picture(patient: Patient) -> None:
    await patient.says(NUMBER)
    answer = patient.last
    await patient.taps("Показати в реєстратурі")
    assert answer.text in patient.everything


async def test_menu_opens_below_the_picture(patient: Patient) -> None:
    await patient.says(NUMBER)
    await patient.taps("Показати в реєстратурі")
    photo = patient.last
    await patient.taps("☰ Меню", on=photo)
    assert "Головне меню" in patient.text
    assert photo.id in {seen.id for seen in patient.messages}


async def test_number_is_removed_with_everything_that_holds_it(patient: Patient) -> None:
    said = await patient.says(f"Ваше направлення {NUMBER}. Дякуємо!")
    origin = next(seen for seen in said.messages if NUMBER in seen.text)
    answer = patient.last
    await patient.taps("Показати в реєстратурі")
    photo = patient.last
    await patient.taps("Перевірити ще раз", on=answer)
    await patient.taps("Прибрати номер із чату", on=answer)
    left = {seen.id for seen in patient.messages}
    assert not left & {origin.id, answer.id, photo.id}
    assert "02CX" not in patient.everything
    assert "Прибрано з чату" in patient.text
    assert "☰ Меню" in patient.buttons


async def test_number_can_be_removed_by_the_button_of_the_picture(patient: Patient) -> None:
    await patient.says(NUMBER)
    await patient.taps("Показати в реєстратурі")
    await patient.taps("Прибрати номер із чату", on=patient.last)
    assert "02CX" not in patient.everything


async def test_other_numbers_stay_when_one_is_removed(patient: Patient) -> None:
    await patient.says(NUMBER)
    first = patient.last
    await patient.says("8830-3875-8474-6820")
    second = patient.last
    await patient.taps("Прибрати номер із чату", on=first)
    assert "02CX" not in patient.everything
    assert second.id in {seen.id for seen in patient.messages}
    assert "8830-3875-8474-6820" in patient.everything


async def test_removal_survives_a_message_that_the_patient_deleted(patient: Patient) -> None:
    await patient.says(NUMBER)
    said = next(seen for seen in patient.messages if seen.text == NUMBER)
    answer = patient.last
    await patient.deletes(said)
    await patient.taps("Прибрати номер із чату", on=answer)
    assert "Прибрано з чату" in patient.text


async def test_after_48_hours_the_patient_is_told_what_telegram_does_not_allow(
    own_patient: Patient,
) -> None:
    await own_patient.says(NUMBER)
    answer = own_patient.last
    await own_patient.town.advance(hours=49)
    await own_patient.taps("Прибрати номер із чату", on=answer)
    assert "48 годин" in own_patient.text
    assert "Прибрано з чату" not in own_patient.text
    assert answer.id in {seen.id for seen in own_patient.messages}


async def test_second_tap_on_removal_is_answered_too(patient: Patient) -> None:
    await patient.says(NUMBER)
    answer = patient.last
    await patient.taps("Прибрати номер із чату", on=answer)
    await patient.taps("☰ Меню")
    assert "Головне меню" in patient.text
