"""Real questions in patients' own words land on the right screen; doubt is said aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.content import topics, trees

if TYPE_CHECKING:
    from tests.town import Patient

LINES = "Загроза життю? Телефонуйте 103"
NOT_IT = "Це не так"


def title(slug: str) -> str:
    return topics()[slug].title.uk


QUESTIONS = {
    "вимагають паперове направлення": title("paper-demanded"),
    "требуют бумажное направление": title("paper-demanded"),
    "не пришло смс": title("no-message"),
    "загубила номер направлення": title("lost-number"),
    "кажуть що моє направлення вже використане": title("used"),
    "скільки діє направлення": title("ref-how-long"),
    "сколько действует направление": title("ref-how-long"),
    "до яких лікарів можна без направлення": title("no-referral-list"),
    "як змінити сімейного лікаря": title("decl-change"),
    "мсек": title("eco-assessment"),
    "мені дзвонили і просили код, перереєстрація якась": title("scam-rereg"),
    "скринінг здоров'я 40+": title("scr-what"),
    "щеплення від кору": title("vac-measles"),
    "як поскаржитися на лікаря": title("complaint"),
    "пише особа не верифікована": title("req-not-verified"),
    "чи безпечно підписувати тут": title("sig-safe"),
    "який електронний підпис підійде": title("sig-which"),
    "лежу в лікарні треба направлення на узі тут же?": title("ref-inpatient"),
    "скільки діє електронний рецепт": title("rx-valid"),
    "черга на ендопротезування": title("ref-joint"),
    "чи потрібне направлення до гінеколога": title("nr-gynaecologist"),
    "чи треба направлення до нарколога": title("nr-addiction"),
    "я переселенка де мені взяти лікаря": title("decl-displaced"),
    "урядова гаряча лінія": title("line-government"),
    "як зрозуміти чи треба мені направлення": trees()["need-referral"].title.uk,
    "перевірте статус мого направлення": "Надішліть номер. Або вставте все повідомлення",
    "покажи мої візити": "Візитів поки немає",
    "вимкніть нагадування": "Я більше не писатиму вам першим",
    "видалити все про мене": "Видалити все, що про вас зберігається?",
    "поменять язык": "Оберіть мову",
    "номери телефонів допомоги": LINES,
}


@pytest.mark.parametrize(("said", "shown"), QUESTIONS.items(), ids=QUESTIONS)
async def test_question_lands_on_its_screen(patient: Patient, said: str, shown: str) -> None:
    await patient.says(said)
    assert shown in patient.text


async def test_two_equally_good_meanings_are_asked_about(patient: Patient) -> None:
    await patient.says("нет мобильного телефона")
    assert patient.text.startswith("Ви про…?")
    await patient.taps(topics()["msg-no-phone"].short.uk)
    assert patient.text.startswith(title("msg-no-phone"))


async def test_what_is_not_understood_is_said_with_whom_to_call(patient: Patient) -> None:
    await patient.says("як приготувати борщ із буряком")
    assert "не зрозумів" in patient.text
    assert "0 800 505 201" in patient.text
    assert "Зараз працює" in patient.text or "Зараз не працює" in patient.text
    assert "☰ Меню" in patient.buttons


async def test_wrong_answer_can_be_told_in_one_tap(patient: Patient) -> None:
    await patient.says("вимагають паперове направлення")
    await patient.taps(NOT_IT)
    assert "я це врахую" in patient.text
    assert any(title("paper-demanded") in seen.text for seen in patient.messages)


async def test_question_is_heard_where_a_number_was_asked_for(patient: Patient) -> None:
    await patient.taps("Моє направлення")
    await patient.says("загубила номер направлення")
    assert patient.text.startswith(title("lost-number"))


async def test_question_is_heard_where_a_doctor_was_asked_for(seeker: Patient) -> None:
    await seeker.says("невролог львів")
    await seeker.says("вимагають паперове направлення")
    assert seeker.text.startswith(title("paper-demanded"))


async def test_search_begins_with_doctor_and_place_and_keeps_the_day(seeker: Patient) -> None:
    await seeker.says("запишіть мене до лора у Львові на вівторок")
    assert "Сам я до лікаря не записую" in seeker.text
    assert "1 грудня, вівторок" in seeker.text
    assert "Шукаю: " in seeker.text
    assert "Львів" in seeker.text
    await seeker.taps(next(text for text in seeker.buttons if text.startswith("1")))
    await seeker.taps("Додати візит")
    assert "1 грудня 2026 року" in seeker.text
    assert "О котрій?" in seeker.text


async def test_doctor_without_a_place_is_asked_where(seeker: Patient) -> None:
    await seeker.says("шукаю кардіолога")
    assert "Кардіолог" in seeker.text
    assert "Напишіть місто" in seeker.text
