"""A signed-in patient's declarations: looking, the past, the printed form, and ending one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.signing_in import person, signs_in

if TYPE_CHECKING:
    from tests.town import Patient, Town

END, STEP_2 = "Припинити декларацію", "Далі, до кроку 2"
CARD, PRINT = "Картка лікаря", "Друкована форма"
TERMINATE = "terminate"


async def signed_in(town: Town, special: str, *, by: str = "") -> Patient:
    """A patient at the screen of their declaration, or of a ward's `by` whom they act."""
    patient, who = await town.patient(), await person(town, special)
    names = (who["last_name"], who["first_name"], who["second_name"], who["tax_id"])
    ward = " ".join(filter(None, names)) if by else ""
    signer = await person(town, by) if by else who
    await signs_in(patient, signer["id"], ward=ward)
    return await patient.says("декларація")


async def declarations(town: Town, special: str) -> list[dict[str, Any]]:
    """What ЕСОЗ has."""
    who = await person(town, special)
    token = await town.call("POST", "/sim/esoz/tokens", {"person_id": who["id"]})
    headers = {
        "Authorization": f"Bearer {token['value']}",
        "api-key": town.world.bot_settings(1)["ESOZ_API_KEY"],
    }
    url = f"{town.base}/esoz/api/pis/declarations"
    async with town.http.get(url, headers=headers) as answer:
        return list((await answer.json())["data"])


async def test_whoever_is_not_signed_in_is_led_to_the_sign_in(patient: Patient) -> None:
    await patient.taps("Декларація")
    assert "🔐 Увійти" in patient.buttons
    await patient.says("мій лікар")
    assert "🔐 Увійти" in patient.buttons
    await patient.says("/start declaration")
    assert "🔐 Увійти" in patient.buttons


async def test_declaration_in_force_is_shown_with_names_from_the_directory(town: Town) -> None:
    patient = await signed_in(town, "age_40")
    who = await person(town, "age_40")
    assert f"Ви дієте за себе: {who['first_name']}" in patient.text
    assert "Чинна\nВід " in patient.text
    assert "немає в довіднику" not in patient.text
    assert "Телефон:" in patient.text
    doctor = patient.text.split("\n\n")[2].split("\n")[0]
    await patient.taps(CARD)
    assert patient.text.startswith(doctor)
    assert "Моя декларація" in patient.buttons
    await patient.taps("Моя декларація")
    assert doctor in patient.text


async def test_past_declarations_are_listed_with_the_reason(town: Town) -> None:
    patient = await signed_in(town, "parent")
    await patient.taps("Усі декларації")
    assert "Усі декларації: 2" in patient.text
    assert "Чинна" in patient.text
    assert "Припинена" in patient.text
    assert "Причина: " in patient.text
    await patient.taps(next(label for label in patient.buttons if label.startswith("2. ")))
    assert "Номер: 000" in patient.text
    await patient.taps("← Назад")
    await patient.taps("← Назад")
    await patient.taps("Заяви")
    assert "Заяв на декларацію ще не було." in patient.text


async def test_whoever_has_none_is_told_whom_to_choose(town: Town) -> None:
    patient = await signed_in(town, "no_viber")
    assert "Чинної декларації немає." in patient.text
    assert "Дорослим – сімейний лікар або терапевт" in patient.text
    await patient.taps("Знайти лікаря")
    assert "Кого шукаєте?" in patient.text


async def test_declaration_ends_after_two_questions_and_a_doctor_is_offered(town: Town) -> None:
    patient = await signed_in(town, "guardian")
    await patient.taps(END)
    assert "Крок 1 з 2" in patient.text
    assert "Повернути її не можна" in patient.text
    assert "Перевірено" in patient.text
    await patient.taps(STEP_2)
    question = patient.last
    await patient.taps("Ні, залишити")
    assert "Чинна" in patient.text
    assert [one["status"] for one in await declarations(town, "guardian")] == ["active"]
    await patient.taps(END)
    await patient.taps(STEP_2)
    await patient.taps("Припинити: переїзд")
    assert "Готово. Декларацію припинено." in patient.text
    assert "Знайти лікаря" in patient.buttons
    [ended] = await declarations(town, "guardian")
    assert (ended["status"], ended["reason_description"]) == ("terminated", "Переїзд")
    await patient.taps("Моя декларація")
    assert "Чинної декларації немає." in patient.text
    await town.as_bot("sendMessage", chat_id=patient.id, text="?", reply_markup=_like(question))
    await patient.looks()
    await patient.taps("Припинити без причини")
    assert "Ця декларація вже не діє." in patient.text
    assert "Пояснення: «Переїзд»" in patient.text


