"""Looking for doctors and facilities: the doors, and every kind of line to its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.dialogs.clinics import KYIV_DOCTORS, NEAR_LVIV, looks_for

if TYPE_CHECKING:
    from tests.town import Patient

ADULT, CHILD = "дорослого", "дитини до 18 років"
SHEVCHENKO = "1. Шевченко Оксана Петрівна"


async def test_section_asks_whom_and_for_whom(seeker: Patient) -> None:
    await seeker.taps("Знайти лікаря")
    assert seeker.buttons[:2] == ["Лікар для декларації", "Заклад за направленням"]
    await seeker.taps("Лікар для декларації")
    assert "Для кого лікар?" in seeker.text
    await seeker.taps("Для дорослого")
    assert "Напишіть прізвище, місто, заклад – усе одним рядком" in seeker.text
    await seeker.taps("← Назад")
    await seeker.taps("← Назад")
    assert "Кого шукаєте?" in seeker.text
    await seeker.taps("☰ Меню", on=seeker.last)
    assert "Головне меню" in seeker.text


QUERIES = {
    "name": "шевченко",
    "name and place": "шевченко львів",
    "any order": "львів оксана шевченко",
    "speciality, place, district": "сімейний львів сихів шевченко",
    "facility": "амбулаторія сихів шевченко",
    "typo": "шевчнко львів",
    "keyboard layout": "itdxtyrj kmdsd",
    "latin": "shevchenko lviv",
    "russian": "шевченко львов",
    "initials": "Шевченко О.П.",
}


@pytest.mark.parametrize("line", QUERIES.values(), ids=QUERIES)
async def test_doctor_is_found_however_the_line_is_typed(seeker: Patient, line: str) -> None:
    await looks_for(seeker, ADULT)
    await seeker.says(line)
    assert SHEVCHENKO in seeker.buttons
    assert "сімейний лікар, м. Львів, Амбулаторія Сихів" in seeker.text
    assert "вільні місця: 214" in seeker.text
    assert "Вільні місця – за даними на 24 листопада" in seeker.text


async def test_what_was_understood_is_shown(seeker: Patient) -> None:
    await looks_for(seeker, CHILD)
    await seeker.says("педіатр львів")
    assert "Шукаю: педіатр, Львів" in seeker.text
    assert "1. Бондар Марія Іванівна" in seeker.buttons
    assert "місць немає" in seeker.text


async def test_age_decides_which_specialities_are_offered(seeker: Patient) -> None:
    await looks_for(seeker, ADULT)
    await seeker.says("львів")
    assert "Коваль" in seeker.text
    assert "Бондар" not in seeker.text
    await looks_for(seeker, CHILD)
    await seeker.says("львів")
    assert "Бондар" in seeker.text
    assert "Коваль" not in seeker.text


async def test_unknown_number_of_places_is_not_made_up(seeker: Patient) -> None:
    await looks_for(seeker, ADULT)
    await seeker.says("мельник")
    row = seeker.text.partition("Мельник")[2].partition("\n\n")[0]
    assert "місц" not in row


async def test_next_line_is_a_new_search(seeker: Patient) -> None:
    await looks_for(seeker, ADULT)
    await seeker.says("шевченко")
    await seeker.says("коваль")
    assert "1. Коваль Андрій Степанович" in seeker.buttons


async def test_guess_is_called_a_guess(seeker: Patient) -> None:
    await looks_for(seeker, ADULT)
    await seeker.says("шевченко хмельницький")
    assert "Точно такого немає. Найближче:" in seeker.text
    assert SHEVCHENKO in seeker.buttons
    assert "лише прізвище або лише місто" in seeker.text


async def test_nothing_found_says_how_to_look_wider(seeker: Patient) -> None:
    await looks_for(seeker, ADULT)
    await seeker.says("щжхцфюь")
    assert "Нічого не знайдено" in seeker.text
    assert "Спробуйте так" in seeker.text
    assert seeker.last.button("Скопіювати 16-77")["copy_text"] == "1677"
    await seeker.taps("Новий пошук")
    assert "Кого шукаєте?" in seeker.text


@pytest.mark.parametrize(
    ("whom", "line", "says", "button"),
    [
        (ADULT, "педіатр львів", "Педіатр приймає дітей", "Лікар для дитини"),
        (CHILD, "терапевт львів", "Терапевт приймає дорослих", "Лікар для дорослого"),
        (ADULT, "кардіолог вінниця", "за направленням", "Заклад за направленням"),
    ],
)
async def test_speciality_in_the_wrong_place_is_shown_the_right_one(
    seeker: Patient, whom: str, line: str, says: str, button: str
) -> None:
    await looks_for(seeker, whom)
    await seeker.says(line)
    assert says in seeker.text
    await seeker.taps(button)
    await seeker.says(line)
    assert says not in seeker.text
    assert "Шукаю" in seeker.text


async def test_nearest_come_first_with_their_distance(seeker: Patient) -> None:
    await looks_for(seeker, ADULT)
    await seeker.taps("📍 Шукати поруч зі мною")
    assert seeker.keyboard[0] == "📍 Надіслати моє місце"
    assert "☰ Меню" in seeker.keyboard
    await seeker.sends(location=NEAR_LVIV)
    assert "📍 Надіслати моє місце" not in seeker.keyboard
    sykhiv, village = seeker.text.index("Амбулаторія Сихів"), seeker.text.index("Зимна Вода")
    assert sykhiv < village
    assert "менше ніж 1 км" in seeker.text
    assert "10 км" in seeker.text[village:]
    assert "Поділ" not in seeker.text


async def test_words_are_as_good_as_a_location(seeker: Patient) -> None:
    await looks_for(seeker, ADULT)
    await seeker.taps("📍 Шукати поруч зі мною")
    await seeker.says("львів")
    assert "📍 Надіслати моє місце" not in seeker.keyboard
    assert SHEVCHENKO in seeker.buttons


async def test_location_by_the_paperclip_is_taken(seeker: Patient) -> None:
    await looks_for(seeker, CHILD)
    await seeker.sends(location=NEAR_LVIV)
    assert seeker.buttons[0] == "1. Бондар Марія Іванівна"
    assert "менше ніж 1 км" in seeker.text


async def test_location_that_nobody_asked_for_opens_a_way(seeker: Patient) -> None:
    await seeker.sends(location=NEAR_LVIV)
    assert "Я можу шукати поруч із вами" in seeker.text
    await seeker.taps("Обрати")
    assert "Кого шукаєте?" in seeker.text


async def test_facility_is_found_by_service_and_place(seeker: Patient) -> None:
    await looks_for(seeker, "заклад")
    await seeker.says("кардіолог вінниця")
    assert "Знайдено закладів: 1" in seeker.text
    assert "1. Поліклініка Вінниця" in seeker.buttons
    assert "Закрита" not in seeker.text


async def test_facility_is_found_by_a_chosen_speciality(seeker: Patient) -> None:
    await looks_for(seeker, "заклад")
    await seeker.taps("Кардіолог")
    assert "Напишіть місто, район або назву закладу" in seeker.text
    await seeker.says("вінниця")
    assert "1. Поліклініка Вінниця" in seeker.buttons
    await seeker.says("львів")
    assert "Нічого не знайдено" in seeker.text


async def test_facility_is_found_nearby(seeker: Patient) -> None:
    await looks_for(seeker, "заклад")
    await seeker.sends(location=NEAR_LVIV)
    assert seeker.buttons[:2] == ["1. Амбулаторія Сихів", "2. Амбулаторія Зимна Вода"]
    assert "Зараз відчинено до 20:00" in seeker.text


async def test_words_of_the_menu_and_numbers_come_before_the_search(seeker: Patient) -> None:
    await looks_for(seeker, ADULT)
    await seeker.says("02CX-K1AM-8E84-9TTO")
    assert "02CX" in seeker.text
    await seeker.says("меню")
    assert "Головне меню" in seeker.text
    await seeker.says("шевченко")
    assert "не зрозумів" in seeker.text


async def test_a_clear_search_needs_no_section(seeker: Patient) -> None:
    await seeker.says("педіатр львів")
    assert "1. Бондар Марія Іванівна" in seeker.buttons
    await seeker.says("/menu")
    await seeker.says("Кардіолог Вінниця")
    assert "1. Поліклініка Вінниця" in seeker.buttons


@pytest.mark.parametrize("label", ["Лікар для декларації", "a doctor for a declaration"])
async def test_labels_can_be_typed(seeker: Patient, label: str) -> None:
    await seeker.says(label)
    assert "Для кого лікар?" in seeker.text
    await seeker.says("заклад за направленням")
    assert "Оберіть спеціаліста" in seeker.text


async def test_english_patient_is_answered_in_english(seeker: Patient) -> None:
    await seeker.says("/settings")
    await seeker.taps("English")
    await seeker.says("/doctor")
    await seeker.taps("A doctor for a declaration")
    await seeker.taps("For an adult")
    await seeker.says("shevchenko lviv")
    assert "free places: 214" in seeker.text
    await seeker.taps(SHEVCHENKO)
    assert "Family doctor" in seeker.text
    assert "Mon–Fri 8:00–20:00" in seeker.text


async def test_without_a_directory_the_section_explains(guide_patient: Patient) -> None:
    await guide_patient.taps("Знайти лікаря")
    assert "Як знайти лікаря" in guide_patient.text
    await guide_patient.says("педіатр львів")
    assert "Як знайти лікаря" in guide_patient.text


async def test_a_long_list_comes_in_pages(seeker: Patient) -> None:
    await looks_for(seeker, ADULT)
    await seeker.says("київ")
    assert f"Знайдено лікарів: {len(KYIV_DOCTORS)}" in seeker.text
    assert "1 з 3" in seeker.buttons


async def test_doctors_of_the_sandbox_are_found(patient: Patient) -> None:
    everyone = (await patient.town.call("GET", "/sim/doctors"))["doctors"]
    someone = next(one for one in everyone if one["speciality"] == "FAMILY_DOCTOR")
    await looks_for(patient, ADULT)
    await patient.says(f"{someone['first_name']} {someone['last_name']} {someone['settlement']}")
    assert f"{someone['last_name']} {someone['first_name']}" in patient.text
    await patient.taps(patient.buttons[0])
    assert "Сімейний лікар" in patient.text
