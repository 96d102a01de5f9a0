"""What messages carry, and what the page refuses to carry."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.async_api import expect

from tests.e2e.page.fake_sim import USER, message, said

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.page.fake_sim import FakeSim
    from tests.e2e.page.opened import Opened

pytestmark = pytest.mark.browser

MESSAGES = f"/sim/chats/{USER}/messages"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63606060000000040001f61738550000000049454e44ae426082"
)
HOSTILE = """<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>
<a href="javascript:window.hacked=1">link</a> <svg onload="window.hacked=1"></svg>
<iframe srcdoc="<script>parent.hacked=1</script>"></iframe>
<b onclick="window.hacked=1" style="position:fixed" id="chat">bold</b>"""


async def test_hostile_html_shows_its_words_and_does_nothing(sim: FakeSim, opened: Opened) -> None:
    sim.show(message(9, HOSTILE), said(10, "<u>") | {"html": "&lt;img src=y onerror=alert()&gt;"})
    page = await opened.chat()
    bubble = page.locator(".message").first
    await bubble.get_by_text("link").click()
    await bubble.locator("b").click()
    await expect(page.locator(".message").last).to_contain_text("<img src=y onerror=alert()>")
    assert await page.evaluate("window.hacked") is None
    tags = await bubble.locator(".text *").evaluate_all("all => all.map((node) => node.outerHTML)")
    assert all("Content Security Policy" in error for error in opened.errors)
    opened.errors.clear()
    assert tags == ["<span>link</span>", "<b>bold</b>"]


async def test_telegrams_own_formatting_is_shown(sim: FakeSim, opened: Opened) -> None:
    html = (
        "<i>курсив</i> <code>8830</code> <tg-spoiler>таємне</tg-spoiler>"
        "<blockquote expandable>довге\nпояснення</blockquote>"
        '<a href="https://moz.gov.ua/">МОЗ</a>'
    )
    sim.show(message(9, html))
    page = await opened.chat()
    await expect(page.locator(".text code")).to_have_text("8830")
    await expect(page.get_by_role("link", name="МОЗ")).to_be_visible()
    await expect(page.get_by_text("таємне")).to_have_count(0)
    await opened.button("Показати прихований текст").click()
    await expect(page.get_by_text("таємне")).to_be_visible()
    await opened.button("Показати все").click()
    await expect(opened.button("Згорнути")).to_be_visible()


async def test_command_in_a_message_is_sent_with_one_tap(sim: FakeSim, opened: Opened) -> None:
    sim.show(message(9, "Потрібна допомога? Натисніть /help. Це не команда: 1/2"))
    page = await opened.chat()
    await expect(page.locator(".command")).to_have_count(1)
    await opened.button("/help").click()
    await expect(opened.page.locator(".message.user")).to_be_visible()
    assert sim.bodies("POST", MESSAGES) == [{"text": "/help"}]


async def test_image_opens_large(sim: FakeSim, opened: Opened) -> None:
    sim.files["qr.png"] = ("image/png", PIXEL)
    picture = {"name": "qr.png", "url": "/files/qr.png", "mime_type": "image/png", "size": 70}
    sim.show(message(9, "Покажіть це", kind="photo", file=picture))
    page = await opened.chat()
    await opened.button("Зображення: відкрити на весь екран").click()
    await expect(page.get_by_role("dialog").get_by_role("img")).to_be_visible()
    await opened.button("Закрити").click()
    await expect(page.get_by_role("dialog")).to_have_count(0)


async def test_file_is_downloaded_under_its_name(sim: FakeSim, opened: Opened) -> None:
    sim.files["visit"] = ("text/calendar", b"BEGIN:VCALENDAR")
    file = {"name": "візит.ics", "url": "/files/visit", "mime_type": "text/calendar", "size": 3000}
    sim.show(message(9, "", kind="document", file=file))
    page = await opened.chat()
    async with page.expect_download() as started:
        await page.get_by_role("link", name="візит.ics 3 КБ").click()
    assert (await started.value).suggested_filename == "візит.ics"


async def test_venue_is_a_card_that_leads_to_a_map(sim: FakeSim, opened: Opened) -> None:
    address = "https://www.openstreetmap.org/?mlat=50.45"
    text = "Вигадана лікарня\nКиїв, вул. Вигадана, 1"
    sim.show(message(9, f'<a href="{address}">{text}</a>', text=text, kind="venue"))
    page = await opened.chat()
    card = page.get_by_role("link", name="Вигадана лікарня Київ, вул. Вигадана, 1")
    await expect(card).to_have_attribute("href", address)


async def test_person_sends_photo_place_phone_and_document(
    sim: FakeSim, opened: Opened, tmp_path: Path
) -> None:
    sim.show(message(9, "Надішліть"))
    page = await opened.chat()
    for choice in ("Фото", "Мій номер телефону", "Місце"):
        await opened.button("Додати до повідомлення").click()
        await opened.button(choice).click()
    await opened.button("Київ, Хрещатик").click()
    await opened.button("Додати до повідомлення").click()
    (tmp_path / "довідка.txt").write_text("hello")
    async with page.expect_file_chooser() as chooser:
        await opened.button("Документ").click()
    await (await chooser.value).set_files(tmp_path / "довідка.txt")
    await expect(page.locator(".message.user")).to_have_count(4)
    assert sim.bodies("POST", MESSAGES) == [
        {"photo": True},
        {"contact": {"phone_number": "+380000000000"}},
        {"location": {"latitude": 50.4501, "longitude": 30.5234}},
        {"document": {"file_name": "довідка.txt", "base64": "aGVsbG8="}},
    ]
