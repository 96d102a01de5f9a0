"""The outside world beside the chat."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.async_api import expect

from tests.e2e.page.fake_sim import USER, message

if TYPE_CHECKING:
    from tests.e2e.page.fake_sim import FakeSim
    from tests.e2e.page.opened import Opened

pytestmark = pytest.mark.browser

MESSAGES = f"/sim/chats/{USER}/messages"
NUMBER = "8830-3875-8474-6820"
DESK = f"/sim/desk/referrals/{NUMBER}"
MARIA = {
    "id": "p1",
    "last_name": "Вигадана",
    "first_name": "Марія",
    "second_name": "Іванівна",
    "birth_date": "2008-11-22",
    "tax_id": "3977385280",
    "special": "age_18",
}
PETRO = MARIA | {"id": "p2", "last_name": "Неіснуючий", "first_name": "Петро", "special": ""}


def referral(number: str = NUMBER, **more: Any) -> dict[str, Any]:
    row = {
        "number": number,
        "status": "active",
        "program_processing_status": "new",
        "category": "counselling",
        "expiration_date": "2027-10-02T23:59:59Z",
        "person_id": "p1",
        "label": "нове, консультація",
    }
    return row | more


@pytest.fixture(autouse=True)
def world(sim: FakeSim) -> None:
    sim.show(message(7, "Вітаю!"))
    sim.people = [MARIA, PETRO]
    sim.referrals = [
        referral(),
        referral("3908-6612-7045-5289", person_id="p2", label="дві послуги"),
        referral("3908-6612-7045-5289", person_id="p2", status="completed"),
    ]


async def test_referral_number_goes_to_the_chat_with_one_tap(sim: FakeSim, opened: Opened) -> None:
    page = await opened.chat()
    await opened.button(f"Надіслати в чат {NUMBER}").click()
    await expect(page.locator(".message.user")).to_contain_text(NUMBER)
    assert sim.bodies("POST", MESSAGES) == [{"text": NUMBER}]


async def test_services_under_one_number_are_one_row_with_every_state(opened: Opened) -> None:
    page = await opened.chat()
    rows = page.locator(".referral")
    await expect(rows).to_have_count(2)
    await expect(rows.nth(0)).to_contain_text("до 02.10.2027")
    await expect(rows.nth(0)).to_contain_text("Вигадана Марія Іванівна")
    await expect(rows.nth(1).locator(".state")).to_have_text(["Дійсне", "Послугу надано"])


async def test_referrals_are_found_by_person_and_by_state(opened: Opened) -> None:
    page = await opened.chat()
    await page.get_by_label("Знайти направлення").fill("неіснуючий")
    await expect(page.locator(".referral")).to_have_count(1)
    await page.get_by_label("Знайти направлення").fill("")
    await page.get_by_label("Стан", exact=True).select_option("Послугу надано")
    await expect(page.locator(".referral")).to_contain_text("3908-6612-7045-5289")


@pytest.mark.parametrize(
    ("button", "action"),
    [
        ("Взяти в роботу", "use"),
        ("Надати послугу", "complete"),
        ("Звільнити", "release"),
        ("Відкликати", "recall"),
        ("Надіслати ще раз", "resend"),
    ],
)
async def test_desk_acts_on_a_referral_and_shows_its_answer(
    sim: FakeSim, opened: Opened, button: str, action: str
) -> None:
    page = await opened.chat()
    await opened.button(f"Реєстратура {NUMBER}").click()
    await page.locator(".referral").first.get_by_role("button", name=button).click()
    await expect(page.locator(".referral .answer").first).to_contain_text("Взято в роботу")
    assert sim.bodies("POST", DESK) == [{"action": action}]


async def test_desk_takes_any_number_and_shows_a_refusal_in_words(
    sim: FakeSim, opened: Opened
) -> None:
    sim.desk_refusal = "Service request is expired"
    page = await opened.chat()
    await page.get_by_role("tab", name="Реєстратура").click()
    desk = page.get_by_role("tabpanel", name="Реєстратура вигаданого закладу")
    await desk.get_by_role("button", name="Взяти в роботу").click()
    await expect(desk.locator(".answer")).to_contain_text("Спершу впишіть номер")
    await desk.get_by_label("Номер направлення").fill(NUMBER)
    await desk.get_by_role("button", name="Взяти в роботу").click()
    await expect(desk.locator(".answer")).to_have_text(
        "Система відмовила: строк направлення минув."
    )
    assert sim.bodies("POST", DESK) == [{"action": "use"}]
    opened.errors.clear()


async def test_state_follows_what_the_desk_did(sim: FakeSim, opened: Opened) -> None:
    page = await opened.chat()
    first = page.locator(".referral").first
    await expect(first.locator(".services .state")).to_have_text("Дійсне")
    sim.referrals = [referral(program_processing_status="in_progress")]
    await opened.button(f"Реєстратура {NUMBER}").click()
    await first.get_by_role("button", name="Взяти в роботу").click()
    await expect(first.locator(".services .state")).to_have_text("Взято в роботу")
    await expect(first.get_by_role("button", name="Взяти в роботу")).to_be_focused()


async def test_overdue_referral_is_told_from_a_valid_one(sim: FakeSim, opened: Opened) -> None:
    sim.referrals = [referral(expiration_date="2026-11-21T23:59:59Z")]
    page = await opened.chat()
    await expect(page.locator(".services .state")).to_have_text("Строк минув")


async def test_text_of_a_letter_is_put_into_the_field_or_sent(
    sim: FakeSim, opened: Opened
) -> None:
    text = f"ЕСОЗ. Ваше електронне направлення {NUMBER}."
    sim.outbox = [{"to": "+380000000001", "channel": "viber", "text": text, "at": sim.now}]
    page = await opened.chat()
    await opened.button("Вставити в чат").click()
    field = page.get_by_label("Повідомлення боту")
    await expect(field).to_have_value(text)
    await expect(field).to_be_focused()
    await opened.button("Надіслати").first.click()
    await expect(page.locator(".message.user")).to_contain_text(NUMBER)


async def test_clock_is_read_in_words_and_moved(sim: FakeSim, opened: Opened) -> None:
    page = await opened.chat()
    await expect(page.locator(".clock-time")).to_have_text("17:42")
    await expect(page.locator(".clock-words")).to_contain_text("22 листопада 2026 року")
    await expect(page.locator(".clock-words")).to_contain_text("неділя, вечір")
    await opened.button("+1 година").click()
    await opened.button("+30 днів").click()
    await opened.button("Завтра вранці").click()
    await expect(page.locator(".clock-time")).to_have_text("08:00")
    await page.get_by_text("Своя дата").click()
    await page.get_by_label("Своя дата і час за Києвом").fill("2027-07-01T09:30")
    await opened.button("Перевести").click()
    await expect(page.locator(".clock-words")).to_contain_text("1 липня 2027 року")
    assert sim.bodies("POST", "/sim/clock") == [
        {"advance_seconds": 3600},
        {"advance_seconds": 2592000},
        {"set": "2026-11-23T06:00:00.000Z"},
        {"set": "2027-07-01T06:30:00.000Z"},
    ]


async def test_outages_are_made_and_mended(sim: FakeSim, opened: Opened) -> None:
    page = await opened.chat()
    await page.get_by_role("tab", name="Збої").click()
    await page.get_by_role("button", name="ЕСОЗ не відповідає").click()
    await expect(page.locator(".panel.chosen .answer")).to_have_text(
        "Зламано. ЕСОЗ не відповідає."
    )
    await opened.button("Полагодити все").click()
    await expect(page.locator(".panel.chosen .answer")).to_have_text("Усе знову справне.")
    drop = {"where": "esoz", "match": "", "kind": "drop", "times": 20}
    assert sim.bodies("POST", "/sim/faults") == [drop]
    assert sim.bodies("DELETE", "/sim/faults") == [None]


async def test_person_is_found_and_leads_to_their_referrals(opened: Opened) -> None:
    page = await opened.chat()
    await page.get_by_role("tab", name="Люди").click()
    await page.get_by_label("Знайти людину").fill("18 років")
    await expect(page.locator(".person")).to_contain_text("вік 18")
    await page.locator(".person").get_by_role("button", name="Направлення").click()
    await expect(page.locator(".referral")).to_contain_text(NUMBER)
