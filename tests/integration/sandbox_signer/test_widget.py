"""A page of another address signs through the widget, as pages do with the real one."""

from __future__ import annotations

import base64
import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from aiohttp import web
from playwright.async_api import expect

from sandbox.signer.inspection import inspect
from tests.integration.sandbox_signer.conftest import DOCUMENT

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from playwright.async_api import Browser, FrameLocator, Page

    from tests.town import Town

pytestmark = pytest.mark.browser

PAGE = """<!doctype html><div id="parent"></div><script src="{script}"></script><script>
  const widget = new EndUser("parent", "widget", "{widget}", EndUser.FormType.ReadPKey);
  const bytes = Uint8Array.from(atob("{document}"), (letter) => letter.charCodeAt(0));
</script>"""
SIGN = """async ([algorithm, isExternal]) => {{
  await widget.ReadPrivateKey();
  return await widget.SignData(bytes, isExternal, true, algorithm, null, {level});
}}""".format(level="EndUser.SignType.CAdES_X_Long")


@pytest.fixture
async def page(world: Town, browser: Browser) -> AsyncIterator[Page]:
    """A page that has the widget in it, with the policy that the bot's pages have."""
    given = world.world.signer.bot_settings(world.base)
    text = PAGE.format(
        script=given["SIGN_WIDGET_SCRIPT_URL"],
        widget=given["SIGN_WIDGET_URL"],
        document=base64.b64encode(DOCUMENT).decode(),
    )

    async def show(_request: web.Request) -> web.Response:
        policy = f"default-src 'none'; frame-src {world.base}; script-src {world.base}"
        headers = {"Content-Security-Policy": f"{policy} 'unsafe-inline'"}
        return web.Response(text=text, content_type="text/html", headers=headers)

    app = web.Application()
    app.router.add_get("/", show)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    context = await browser.new_context(locale="uk-UA", viewport={"width": 390, "height": 800})
    opened = await context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    await opened.goto(f"http://127.0.0.1:{runner.addresses[0][1]}/")
    yield opened
    await context.close()
    await runner.cleanup()
    assert errors == []


@pytest.fixture
def frame(page: Page) -> FrameLocator:
    return page.frame_locator("#widget")


async def reads_key(frame: FrameLocator, person: dict[str, Any], mistake: str = "") -> None:
    await frame.get_by_label("Хто підписує").select_option(person["id"])
    if mistake:
        await frame.locator("details").evaluate("(details) => { details.open = true; }")
        await frame.get_by_label("Який буде підпис").select_option(mistake)
    await frame.get_by_role("button", name="Зчитати ключ").click()


async def signed(
    page: Page, frame: FrameLocator, person: dict[str, Any], *how: Any, mistake: str = ""
) -> bytes:
    """Ask for a signature in the page, and read the key in the frame meanwhile."""
    await page.evaluate(f"(how) => {{ window.waiting = ({SIGN})(how); }}", list(how))
    await reads_key(frame, person, mistake)
    return base64.b64decode(await page.evaluate("() => window.waiting"))


async def test_page_gets_an_attached_signature_of_the_person_whose_key_is_read(
    page: Page, frame: FrameLocator, person: dict[str, Any]
) -> None:
    found = inspect(await signed(page, frame, person, None, False))
    assert found.is_valid
    assert found.content == DOCUMENT
    assert found.signers[0].drfo == person["drfo"]
    await expect(frame.get_by_text("Ключ зчитано")).to_be_visible()


async def test_detached_signature_fits_the_document(
    page: Page, frame: FrameLocator, person: dict[str, Any]
) -> None:
    container = await signed(page, frame, person, 3, True)
    assert inspect(container).content == b""
    assert inspect(container, DOCUMENT).is_valid


async def test_key_of_another_algorithm_and_a_mistake_can_be_chosen(
    page: Page, frame: FrameLocator, person: dict[str, Any]
) -> None:
    container = await signed(page, frame, person, 1, False, mistake="dstu")
    assert bytes.fromhex("06 0b 2a 86 24 02 01 01 01 01 03 01 01") in container
    await frame.get_by_role("button", name="Обрати інший ключ").click()
    container = await signed(page, frame, person, 3, False, mistake="stamp")
    assert inspect(container).signers[0].is_stamp


