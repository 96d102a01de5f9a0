"""An operator at work in Chromium: by the keyboard, without JavaScript, with every aid."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.async_playwright import Axe

from tests.e2e.page.opened import DESKTOP
from tests.e2e.sign.test_every_page import NARROW, RULES
from tests.hotline_desk import PASSWORD

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from playwright.async_api import Browser, Page


async def _page(chromium: Browser, *, java_script_enabled: bool = True) -> Page:
    context = await chromium.new_context(locale="uk-UA", java_script_enabled=java_script_enabled)
    page = await context.new_page()
    page.set_default_timeout(30_000)
    return page


async def test_call_is_answered_with_the_keyboard_alone(hotline: str, chromium: Browser) -> None:
    page = await _page(chromium)
    await page.goto(hotline)
    await page.keyboard.type("вимагають пап")
    await page.locator("#found a").first.wait_for()
    assert await page.locator("#said").inner_text() != ""
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("ArrowUp")
    outline = await page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
    assert outline == "3px", "the chosen row is to be seen"
    await page.keyboard.press("Enter")
    await page.get_by_role("heading", name="Від вас вимагають папір", level=1).wait_for()
    await page.keyboard.press("/")
    await page.get_by_role("heading", name="Про що питає людина?").wait_for()
    await page.keyboard.type("301")
    await page.locator("#found").get_by_text("Вас відправляють до сімейного лікаря").wait_for()
    await page.keyboard.press("Enter")
    await page.get_by_text("3 – 0 – 1").wait_for()


async def test_escape_begins_anew(hotline: str, chromium: Browser) -> None:
    page = await _page(chromium)
    await page.goto(hotline)
    await page.keyboard.type("301")
    await page.locator("#found a").first.wait_for()
    assert not await page.locator("#all").is_visible()
    await page.keyboard.press("Escape")
    await page.locator("#all").wait_for()
    assert await page.locator("#q").input_value() == ""


async def test_page_works_without_javascript(hotline: str, chromium: Browser) -> None:
    page = await _page(chromium, java_script_enabled=False)
    await page.goto(hotline)
    await page.get_by_label("Слова людини або код теми").fill("вимагають папір")
    await page.get_by_role("button", name="Знайти").click()
    await page.get_by_role("link", name="Від вас вимагають папір").click()
    await page.get_by_text("3 – 0 – 0").wait_for()
    assert not await page.get_by_role("button", name="Скопіювати").first.is_visible()


async def test_link_is_copied_and_printed_page_has_its_square_code(
    hotline: str, chromium: Browser
) -> None:
    page = await _page(chromium)
    await page.goto(f"{hotline}/topic/paper-demanded")
    copy = page.locator("[data-copy=link]")
    await copy.click()
    assert await copy.inner_text() == "Скопійовано"
    selected = await page.evaluate("String(getSelection())")
    assert selected.endswith("?start=paper-demanded")
    await page.emulate_media(media="print")
    assert await page.locator("svg.qr").is_visible()
    assert await page.locator(".code-box").is_visible()
    assert not await page.locator("header").is_visible()


async def _home(page: Page, hotline: str) -> None:
    await page.goto(hotline)


async def _found(page: Page, hotline: str) -> None:
    await page.goto(f"{hotline}?q=папір")


async def _nothing(page: Page, hotline: str) -> None:
    await page.goto(f"{hotline}?q=йцукенг")


async def _topic(page: Page, hotline: str) -> None:
    await page.goto(f"{hotline}/topic/paper-demanded")


async def _door(page: Page, hotline: str) -> None:
    await page.goto(f"{hotline}/stats")
    await page.locator("#password").fill("wrong")
    await page.keyboard.press("Enter")
    await page.get_by_role("alert").wait_for()


async def _figures(page: Page, hotline: str) -> None:
    await page.goto(f"{hotline}/stats")
    await page.locator("#password").fill(PASSWORD)
    await page.keyboard.press("Enter")
    await page.locator("table").first.wait_for()


WALKS = (_home, _found, _nothing, _topic, _door, _figures)


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.__name__.strip("_"))
async def test_page_breaks_no_rule_of_accessibility_and_fits(
    hotline: str, chromium: Browser, walk: Callable[[Page, str], Awaitable[None]]
) -> None:
    page = await _page(chromium)
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on(
        "console",
        lambda line: said.append(line.text) if "Content Security Policy" in line.text else None,
    )
    await walk(page, hotline)
    for scheme in ("light", "dark"):
        await page.emulate_media(color_scheme=scheme)
        for viewport in (NARROW, DESKTOP):
            await page.set_viewport_size(viewport)
            found = await Axe().run(page, options=RULES)
            broken = [
                (rule["id"], rule["nodes"][0]["html"]) for rule in found.response["violations"]
            ]
            assert broken == [], f"{scheme}, {viewport['width']}"
            wide = await page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert wide <= 0, f"{viewport['width']}"
    await page.context.close()
    assert said == []
