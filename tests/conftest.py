"""What every test can ask for: a town with a bot that looks things up, and one that cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import structlog

from bot.domain.hours import KYIV
from bot.domain.quiet_hours import QUIET_FROM
from bot.logs import without_quotes
from tests.town import MORNING, town_with_bot

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.town import Patient, Town

pytest_plugins = ["tests.require_servers"]


@pytest.fixture(scope="session", autouse=True)
def _logs_go_to_pytest() -> None:
    """Without this structlog would draw every traceback with all that its frames hold."""
    structlog.configure(
        processors=[without_quotes, structlog.stdlib.render_to_log_kwargs],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
    )


@pytest.fixture(scope="session")
async def live_town(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Town]:
    async with town_with_bot(tmp_path_factory.mktemp("live")) as town:
        await town.learns_doctors()
        yield town


@pytest.fixture(scope="session")
async def guide_town(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Town]:
    folder = tmp_path_factory.mktemp("guide")
    async with town_with_bot(folder, esoz_referral_token=None, esoz_api_key=None) as town:
        yield town


@pytest.fixture
async def town(live_town: Town) -> AsyncIterator[Town]:
    """The town whose bot has access to referrals; no fault outlives a test.

    Its day is shared: whoever needs an evening or another day takes a town of their own.
    """
    yield live_town
    live_town.world.faults.clear()
    now = live_town.world.clock.now().astimezone(KYIV)
    assert now.date() == MORNING.date(), "a test moved the shared clock past midnight"
    assert now.time() < QUIET_FROM, "a test moved the shared clock into the quiet hours"


@pytest.fixture
async def patient(town: Town) -> Patient:
    """A person who has started the bot."""
    someone = await town.patient()
    return await someone.says("/start")


@pytest.fixture
async def guide_patient(guide_town: Town) -> Patient:
    """A person whose bot has no access to referrals."""
    someone = await guide_town.patient()
    return await someone.says("/start")
