"""Every signing page, and the way to it in a browser."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.domain.signing.one_time import new_secret
from bot.domain.signing.session import Purpose
from bot.errors import Outage, Unavailable

if TYPE_CHECKING:
    from playwright.async_api import Page

    from bot.domain.signing.session import Handoff
    from tests.signing_desk import Desk
    from tests.town import Patient

Walk = Callable[["Desk", "Patient", "Page"], Awaitable[None]]


async def start(desk: Desk, patient: Patient, page: Page) -> None:
    await page.goto((await desk.order(patient)).url)


async def ways(desk: Desk, patient: Patient, page: Page) -> None:
    await entered(desk, patient, page)
    await page.locator("summary").click()


async def sign_in(desk: Desk, patient: Patient, page: Page) -> None:
    await entered(desk, patient, page, purpose=Purpose.SIGN_IN, subject={}, document_html=None)


async def diia(desk: Desk, patient: Patient, page: Page) -> None:
    await entered(desk, patient, page)
    await page.get_by_role("button", name="Дія.Підпис").click()
    await page.locator("svg.qr").wait_for()


async def file(desk: Desk, patient: Patient, page: Page) -> None:
    await entered(desk, patient, page)
    await page.get_by_role("link", name="Своя програма").click()


async def file_refused(desk: Desk, patient: Patient, page: Page) -> None:
    await file(desk, patient, page)
    await upload(page, b"")
    await page.get_by_role("alert").wait_for()


async def widget(desk: Desk, patient: Patient, page: Page) -> None:
    await entered(desk, patient, page)
    await page.get_by_role("link", name="КЕП").click()
    await page.frame_locator("#widget-frame").locator("form").wait_for()


async def cloud_key(desk: Desk, patient: Patient, page: Page) -> None:
    await widget(desk, patient, page)
    frame = page.frame_locator("#widget-frame")
    await frame.locator("select[name=person_id]").select_option(desk.person.id)
    await frame.get_by_label("Хмарний ключ").check()
    await frame.get_by_role("button", name="Зчитати ключ").click()
    await page.get_by_role("heading", name="Підтвердьте в застосунку").wait_for()


async def waiting(desk: Desk, patient: Patient, page: Page) -> None:
    desk.submissions.failure = Unavailable(Outage.DOWN)
    await file(desk, patient, page)
    await upload(page, await desk.signs())
    await page.get_by_text("зараз не відповідає").wait_for()


async def problem(desk: Desk, patient: Patient, page: Page) -> None:
    handoff = await entered(desk, patient, page)
    await page.goto(f"{handoff.url}/file")
    await upload(page, await desk.signs(mistake="stamp"))
    await page.get_by_role("alert").wait_for()


async def done(desk: Desk, patient: Patient, page: Page) -> None:
    await file(desk, patient, page)
    await upload(page, await desk.signs())
    await page.get_by_role("heading", name="Готово").wait_for()


async def to_esoz(desk: Desk, patient: Patient, page: Page) -> None:
    desk.submissions.redirect = f"{desk.town.base}/my/sign-in"
    await sign_in(desk, patient, page)
    await page.get_by_role("link", name="Своя програма").click()
    await upload(page, await desk.signs())
    await page.get_by_role("link", name="Перейти на сторінку системи").wait_for()


async def cancelled(desk: Desk, patient: Patient, page: Page) -> None:
    await entered(desk, patient, page)
    await page.get_by_role("button", name="Не хочу підписувати").click()


async def elsewhere(desk: Desk, patient: Patient, page: Page) -> None:
    handoff = await desk.order(patient)
    await desk.binds_elsewhere(handoff)
    await page.goto(handoff.url)


async def expired(desk: Desk, patient: Patient, page: Page) -> None:
    handoff = await entered(desk, patient, page)
    await desk.town.advance(seconds=timedelta(minutes=11).total_seconds())
    await page.goto(handoff.url)


async def unknown(desk: Desk, _patient: Patient, page: Page) -> None:
    await page.goto(f"{desk.origin}/sign/{new_secret()}")


async def entered(desk: Desk, patient: Patient, page: Page, **changes: object) -> Handoff:
    handoff = await desk.order(patient, **changes)
    await page.goto(handoff.url)
    await page.get_by_role("button", name="Продовжити").click()
    await page.get_by_role("heading", name="Чим підписати").wait_for()
    return handoff


async def upload(page: Page, container: bytes) -> None:
    await page.locator("#signed").set_input_files(
        {"name": "document.p7s", "mimeType": "application/pkcs7-signature", "buffer": container}
    )
    await page.get_by_role("button", name="Надіслати підпис").click()


EVERY: dict[str, Walk] = {
    walk.__name__: walk
    for walk in (
        start,
        ways,
        sign_in,
        diia,
        file,
        file_refused,
        widget,
        cloud_key,
        waiting,
        problem,
        done,
        to_esoz,
        cancelled,
        elsewhere,
        expired,
        unknown,
    )
}
