"""The signing pages in Chromium, with a desk behind them."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright

from tests.e2e.page.conftest import CHROMIUM_ARGS
from tests.signing_desk import signing_desk

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.signing_desk import Desk
    from tests.town import Patient


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
async def shared_desk(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Desk]:
    async with signing_desk(tmp_path_factory.mktemp("desk")) as desk:
        yield desk


@pytest.fixture
def desk(shared_desk: Desk) -> Desk:
    shared_desk.submissions.clear()
    return shared_desk


@pytest.fixture
async def patient(desk: Desk) -> Patient:
    someone = await desk.town.patient()
    await desk.town.call("POST", f"/sim/chats/{someone.id}/messages", {"text": "/start"})
    return someone
