"""Buttons under messages, and the keyboard at the bottom."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.async_api import expect

from tests.e2e.page.fake_sim import USER, message

if TYPE_CHECKING:
    from tests.e2e.page.fake_sim import FakeSim
    from tests.e2e.page.opened import Opened

pytestmark = pytest.mark.browser

MESSAGES = f"/sim/chats/{USER}/messages"
TAPS = f"/sim/chats/{USER}/taps"


async def test_copy_button_copies_and_says_so(sim: FakeSim, opened: Opened) -> None:
    copied = {"text": "Скопіювати номер", "copy_text": "8830-3875-8474-6820"}
    sim.show(message(9, "Ось номер", buttons=[[copied]]))
    page = await opened.chat()
    await opened.button("Скопіювати номер").click()
    await expect(page.locator(".toast")).to_have_text("Скопійовано: 8830-3875-8474-6820")
    assert await page.evaluate("navigator.clipboard.readText()") == "8830-3875-8474-6820"


async def test_link_button_opens_outside_without_telling_who_opened(
    sim: FakeSim, opened: Opened
) -> None:
    button = {"text": "Сайт", "url": "https://moz.gov.ua/"}
    sim.show(message(9, "Більше", buttons=[[button]]))
    page = await opened.chat()
    link = page.get_by_role("link", name="Сайт")
    await expect(link).to_have_attribute("href", "https://moz.gov.ua/")
    await expect(link).to_have_attribute("target", "_blank")
    await expect(link).to_have_attribute("rel", "noopener noreferrer")


async def test_disabled_button_takes_no_tap(sim: FakeSim, opened: Opened) -> None:
    sim.show(message(9, "Пізніше", buttons=[[{"text": "Продовжити", "disabled": True}]]))
    await opened.chat()
    await expect(opened.button("Продовжити")).to_be_disabled()


async def test_key_of_the_reply_keyboard_is_tapped(sim: FakeSim, opened: Opened) -> None:
    sim.show(message(9, "Меню"))
    sim.keyboard = [[{"text": "Моє направлення"}, {"text": "Запитати"}]]
    page = await opened.chat()
    async with page.expect_response(f"**{TAPS}"):
        await opened.button("Запитати").click()
    assert sim.bodies("POST", TAPS) == [{"button": "Запитати"}]


async def test_key_with_the_name_of_an_inline_button_is_said_instead(
    sim: FakeSim, opened: Opened
) -> None:
    sim.show(message(9, "Екран", buttons=[[{"text": "Меню", "callback_data": "m"}]]))
    sim.keyboard = [[{"text": "Меню"}]]
    page = await opened.chat()
    await page.locator(".reply-keyboard").get_by_role("button", name="Меню").click()
    await expect(page.locator(".message.user")).to_have_count(1)
    assert sim.bodies("POST", MESSAGES) == [{"text": "Меню"}]
    assert sim.bodies("POST", TAPS) == []


async def test_reply_keyboard_folds_and_comes_back_with_a_new_one(
    sim: FakeSim, opened: Opened
) -> None:
    sim.show(message(9, "Меню"))
    sim.keyboard = [[{"text": "Запитати"}]]
    await opened.chat()
    await opened.button("Згорнути клавіатуру").click()
    await expect(opened.button("Запитати")).to_be_hidden()
    await opened.button("Показати клавіатуру").click()
    await expect(opened.button("Запитати")).to_be_visible()
    await opened.button("Згорнути клавіатуру").click()
    sim.keyboard = [[{"text": "Назад"}]]
    sim.version += 1
    await expect(opened.button("Назад")).to_be_visible()
    sim.keyboard = []
    sim.version += 1
    await expect(opened.button("Згорнути клавіатуру")).to_be_hidden()