async def test_algorithm_that_the_key_has_not_is_refused(
    page: Page, frame: FrameLocator, person: dict[str, Any]
) -> None:
    caught = f"(how) => {{ window.waiting = ({SIGN})(how).catch((error) => error.message); }}"
    await page.evaluate(caught, [1, False])
    await reads_key(frame, person)
    assert await page.evaluate("() => window.waiting") == "Цей ключ не має такого алгоритму"


@pytest.mark.parametrize("button", ["Підписати", "Відхилити"])
async def test_cloud_key_signs_once_the_person_confirms_in_the_app(
    page: Page, frame: FrameLocator, person: dict[str, Any], button: str
) -> None:
    """The page is told of the address and shows it: here it opens it in another window."""
    listen = """() => widget.AddEventListener(EndUser.EventType.ConfirmKSPOperation,
      ({ url, qrImage, mobileAppName }) => {
        document.title = [url, qrImage.length, mobileAppName].join(" ");
      })"""
    await page.evaluate(listen)
    await frame.get_by_label("Хмарний ключ").check()
    caught = f"(how) => {{ window.waiting = ({SIGN})(how).catch((error) => error.message); }}"
    await page.evaluate(caught, [3, False])
    await reads_key(frame, person)
    await expect(page).to_have_title(re.compile("ХмарПідпис"))
    app = await page.context.new_page()
    await app.goto((await page.title()).split()[0])
    await app.get_by_role("button", name=button).click()
    said = await page.evaluate("() => window.waiting")
    if button == "Відхилити":
        assert said == "Підпис відхилено в застосунку"
    else:
        assert inspect(base64.b64decode(said)).is_valid


async def test_cloud_operation_can_be_decided_by_a_script_once(
    world: Town, person: dict[str, Any]
) -> None:
    body = {"person_id": person["id"], "content_base64": "eA==", "is_cloud": True}
    asked = await world.call("POST", "/widget/sign", body)
    number = asked["operation"]["number"]
    (waiting,) = (await world.call("GET", "/sim/widget"))["operations"]
    assert (waiting["number"], waiting["decision"]) == (number, None)
    done = await world.call("POST", f"/sim/widget/{number}", {"action": "confirm"})
    assert inspect(base64.b64decode(done["signed_base64"])).content == b"x"
    url = f"{world.base}/sim/widget/{number}"
    async with world.http.post(url, json={"action": "refuse"}) as answer:
        assert answer.status == 400


async def test_without_a_key_nothing_is_signed_and_the_page_is_told_why(page: Page) -> None:
    said = await page.evaluate(
        "async () => { try { await widget.SignData(bytes); } catch (e) { return e.message; } }"
    )
    assert said == "Особистий ключ не зчитано"


async def test_hash_can_be_signed(page: Page, frame: FrameLocator, person: dict[str, Any]) -> None:
    ask = """async () => {
      const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
      await widget.ReadPrivateKey();
      return await widget.SignHash(hash);
    }"""
    await page.evaluate(f"() => {{ window.waiting = ({ask})(); }}")
    await reads_key(frame, person)
    container = base64.b64decode(await page.evaluate("() => window.waiting"))
    assert inspect(container, DOCUMENT).is_valid


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("", id="none"),
        pytest.param("https://example.com", id="far"),
        pytest.param("http://127.0.0.1:1;script-src *", id="injected"),
    ],
)
async def test_frame_is_only_for_pages_of_this_machine(world: Town, address: str) -> None:
    url = f"{world.base}/widget/"
    async with world.http.get(url, params={"address": address}) as answer:
        assert answer.status == 400
        assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]


async def test_signing_for_the_frame_says_what_it_cannot_do(world: Town) -> None:
    body = json.dumps({"person_id": "nobody", "content_base64": "eA=="})
    async with world.http.post(f"{world.base}/widget/sign", data=body) as answer:
        assert answer.status == 400
        assert "не підписати" in (await answer.json())["error"]
