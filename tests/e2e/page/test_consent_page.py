"""ЕСОЗ's sign-in and consent pages as a person meets them, on a phone and without JavaScript."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest
from aiohttp import web
from axe_playwright_python.async_playwright import Axe

from sandbox.app import World, serving
from tests.e2e.page.opened import SMALL_PHONE

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from playwright.async_api import Browser

WIDER_THAN_THE_SCREEN = "document.documentElement.scrollWidth > window.innerWidth"


@pytest.fixture
async def bot() -> AsyncIterator[str]:
    """The address of an e-cabinet that people come back to."""

    async def came_back(request: web.Request) -> web.Response:
        return web.Response(text=", ".join(sorted(request.query)))

    app = web.Application()
    app.router.add_get("/oauth/callback", came_back)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


@pytest.fixture
async def sign_in(bot: str) -> AsyncIterator[str]:
    """The address that the e-cabinet sends a person to."""
    world = World(doctors=200)
    world.register_redirect(bot)
    query = {
        "client_id": world.esoz.pis.client.id,
        "redirect_uri": f"{bot}/oauth/callback",
        "scope": "person:details_pis declaration:read_pis",
        "state": "s-1",
    }
    async with serving(world, 0) as port:
        yield f"http://127.0.0.1:{port}/my/sign-in?{urlencode(query)}"


@pytest.mark.parametrize(
    ("button", "comes_back_with"),
    [("Дозволити", "code, state"), ("Відмовити", "error, error_description, state")],
)
async def test_person_decides_without_javascript(
    browser: Browser, sign_in: str, bot: str, button: str, comes_back_with: str
) -> None:
    context = await browser.new_context(viewport=SMALL_PHONE, java_script_enabled=False)
    page = await context.new_page()
    await page.goto(sign_in)
    await page.get_by_role("button", name="Увійти").click()
    await page.get_by_role("button", name=button).click()
    await page.wait_for_url(f"{bot}/**")
    assert await page.inner_text("body") == comes_back_with
    await context.close()


async def test_pages_fit_a_phone_and_are_accessible(browser: Browser, sign_in: str) -> None:
    context = await browser.new_context(viewport=SMALL_PHONE)
    page = await context.new_page()
    await page.goto(sign_in)
    for step in ("login", "consent"):
        results = await Axe().run(page)
        assert results.violations_count == 0, (step, results.generate_report())
        assert not await page.evaluate(WIDER_THAN_THE_SCREEN), step
        await page.get_by_role("button").first.click()
    await context.close()