async def test_order_that_was_lost_is_told_and_can_be_given_again(town: Town) -> None:
    patient = await signed_in(town, "age_40")
    await patient.taps(END)
    await patient.taps(STEP_2)
    await town.fault("esoz", "drop", match=TERMINATE, times=1)
    await patient.taps("Припинити без причини")
    assert "Декларація ще чинна." in patient.text
    await patient.taps("Спробувати знову")
    assert "Крок 2 з 2" in patient.text


async def test_silence_after_the_order_is_called_uncertain(town: Town) -> None:
    patient = await signed_in(town, "age_40")
    await patient.taps(END)
    await patient.taps(STEP_2)
    await town.fault("esoz", "500", match=TERMINATE, times=1)
    await town.fault("esoz", "500", match="declaration", times=40)
    await patient.taps("Припинити без причини")
    assert "не відповідає" in patient.text, "the declaration could not even be read before"
    town.world.faults.clear()
    await patient.taps("Спробувати ще раз")
    assert "Крок 2 з 2" in patient.text


async def test_seventeen_year_old_may_look_but_not_end(town: Town) -> None:
    patient = await signed_in(town, "age_17_without_document")
    assert "Чинна" in patient.text
    await patient.taps(END)
    assert "Ви можете переглядати, але ще не можете змінювати." in patient.text
    assert STEP_2 not in patient.buttons


async def test_parent_ends_the_declaration_of_a_child(town: Town) -> None:
    patient = await signed_in(town, "child_of_7", by="parent")
    assert "як довірена особа" in patient.text
    await patient.taps(END)
    await patient.taps(STEP_2)
    await patient.taps("Припинити: хочу іншого лікаря")
    assert "Готово. Декларацію припинено." in patient.text
    assert "як довірена особа" in patient.text


async def test_guardian_sees_the_declaration_of_a_ward(town: Town) -> None:
    patient = await signed_in(town, "incapable_adult", by="guardian")
    assert "Чинна" in patient.text
    await patient.taps("Усі декларації")
    assert "Усі декларації: 2" in patient.text


async def test_incapable_adult_who_acts_alone_is_told_who_may(town: Town) -> None:
    patient = await signed_in(town, "incapable_adult")
    await patient.taps(END)
    await patient.taps(STEP_2)
    await patient.taps("Припинити без причини")
    assert "опікун" in patient.text
    assert "Готово" not in patient.text


async def test_person_who_is_not_verified_is_told_what_to_do(town: Town) -> None:
    patient = await signed_in(town, "not_verified")
    await patient.taps(END)
    await patient.taps(STEP_2)
    await patient.taps("Припинити без причини")
    assert "державних реєстрах" in patient.text
    await patient.says("моя декларація")
    assert "Чинна" in patient.text


async def test_declaration_of_another_person_of_the_chat_is_not_shown(town: Town) -> None:
    patient = await signed_in(town, "parent")
    await patient.taps(PRINT)
    old = _like(patient.last)
    await signs_in(patient, (await person(town, "guardian"))["id"])
    await town.as_bot("sendMessage", chat_id=patient.id, text="?", reply_markup=old)
    await patient.looks()
    await patient.taps("Надіслати файл")
    assert "Не знаходжу цієї декларації." in patient.text
    assert not [one for one in patient.messages if one.kind == "document"]


async def test_doctor_whom_the_directory_does_not_know_is_shown_honestly(
    doctors_town: Town,
) -> None:
    patient = await signed_in(doctors_town, "age_40")
    assert "Імені лікаря немає в довіднику" in patient.text
    assert "Чинна" in patient.text
    assert CARD not in patient.buttons


async def test_printed_form_is_a_file_that_leaves_the_chat(own_town: Town) -> None:
    patient = await signed_in(own_town, "age_40")
    await patient.taps(PRINT)
    assert "У друкованій формі є особисті дані" in patient.text
    await patient.taps("Надіслати файл")
    [file] = [one for one in patient.messages if one.kind == "document"]
    assert "я приберу її за 10 хвилин" in file.text
    await own_town.advance(minutes=11)
    await patient.looks()
    assert not [one for one in patient.messages if one.kind == "document"]


def _like(message: Any) -> dict[str, Any]:
    """The same buttons once more, as an old message keeps them."""
    rows = message.raw["buttons"]
    return {
        "inline_keyboard": [
            [{key: one[key] for key in ("text", "callback_data")} for one in row] for row in rows
        ]
    }
