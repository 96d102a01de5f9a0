"""The page served beside a played /sim API, and a browser that looks at it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio
from aiohttp import web
from playwright.async_api import Browser, async_playwright

from sandbox import page as sandbox_page
from tests.e2e.page.fake_sim import FakeSim
from tests.e2e.page.opened import DESKTOP, Opened

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

CHROMIUM_ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
]


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("Chromium is not installed")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGS)
        yield browser
        await browser.close()


@pytest.fixture
def sim() -> FakeSim:
    return FakeSim()


@pytest.fixture
async def address(sim: FakeSim) -> AsyncIterator[str]:
    """The address of a server that has the page and the played API."""
    app = web.Application()
    app.add_routes([*sandbox_page.routes(), *sim.routes()])
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    yield f"http://{host}:{port}"
    await runner.cleanup()


@pytest.fixture
async def opened(browser: Browser, address: str) -> AsyncIterator[Opened]:
    """A way to open the page; what a test does not clear from `errors` fails it at the end."""
    context = await browser.new_context(locale="uk-UA", viewport=DESKTOP)
    await context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
    opened = Opened(await context.new_page(), address)
    yield opened
    await context.close()
    assert opened.errors == []
