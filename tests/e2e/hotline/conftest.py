"""The hotline's pages in Chromium."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright

from tests.e2e.page.conftest import CHROMIUM_ARGS
from tests.hotline_desk import CHEAP_HASH, a_month_of_figures, origin
from tests.town import town_with_bot

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def chromium() -> AsyncIterator[Browser]:
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("Chromium is not installed")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGS)
        yield browser
        await browser.close()


@pytest.fixture(scope="session")
async def hotline(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[str]:
    """The address of the pages, with a month of invented figures."""
    folder = tmp_path_factory.mktemp("hotline")
    async with town_with_bot(folder, hotline_password_hash=CHEAP_HASH) as town:
        await a_month_of_figures(folder)
        yield f"{origin(town)}/hotline"
