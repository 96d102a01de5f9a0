"""A person signs in Chromium: with the widget, with Дія, without scripts, with the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.sign.walks import cloud_key, diia, entered, file, upload, ways, widget

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page

    from tests.signing_desk import Desk
    from tests.town import Patient


async def test_key_in_the_widget_signs_and_never_meets_our_page(
    desk: Desk, patient: Patient, chromium: Browser
) -> None:
    page = await _page(chromium)
    await widget(desk, patient, page)
    frame = page.frame_locator("#widget-frame")
    await frame.locator("select[name=person_id]").select_option(desk.person.id)
    await frame.get_by_role("button", name="Зчитати ключ").click()
    await page.get_by_role("heading", name="Готово").wait_for()
    assert len(desk.submissions.taken) == 1


async def test_key_in_a_cloud_is_confirmed_in_its_app(
    desk: Desk, patient: Patient, chromium: Browser
) -> None:
    page = await _page(chromium)
    await cloud_key(desk, patient, page)
    code = page.get_by_role("img", name="Код, що веде до застосунку")
    assert await code.evaluate("picture => picture.decode().then(() => picture.naturalWidth)") > 50
    async with page.context.expect_page() as opened:
        link = page.get_by_role("link", name="Відкрити застосунок")
        await link.click(modifiers=["ControlOrMeta"])
    app = await opened.value
    await app.get_by_role("button", name="Підписати").click()
    await page.get_by_role("heading", name="Готово").wait_for()
    assert len(desk.submissions.taken) == 1


async def test_page_sees_by_itself_that_diia_has_called_back(
    desk: Desk, patient: Patient, chromium: Browser
) -> None:
    page = await _page(chromium)
    await diia(desk, patient, page)
    request_id = (await desk.town.call("GET", "/sim/diia"))["requests"][-1]["request_id"]
    deed = {"action": "sign", "person_id": desk.person.id}
    await desk.town.call("POST", f"/sim/diia/{request_id}", deed)
    await page.get_by_role("heading", name="Готово").wait_for()


async def test_printed_form_is_shown_and_its_script_is_not_run(
    desk: Desk, patient: Patient, chromium: Browser
) -> None:
    page = await _page(chromium)
    await ways(desk, patient, page)
    title = page.frame_locator(".document").get_by_role("heading", name="Заява")
    await title.wait_for()
    colour = await title.evaluate("node => getComputedStyle(node).color")
    assert colour == "rgb(0, 128, 0)", "the form keeps its own styles"
    assert await page.evaluate("window.stolen") is None


async def test_person_without_javascript_signs_as_an_invented_person(
    desk: Desk, patient: Patient, chromium: Browser
) -> None:
    page = await _page(chromium, java_script_enabled=False)
    await entered(desk, patient, page)
    await page.get_by_role("button", name="Тестовий підпис").click()
    await page.get_by_label("Хто підписує").select_option(desk.person.id)
    await page.get_by_role("button", name="Підписати").click()
    await page.get_by_role("button", name="Передати підпис").click()
    await page.get_by_role("heading", name="Готово").wait_for()


async def test_person_without_javascript_uploads_a_signature(
    desk: Desk, patient: Patient, chromium: Browser
) -> None:
    page = await _page(chromium, java_script_enabled=False)
    await file(desk, patient, page)
    await upload(page, await desk.signs())
    await page.get_by_role("heading", name="Готово").wait_for()


async def test_whole_page_is_used_with_the_keyboard(
    desk: Desk, patient: Patient, chromium: Browser
) -> None:
    page = await _page(chromium)
    await page.goto((await desk.order(patient)).url)
    await page.keyboard.press("Tab")
    assert await page.evaluate("document.activeElement.className") == "skip"
    await page.keyboard.press("Enter")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await page.get_by_role("heading", name="Чим підписати").wait_for()


async def _page(chromium: Browser, *, java_script_enabled: bool = True) -> Page:
    context = await chromium.new_context(locale="uk-UA", java_script_enabled=java_script_enabled)
    page = await context.new_page()
    page.set_default_timeout(15_000)
    return page
