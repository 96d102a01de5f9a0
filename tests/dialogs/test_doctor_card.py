"""The card of a doctor and of a facility: what it says, the map, sharing, links, what is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from aiohttp import web

from bot.domain.directory.records import Export
from tests.dialogs.clinics import KYIV_DOCTORS, a_country_of_doctors, looks_for, town_with_doctors

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.integration.db.directory.exports import Exports
    from tests.town import Patient, Town

ADULT, CHILD = "дорослого", "дитини до 18 років"
SHEVCHENKO = "1. Шевченко Оксана Петрівна"


@pytest.fixture
async def reader(seeker: Patient) -> Patient:
    """A person who looks at one doctor."""
    await looks_for(seeker, ADULT)
    await seeker.says("шевченко сихів")
    return await seeker.taps(SHEVCHENKO)


async def test_card_tells_all_that_is_known(reader: Patient) -> None:
    for words in (
        "Шевченко Оксана Петрівна\nСімейний лікар",
        "Вільних місць: 214 за даними на 24 листопада",
        "Клініка Вигадана\nАмбулаторія Сихів\nвул. Сихівська, 4, м. Львів",
        "пн–пт 8:00–20:00\nсб 9:00–13:00\nЗараз відчинено до 20:00.",
        "Телефон: +380503410870",
    ):
        assert words in reader.text
    assert reader.last.button("Скопіювати +380503410870")["copy_text"] == "+380503410870"
    assert "Це дані за" not in reader.text


async def test_other_places_of_the_same_doctor_are_offered(reader: Patient) -> None:
    assert "працює і в інших місцях" in reader.text
    await reader.taps("1. Амбулаторія Зимна Вода")
    assert "с. Зимна Вода, Львівський район, Львівська область" in reader.text
    assert "Години роботи запитайте телефоном" in reader.text
    assert "1. Амбулаторія Сихів" in reader.buttons
    await reader.taps("← Назад")
    assert SHEVCHENKO in reader.buttons


async def test_full_doctor_is_explained_and_can_be_watched(seeker: Patient) -> None:
    await looks_for(seeker, CHILD)
    await seeker.says("бондар")
    await seeker.taps("1. Бондар Марія Іванівна")
    assert "Вільних місць немає за даними на 24 листопада" in seeker.text
    assert "Лікар сам вирішує" in seeker.text
    assert "Місце проживання – не причина" in seeker.text
    await seeker.taps("🔔 Сповістити про вільне місце")
    assert "Стежити" in seeker.text


async def test_doctor_with_places_is_not_watched(reader: Patient) -> None:
    assert not [label for label in reader.buttons if label.startswith("🔔")]


async def test_unknown_places_are_said_to_be_unknown(seeker: Patient) -> None:
    await looks_for(seeker, ADULT)
    await seeker.says("мельник")
    await seeker.taps("1. Мельник Галина Юріївна")
    assert "Скільки вільних місць – невідомо" in seeker.text


async def test_hours_say_when_it_opens(seeker: Patient) -> None:
    await looks_for(seeker, ADULT)
    await seeker.says("авраменко")
    await seeker.taps("1. Авраменко Ірина Олегівна")
    assert "пн–пт 8:00–10:00, 14:00–18:00" in seeker.text
    assert "Зараз зачинено. Відчиниться сьогодні о 14:00." in seeker.text


async def test_place_is_shown_on_the_map(reader: Patient) -> None:
    await reader.taps("Показати на карті")
    assert reader.last.kind == "venue"
    assert reader.text == "Амбулаторія Сихів\nвул. Сихівська, 4, м. Львів"
    sent = [c for c in await reader.town.calls() if c["method"].casefold() == "sendvenue"][-1]
    assert float(sent["params"]["latitude"]) == pytest.approx(49.84)
    assert float(sent["params"]["longitude"]) == pytest.approx(24.03)
    await reader.taps("☰ Меню", on=reader.last)
    assert "Головне меню" in reader.text


async def test_card_is_shared_by_a_link_that_opens_it(reader: Patient) -> None:
    card = reader.text
    shared = parse_qs(urlsplit(reader.last.button("Поділитися")["url"]).query)
    link = urlsplit(shared["url"][0])
    assert link.netloc == "t.me"
    assert shared["text"] == ["Шевченко Оксана Петрівна"]
    friend = await reader.town.patient("Тарас")
    await friend.says(f"/start {parse_qs(link.query)['start'][0]}")
    assert friend.text == card
    await friend.taps("← Назад")
    assert "Кого шукаєте?" in friend.text


async def test_declaration_and_appointment_are_one_tap_away(reader: Patient) -> None:
    await reader.taps("Моя декларація")
    assert "🔐 Увійти" in reader.buttons, "whoever is not signed in signs in first"
    await reader.taps("Додати візит")
    assert "Який день?" in reader.text
    assert any("Сімейний лікар" in seen.text for seen in reader.from_bot)


async def test_facility_card(seeker: Patient) -> None:
    await looks_for(seeker, "заклад")
    await seeker.says("кардіолог вінниця")
    await seeker.taps("1. Поліклініка Вінниця")
    assert "Міська лікарня Вінниця\nПоліклініка Вінниця" in seeker.text
    assert "Тут приймають: кардіолог." in seeker.text
    assert "Моя декларація" not in seeker.buttons
    start = parse_qs(urlsplit(seeker.last.button("Поділитися")["url"]).query)["url"][0]
    await seeker.taps("Показати на карті")
    assert seeker.last.kind == "venue"
    await seeker.says(f"/start {start.partition('start=')[2]}")
    assert "Поліклініка Вінниця" in seeker.text


@pytest.mark.parametrize("link", ["doc-999999", "div-999999"])
async def test_link_to_what_is_gone_says_so(seeker: Patient, link: str) -> None:
    await seeker.says(f"/start {link}")
    assert "Цього вже немає в переліку" in seeker.text
    await seeker.taps("Новий пошук")
    assert "Кого шукаєте?" in seeker.text


@pytest.fixture
def exports() -> Exports:
    return a_country_of_doctors()


@pytest.fixture
async def own_doctors(tmp_path: Path, exports: Exports) -> AsyncIterator[Town]:
    """A town whose exports one test may change."""
    async with town_with_doctors(tmp_path, exports) as town:
        yield town


async def test_doctor_who_left_is_gone_from_lists_and_cards(
    own_doctors: Town, exports: Exports
) -> None:
    patient = await own_doctors.patient()
    await patient.says("/start")
    await looks_for(patient, ADULT)
    await patient.says("київ")
    listed = patient.last
    left = patient.buttons[0]
    exports.change(Export.EMPLOYEES, left.partition(". ")[2], status="DISMISSED")
    exports.date, exports.changed = "2026-11-30", {left.partition(". ")[2]}
    await own_doctors.advance(days=6)
    await patient.taps(left, on=listed)
    card = next(seen for seen in patient.messages if seen.id == listed.id)
    assert "Цього вже немає в переліку" in card.text
    await patient.taps("← Назад", on=card)
    page = next(seen for seen in patient.messages if seen.id == listed.id)
    assert f"Знайдено лікарів: {len(KYIV_DOCTORS) - 1}" in page.text
    assert left.partition(". ")[2] not in page.text


async def _refuse(_: web.Request) -> web.StreamResponse:
    return web.Response(status=503)


async def test_old_data_are_called_old(own_doctors: Town, exports: Exports) -> None:
    patient = await own_doctors.patient()
    await patient.says("/start")
    for export in Export:
        exports.failures[export] = _refuse
    await own_doctors.advance(days=4)
    await looks_for(patient, ADULT)
    await patient.says("коваль")
    await patient.taps("1. Коваль Андрій Степанович")
    assert "Це дані за 24 листопада 2026" in patient.text
    assert "уточніть телефоном" in patient.text
