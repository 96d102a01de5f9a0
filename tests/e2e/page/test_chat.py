"""A person talks to the bot on the sandbox's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.async_api import expect

from tests.e2e.page.fake_sim import USER, message, said

if TYPE_CHECKING:
    from tests.e2e.page.fake_sim import FakeSim
    from tests.e2e.page.opened import Opened

pytestmark = pytest.mark.browser

MESSAGES = f"/sim/chats/{USER}/messages"
TAPS = f"/sim/chats/{USER}/taps"
GREETING = message(7, "Вітаю! <b>Чим допомогти?</b>")


async def test_newcomer_gets_a_chat_of_their_own_and_starts_it(
    sim: FakeSim, opened: Opened
) -> None:
    await opened.page.goto(opened.address)
    await opened.button("Почати").click()
    await expect(opened.bubble("/start")).to_be_visible()
    assert sim.bodies("POST", "/sim/users") == [{"first_name": "Оксана", "language_code": "uk"}]
    assert sim.bodies("POST", f"/sim/chats/{USER + 1}/messages") == [{"text": "/start"}]


async def test_newcomer_is_remembered_until_they_start_over(sim: FakeSim, opened: Opened) -> None:
    page = opened.page
    await page.goto(opened.address)
    await opened.button("Почати").wait_for()
    await page.reload()
    await opened.button("Почати").wait_for()
    assert len(sim.bodies("POST", "/sim/users")) == 1
    await opened.button("Дії з чатом").click()
    await opened.button("Почати з новою людиною").click()
    await expect(page.locator(".phone-time")).not_to_be_empty()
    assert len(sim.bodies("POST", "/sim/users")) == 2


async def test_address_with_a_user_opens_that_chat(sim: FakeSim, opened: Opened) -> None:
    sim.show(GREETING)
    await opened.chat()
    await expect(opened.bubble("Чим допомогти?")).to_be_visible()
    await expect(opened.bubble("Чим допомогти?").locator("b")).to_have_text("Чим допомогти?")
    assert sim.bodies("POST", "/sim/users") == []


async def test_unknown_user_is_told_to_start_over(opened: Opened) -> None:
    await opened.chat(user=999)
    await expect(opened.page.locator("#chat .trouble")).to_contain_text("Такого чату немає")
    opened.errors.clear()


async def test_enter_sends_and_shift_enter_starts_a_line(sim: FakeSim, opened: Opened) -> None:
    sim.show(GREETING)
    page = await opened.chat()
    field = page.get_by_label("Повідомлення боту")
    await field.press_sequentially("Добрий день")
    await field.press("Shift+Enter")
    await field.press_sequentially("Де мій лікар?")
    await field.press("Enter")
    await expect(opened.bubble("Де мій лікар?")).to_be_visible()
    await expect(field).to_have_value("")
    await field.press("Enter")
    assert sim.bodies("POST", MESSAGES) == [{"text": "Добрий день\nДе мій лікар?"}]


async def test_tap_names_the_button_and_its_message(sim: FakeSim, opened: Opened) -> None:
    sim.show(message(9, "Оберіть", buttons=[[{"text": "Меню", "callback_data": "m"}]]))
    await opened.chat()
    await opened.button("Меню").click()
    await expect(opened.button("Меню")).not_to_have_attribute("aria-busy", "true")
    assert sim.bodies("POST", TAPS) == [{"button": "Меню", "message_id": 9}]


async def test_edit_changes_the_message_in_place(sim: FakeSim, opened: Opened) -> None:
    sim.show(message(9, "Шукаю…"), message(10, "Друге"))
    page = await opened.chat()
    await expect(opened.bubble("Шукаю…")).to_be_visible()
    sim.show(message(9, "Знайдено", edited=True), message(10, "Друге"))
    await expect(page.locator(".message").first).to_contain_text("Знайдено")
    await expect(page.locator(".message").first).to_contain_text("змінено")
    await expect(page.locator(".message")).to_have_count(2)


async def test_focus_stays_on_the_button_when_its_message_is_edited(
    sim: FakeSim, opened: Opened
) -> None:
    sim.show(message(9, "Сторінка 1", buttons=[[{"text": "Далі", "callback_data": "2"}]]))
    await opened.chat()
    await opened.button("Далі").focus()
    sim.show(message(9, "Сторінка 2", buttons=[[{"text": "Ще далі", "callback_data": "3"}]]))
    await expect(opened.bubble("Сторінка 2")).to_be_visible()
    await expect(opened.button("Ще далі")).to_be_focused()


async def test_deleted_message_vanishes(sim: FakeSim, opened: Opened) -> None:
    sim.show(said(8, "8830-3875-8474-6820"), GREETING)
    await opened.chat()
    await expect(opened.bubble("8830")).to_be_visible()
    sim.show(said(8, "") | {"deleted": True}, GREETING)
    await expect(opened.page.locator(".message")).to_have_count(1)


async def test_typing_is_shown_while_the_bot_works(sim: FakeSim, opened: Opened) -> None:
    sim.show(GREETING)
    page = await opened.chat()
    sim.is_typing = True
    await expect(page.locator(".bot-state")).to_have_text("друкує…")
    sim.is_typing = False
    await expect(page.locator(".bot-state")).to_have_text("бот")


async def test_new_answers_to_taps_are_a_note_or_a_dialog(sim: FakeSim, opened: Opened) -> None:
    sim.show(GREETING)
    sim.alerts = [{"text": "Давнє", "show_alert": True, "at": "1"}]
    page = await opened.chat()
    await expect(opened.bubble("Чим допомогти?")).to_be_visible()
    note = {"text": "Збережено", "show_alert": False, "at": "2"}
    dialog = {"text": "Ця кнопка застаріла", "show_alert": True, "at": "3"}
    sim.alerts = [*sim.alerts, note, dialog]
    sim.version += 1
    await expect(page.locator(".toast")).to_have_text("Збережено")
    await expect(page.get_by_role("dialog")).to_contain_text("Ця кнопка застаріла")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("dialog")).to_have_count(0)


async def test_new_messages_are_announced_politely(sim: FakeSim, opened: Opened) -> None:
    sim.show(GREETING)
    page = await opened.chat()
    await expect(page.get_by_role("log", name="Повідомлення")).to_have_attribute(
        "aria-live", "polite"
    )
