"""The client before a real local server; only waiting is played."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from bot.clients.esoz.patience import Patience
from bot.clients.esoz.referrals import EsozReferrals
from bot.clients.esoz.transport import Access, Transport
from tests.integration.esoz_client.server import EsozServer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from aiohttp.test_utils import TestServer


@dataclass
class RecordingClock:
    """Notes every wait and does not wait."""

    slept: list[float] = field(default_factory=list)

    def now(self) -> datetime:
        return datetime(2026, 11, 22, 12, 0, tzinfo=UTC)

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)


@pytest.fixture
def clock() -> RecordingClock:
    return RecordingClock()


@pytest.fixture
async def esoz() -> AsyncIterator[EsozServer]:
    esoz = EsozServer()
    yield esoz
    esoz.close()


@pytest.fixture
async def address(esoz: EsozServer) -> AsyncIterator[str]:
    server: TestServer = await esoz.start()
    yield str(server.make_url("/esoz"))
    esoz.close()
    await server.close()


@pytest.fixture
async def connect(
    address: str, clock: RecordingClock
) -> AsyncIterator[Callable[..., EsozReferrals]]:
    """Make a client of the server; keywords change its patience, `base_url` and `custom_psk`."""
    opened: list[Transport] = []

    def make(
        patience: Patience | None = None, base_url: str = address, custom_psk: str | None = None
    ) -> EsozReferrals:
        access = Access(base_url, token="token-1", api_key="key-1", custom_psk=custom_psk)
        transport = Transport(access, clock=clock, patience=patience or Patience())
        opened.append(transport)
        return EsozReferrals(transport)

    yield make
    for transport in opened:
        await transport.aclose()


@pytest.fixture
def referrals(connect: Callable[..., EsozReferrals]) -> EsozReferrals:
    return connect()
