"""The page on every screen, by keyboard, and the headers it is served with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import aiohttp
import pytest
from playwright.async_api import expect

from tests.e2e.page.fake_sim import USER, message, said
from tests.e2e.page.opened import DESKTOP, PHONE, SMALL_PHONE

if TYPE_CHECKING:
    from playwright.async_api import ViewportSize

    from tests.e2e.page.fake_sim import FakeSim
    from tests.e2e.page.opened import Opened

LONG = "Направлення" * 12
BANNER = "Пісочниця: усі люди, номери й заклади вигадані"


@pytest.fixture(autouse=True)
def chat(sim: FakeSim) -> None:
    key = {"text": "Показати в реєстратурі", "callback_data": "d"}
    sim.show(said(6, LONG), message(7, LONG, buttons=[[key, key], [key]]))
    sim.keyboard = [[{"text": "Моє направлення"}, {"text": "Мої нагадування"}]]
    sim.outbox = [{"to": "+380000000001", "channel": "sms", "text": LONG, "at": sim.now}]


@pytest.mark.browser
@pytest.mark.parametrize("size", [PHONE, SMALL_PHONE], ids=["390", "360"])
async def test_phone_shows_chat_or_world_and_never_scrolls_sideways(
    opened: Opened, size: ViewportSize
) -> None:
    await opened.page.set_viewport_size(size)
    page = await opened.chat()
    await expect(page.get_by_label("Повідомлення боту")).to_be_visible()
    await expect(page.get_by_text(BANNER)).to_be_visible()
    await expect(page.get_by_role("heading", name="Зовнішній світ")).to_be_hidden()
    assert await opened.overflow() <= 0
    await opened.button("Світ").click()
    await expect(page.get_by_label("Повідомлення боту")).to_be_hidden()
    for tab in ("Повідомлення", "Направлення", "Реєстратура", "Годинник", "Люди", "Збої"):
        await page.get_by_role("tab", name=tab).click()
        assert await opened.overflow() <= 0


@pytest.mark.browser
async def test_letter_sent_from_the_world_leads_back_to_the_chat(opened: Opened) -> None:
    await opened.page.set_viewport_size(PHONE)
    page = await opened.chat()
    await opened.button("Світ").click()
    await page.get_by_role("tab", name="Повідомлення").click()
    await opened.button("Надіслати").click()
    await expect(page.get_by_label("Повідомлення боту")).to_be_visible()
    await expect(page.locator(".message.user")).to_have_count(2)


@pytest.mark.browser
async def test_desktop_shows_both_with_the_chat_in_a_phone(opened: Opened) -> None:
    await opened.page.set_viewport_size(DESKTOP)
    page = await opened.chat()
    await expect(page.get_by_label("Повідомлення боту")).to_be_visible()
    await expect(page.locator(".clock-time")).to_be_visible()
    box = await page.locator("#chat").bounding_box()
    assert box is not None
    assert 400 <= box["width"] <= 420
    assert await opened.overflow() <= 0


@pytest.mark.browser
async def test_touch_targets_are_large(opened: Opened) -> None:
    await opened.page.set_viewport_size(PHONE)
    page = await opened.chat()
    await page.locator(".inline-keyboard").wait_for()
    heights = await page.locator("#chat button:visible, #tabbar button").evaluate_all(
        "all => all.map((node) => node.getBoundingClientRect().height)"
    )
    assert min(heights) >= 44


@pytest.mark.browser
async def test_everything_is_done_by_keyboard_alone(sim: FakeSim, opened: Opened) -> None:
    page = await opened.chat()
    await page.locator(".inline-keyboard").wait_for()
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await expect(page.get_by_label("Повідомлення боту")).to_be_focused()
    await page.keyboard.type("Добрий день")
    await page.keyboard.press("Enter")
    await expect(page.locator(".message.user")).to_have_count(2)
    await page.keyboard.press("Shift+Tab")
    await expect(opened.button("Додати до повідомлення")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(opened.button("Фото")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(opened.button("Фото")).to_be_hidden()
    await page.keyboard.press("Shift+Tab")
    async with page.expect_response("**/taps"):
        await page.keyboard.press("Enter")
    assert len(sim.bodies("POST", f"/sim/chats/{USER}/taps")) == 1
    await page.get_by_role("tab", name="Направлення").focus()
    await page.keyboard.press("ArrowRight")
    await expect(page.get_by_role("tab", name="Реєстратура")).to_be_focused()
    await expect(page.get_by_label("Номер направлення")).to_be_visible()


async def test_page_is_served_strictly_and_never_kept(address: str) -> None:
    expected = {
        "/": "text/html",
        "/page/css/chat.css": "text/css",
        "/page/js/main.js": "text/javascript",
        "/page/icon.svg": "image/svg+xml",
    }
    async with aiohttp.ClientSession() as client:
        for path, content_type in expected.items():
            async with client.get(address + path) as answer:
                assert answer.status == 200
                assert answer.content_type == content_type
                assert answer.headers["Cache-Control"] == "no-store"
                assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        for path in ("/page/__init__.py", "/page/../clock.py", "/page/"):
            async with client.get(address + path) as answer:
                assert answer.status == 404
