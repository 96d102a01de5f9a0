"""Towns of their own for single tests, and a way to bring updates to a bot directly."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest
from aiohttp.test_utils import unused_port

from bot.web.server import WEBHOOK_PATH
from sandbox.app import HOST
from tests.dialogs.clinics import a_country_of_doctors, town_with_doctors
from tests.dialogs.country import Country
from tests.town import town_with_bot

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from tests.town import Patient, Town

SECRET = "invented-webhook-secret"
_FIRST_UPDATE = 900_000_001  # far from those of the sandbox


@pytest.fixture
async def own_town(tmp_path: Path) -> AsyncIterator[Town]:
    """A town whose clock and database one test may spoil."""
    async with town_with_bot(tmp_path) as town:
        yield town


@pytest.fixture
async def own_patient(own_town: Town) -> Patient:
    someone = await own_town.patient()
    return await someone.says("/start")


@dataclass
class Telegraph:
    """Brings updates to a bot that listens by webhook; such as `/sim` has no way to make."""

    town: Town
    port: int
    _numbers: Iterator[int] = field(default_factory=lambda: count(_FIRST_UPDATE))

    async def brings(self, *, secret: str = SECRET, **update: Any) -> int:
        """Bring one update, handled when this returns; gives the status of the bot's answer."""
        body = {"update_id": next(self._numbers)} | update
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret}
        url = f"http://{HOST}:{self.port}{WEBHOOK_PATH}"
        async with self.town.http.post(url, json=body, headers=headers) as answer:
            return answer.status

    def message(self, patient: Patient, **content: Any) -> dict[str, Any]:
        """A message of `patient` as the Bot API writes it."""
        person = {"id": patient.id, "first_name": "Оксана"}
        return {
            "message_id": 700_000,
            "date": int(self.town.world.clock.now().timestamp()),
            "chat": person | {"type": "private"},
            "from": person | {"is_bot": False},
        } | content


@asynccontextmanager
async def town_with_telegraph(folder: Path, **changes: Any) -> AsyncIterator[Telegraph]:
    port = unused_port()
    webhook = {"webhook_url": f"http://{HOST}:{port}", "webhook_secret": SECRET}
    async with town_with_bot(folder, web_port=port, **webhook, **changes) as town:
        yield Telegraph(town, port)


@pytest.fixture(scope="session")
async def telegraph(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Telegraph]:
    async with town_with_telegraph(tmp_path_factory.mktemp("webhook")) as telegraph:
        yield telegraph


@pytest.fixture(scope="session")
async def doctors_town(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Town]:
    folder = tmp_path_factory.mktemp("doctors")
    async with town_with_doctors(folder, a_country_of_doctors()) as town:
        yield town


@pytest.fixture
async def seeker(doctors_town: Town) -> Patient:
    """A person whose bot knows doctors."""
    someone = await doctors_town.patient()
    return await someone.says("/start")


@pytest.fixture(scope="module")
async def declare_town(
    tmp_path_factory: pytest.TempPathFactory,
) -> AsyncIterator[tuple[Town, Path]]:
    folder = tmp_path_factory.mktemp("declare")
    async with town_with_bot(folder) as town:
        await town.learns_doctors()
        yield town, folder / "bot.sqlite3"


@pytest.fixture
async def country(declare_town: tuple[Town, Path]) -> AsyncIterator[Country]:
    """By day, so that messages are sent; no fault outlives a test."""
    town, database = declare_town
    now = town.world.clock.now()
    ten = now.replace(hour=8, minute=0)
    if ten < now:
        ten += timedelta(days=1)
    await town.advance(seconds=(ten - now).total_seconds())
    yield Country(town, database)
    town.world.faults.clear()
