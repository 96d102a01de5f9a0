"""The client of Дія before a real local server."""

from __future__ import annotations

import asyncio
import hashlib
import logging
from base64 import b64encode
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from aiohttp import web

from bot.clients.esoz.patience import Patience
from bot.clients.signing.diia import DiiaAccess, DiiaAcquirer
from bot.errors import Outage, Unavailable
from tests.integration.signing.diia_server import (
    ACQUIRER_TOKEN,
    AUTH_TOKEN,
    DEEPLINK,
    DiiaServer,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.integration.signing.diia_server import Answer

DOCUMENT = "вигадана заявка".encode()
REQUEST_ID = "request-nobody-can-guess"


@dataclass
class MovedClock:
    """Does not wait, and is moved by hand."""

    moment: datetime = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
    slept: list[float] = field(default_factory=list)

    def now(self) -> datetime:
        return self.moment

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)


@pytest.fixture
def moved_clock() -> MovedClock:
    return MovedClock()


@pytest.fixture
async def diia() -> AsyncIterator[DiiaServer]:
    server = DiiaServer()
    yield server
    server.close()


@pytest.fixture
async def address(diia: DiiaServer) -> AsyncIterator[str]:
    server = await diia.start()
    yield str(server.make_url("/"))
    diia.close()
    await server.close()


@pytest.fixture
async def acquirer(address: str, moved_clock: MovedClock) -> AsyncIterator[DiiaAcquirer]:
    client = _client(address, moved_clock)
    yield client
    await client.aclose()


async def test_the_hash_of_the_document_becomes_a_link(
    diia: DiiaServer, acquirer: DiiaAcquirer
) -> None:
    assert await _offer(acquirer) == DEEPLINK

    file_hash = b64encode(hashlib.sha256(DOCUMENT).digest()).decode()
    files = [{"fileName": "заявка.json", "fileHash": file_hash}]
    assert diia.offers == [
        {
            "offerId": "offer-1",
            "requestId": REQUEST_ID,
            "returnLink": "https://bot.example/sign",
            "signAlgo": "ECDSA",
            "data": {"hashedFilesSigning": {"hashedFiles": files}},
        }
    ]
    assert diia.offered_with == ["Bearer session-1"]


async def test_a_session_is_kept_until_shortly_before_its_end(
    diia: DiiaServer, acquirer: DiiaAcquirer, moved_clock: MovedClock
) -> None:
    await _offer(acquirer)
    moved_clock.moment += timedelta(minutes=109)
    await _offer(acquirer)
    assert diia.tokens == ["session-1"]

    moved_clock.moment += timedelta(minutes=1)
    await _offer(acquirer)

    assert diia.tokens == ["session-1", "session-2"]


async def test_many_who_wait_share_one_session(diia: DiiaServer, acquirer: DiiaAcquirer) -> None:
    await asyncio.gather(*(_offer(acquirer) for _ in range(8)))

    assert diia.tokens == ["session-1"]
    assert len(diia.offers) == 8


async def test_a_session_that_is_refused_is_renewed_once(
    diia: DiiaServer, acquirer: DiiaAcquirer
) -> None:
    diia.offer_answers = [_status(401)]

    assert await _offer(acquirer) == DEEPLINK
    assert diia.offered_with == ["Bearer session-1", "Bearer session-2"]


async def test_whoever_is_refused_twice_has_no_access(
    diia: DiiaServer, acquirer: DiiaAcquirer
) -> None:
    diia.offer_answers = [_status(401), _status(401)]

    assert await _outage(acquirer) is Outage.ACCESS
    assert len(diia.offers) == 2


