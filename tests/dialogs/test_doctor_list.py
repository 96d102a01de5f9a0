"""A list of doctors: pages that stay, filters, coming back, and a list that is gone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.dialogs.clinics import (
    KYIV_DOCTORS,
    a_country_of_doctors,
    looks_for,
    town_with_doctors,
)

if TYPE_CHECKING:
    from pathlib import Path

    from tests.town import Patient

ADULT = "дорослого"


@pytest.fixture
async def reader(seeker: Patient) -> Patient:
    """A person who looks at the doctors of Kyiv."""
    await looks_for(seeker, ADULT)
    return await seeker.says("київ")


def rows(patient: Patient) -> list[str]:
    return [label for label in patient.buttons if re.match(r"\d+\. ", label)]


async def test_pages_lead_through_all_doctors_and_back(reader: Patient) -> None:
    first = rows(reader)
    assert "←" not in reader.buttons
    await reader.taps("→")
    assert "2 з 3" in reader.buttons
    second = rows(reader)
    assert second[0].startswith("6. ")
    await reader.taps("→")
    assert "→" not in reader.buttons
    seen = [label.partition(". ")[2] for label in (*first, *second, *rows(reader))]
    assert sorted(seen) == sorted(KYIV_DOCTORS)
    await reader.taps("←")
    assert rows(reader) == second


async def test_coming_back_from_a_card_is_to_the_same_page(reader: Patient) -> None:
    await reader.taps("→")
    second = rows(reader)
    await reader.taps(second[2])
    assert second[2].partition(". ")[2] in reader.text
    await reader.taps("← Назад")
    assert rows(reader) == second
    assert "2 з 3" in reader.buttons


async def test_page_is_turned_in_place(reader: Patient) -> None:
    messages = len(reader.messages)
    await reader.taps("→")
    await reader.taps("2 з 3")
    assert len(reader.messages) == messages


async def test_new_search_leaves_older_lists_as_they_were(reader: Patient) -> None:
    older = reader.last
    await reader.says("львів")
    await reader.taps("→", on=older)
    page = next(seen for seen in reader.messages if seen.id == older.id)
    assert "2 з 3" in page.buttons


async def test_filters_show_how_many_will_be_left(reader: Patient) -> None:
    await reader.taps("Фільтри")
    half = len(KYIV_DOCTORS) // 2
    assert f"Є вільні місця ({half})" in reader.buttons
    assert "Зараз відчинено (0)" in reader.buttons  # a break from 10 to 14
    assert "Чоловік (0)" in reader.buttons
    await reader.taps(f"Є вільні місця ({half})")
    assert f"✓ Є вільні місця ({half})" in reader.buttons
    await reader.taps(f"Показати: {half}")
    assert "місць немає" not in reader.text
    assert "Фільтри: є вільні місця" in reader.text
    await reader.taps("→")
    assert "2 з 2" in reader.buttons
    await reader.taps(rows(reader)[0])
    await reader.taps("← Назад")
    assert "2 з 2" in reader.buttons


async def test_filters_can_be_taken_away(reader: Patient) -> None:
    await reader.taps("Фільтри")
    await reader.taps("Чоловік (0)")
    await reader.taps("Показати: 0")
    assert "З такими фільтрами нікого немає" in reader.text
    await reader.taps("Фільтри")
    await reader.taps("✓ Чоловік (0)")
    await reader.taps("← Назад")
    assert f"Знайдено лікарів: {len(KYIV_DOCTORS)}" in reader.text


async def test_woman_and_man_put_each_other_out(seeker: Patient) -> None:
    await looks_for(seeker, ADULT)
    await seeker.says("львів")
    await seeker.taps("Фільтри")
    await seeker.taps("Жінка (1)")
    await seeker.taps("Чоловік (1)")
    assert "✓ Чоловік (1)" in seeker.buttons
    assert "Жінка (1)" in seeker.buttons


async def test_filters_of_hours(seeker: Patient) -> None:
    await looks_for(seeker, ADULT)
    await seeker.says("шевченко")
    await seeker.taps("Фільтри")
    for label in ("Зараз відчинено (1)", "Працює в суботу (1)", "Працює після 18:00 (1)"):
        assert label in seeker.buttons


async def test_facilities_have_the_filters_of_places_only(seeker: Patient) -> None:
    await looks_for(seeker, "заклад")
    await seeker.says("львів")
    await seeker.taps("Фільтри")
    assert "Працює в суботу (1)" in seeker.buttons
    assert not [label for label in seeker.buttons if "Жінка" in label or "вільні" in label]


async def test_list_of_another_patient_cannot_be_opened(reader: Patient) -> None:
    taken = next(data for data in reader.last.callbacks if data.startswith("found1:"))
    other = await reader.town.patient("Тарас")
    await other.says("/start")
    button = [[{"text": "чужий список", "callback_data": taken}]]
    markup = {"inline_keyboard": button}
    await reader.town.as_bot("sendMessage", chat_id=other.id, text="…", reply_markup=markup)
    await other.looks()
    await other.taps("чужий список")
    assert "Цього списку вже немає" in other.text


async def test_forgetting_takes_the_lists_away(reader: Patient) -> None:
    listed = reader.last
    await reader.says("/delete_my_data")
    await reader.taps("Так, видалити")
    await reader.taps("→", on=listed)
    gone = next(seen for seen in reader.messages if seen.id == listed.id)
    assert "Цього списку вже немає" in gone.text
    await reader.taps("Новий пошук", on=gone)
    assert "Кого шукаєте?" in next(s for s in reader.messages if s.id == listed.id).text


async def test_list_is_kept_for_seven_days(tmp_path: Path) -> None:
    async with town_with_doctors(tmp_path, a_country_of_doctors()) as town:
        patient = await town.patient()
        await patient.says("/start")
        await looks_for(patient, ADULT)
        await patient.says("київ")
        await town.advance(days=6)
        await patient.taps("→")
        assert "2 з 3" in patient.buttons
        await town.advance(days=1, hours=1)
        await patient.taps("→")
        assert "Цього списку вже немає" in patient.text
