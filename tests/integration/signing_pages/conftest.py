"""A desk for all tests of the pages, and browsers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.signing_desk import new_browser, signing_desk

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.signing_desk import Browser, Desk
    from tests.town import Patient


@pytest.fixture(scope="session")
async def shared_desk(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Desk]:
    async with signing_desk(tmp_path_factory.mktemp("desk")) as desk:
        yield desk


@pytest.fixture
def desk(shared_desk: Desk) -> Desk:
    """The pages, with an ЕСОЗ that takes everything."""
    shared_desk.submissions.clear()
    return shared_desk


@pytest.fixture
async def patient(desk: Desk) -> Patient:
    someone = await desk.town.patient()
    await desk.town.call("POST", f"/sim/chats/{someone.id}/messages", {"text": "/start"})
    return someone


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with new_browser() as browser:
        yield browser


@pytest.fixture
async def stranger() -> AsyncIterator[Browser]:
    """Another browser."""
    async with new_browser() as browser:
        yield browser