@pytest.mark.parametrize(
    ("answer", "outage"),
    [
        pytest.param(lambda: web.Response(status=403), Outage.ACCESS, id="no such scope"),
        pytest.param(lambda: web.Response(status=404), Outage.ACCESS, id="no such branch"),
        pytest.param(lambda: web.Response(status=422), Outage.ACCESS, id="not understood"),
        pytest.param(lambda: web.Response(status=429), Outage.RATE_LIMIT, id="too often"),
        pytest.param(lambda: web.Response(status=503), Outage.DOWN, id="closed"),
        pytest.param(lambda: web.Response(status=302), Outage.GARBAGE, id="elsewhere"),
        pytest.param(lambda: web.Response(text="<html>"), Outage.GARBAGE, id="a page"),
        pytest.param(lambda: web.json_response({}), Outage.GARBAGE, id="no link"),
        pytest.param(
            lambda: web.json_response({"deeplink": "javascript:alert(1)"}),
            Outage.GARBAGE,
            id="no address",
        ),
    ],
)
async def test_an_offer_that_is_refused_is_not_sent_again(
    diia: DiiaServer, acquirer: DiiaAcquirer, answer: Answer, outage: Outage
) -> None:
    diia.offer_answers = [answer]

    assert await _outage(acquirer) is outage
    assert len(diia.offers) == 1


async def test_a_session_is_asked_for_again_after_a_short_outage(
    diia: DiiaServer, acquirer: DiiaAcquirer, moved_clock: MovedClock
) -> None:
    diia.session_answers = [_status(503), _status(502)]

    assert await _offer(acquirer) == DEEPLINK
    assert len(moved_clock.slept) == 2


async def test_a_failed_session_is_not_remembered(
    diia: DiiaServer, acquirer: DiiaAcquirer
) -> None:
    diia.session_answers = [_status(403)]

    assert await _outage(acquirer) is Outage.ACCESS
    assert await _offer(acquirer) == DEEPLINK


async def test_a_silent_server_is_not_waited_for_long(
    diia: DiiaServer, address: str, moved_clock: MovedClock
) -> None:
    diia.hangs = True
    client = _client(address, moved_clock, Patience(read_seconds=0.05))

    assert await _outage(client) is Outage.TIMEOUT
    await client.aclose()


async def test_a_server_that_is_not_there_is_down(
    moved_clock: MovedClock, unused_tcp_port: int
) -> None:
    client = _client(f"http://127.0.0.1:{unused_tcp_port}", moved_clock)

    assert await _outage(client) is Outage.DOWN
    await client.aclose()


async def test_no_secret_is_logged(
    diia: DiiaServer, address: str, moved_clock: MovedClock, caplog: pytest.LogCaptureFixture
) -> None:
    """The token stands in the path, and httpx would log every path at INFO."""
    caplog.set_level(logging.DEBUG)
    client = _client(address, moved_clock)
    diia.session_answers = [_status(503), _status(403)]

    await _outage(client)
    diia.offer_answers = [_status(401), _status(403)]
    await _outage(client)
    await _offer(client)
    await client.aclose()

    logged = [record for record in caplog.records if not record.name.startswith("aiohttp")]
    written = caplog.handler.format  # with tracebacks, as a handler writes them
    text = "\n".join(written(record) + repr(record.__dict__) for record in logged)
    secrets = (ACQUIRER_TOKEN, "token-in-the-path", AUTH_TOKEN, "session-1", REQUEST_ID)
    assert "diia_refused" in text
    assert not any(secret in text for secret in secrets)


def test_secrets_are_not_in_what_is_printed_of_the_access() -> None:
    printed = repr(_access("https://api2.diia.gov.ua"))

    assert ACQUIRER_TOKEN not in printed
    assert AUTH_TOKEN not in printed


def _access(address: str) -> DiiaAccess:
    return DiiaAccess(address, ACQUIRER_TOKEN, AUTH_TOKEN, "branch-1", "offer-1")


def _client(address: str, clock: MovedClock, patience: Patience | None = None) -> DiiaAcquirer:
    return DiiaAcquirer(_access(address), clock=clock, patience=patience or Patience())


async def _offer(acquirer: DiiaAcquirer) -> str:
    return await acquirer.offer(
        request_id=REQUEST_ID,
        content=DOCUMENT,
        file_name="заявка.json",
        return_url="https://bot.example/sign",
    )


async def _outage(acquirer: DiiaAcquirer) -> Outage:
    with pytest.raises(Unavailable) as unavailable:
        await _offer(acquirer)
    return unavailable.value.reason


def _status(status: int) -> Answer:
    return lambda: web.Response(status=status)
