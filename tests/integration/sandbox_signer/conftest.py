"""The world with its signers, an acquirer of Дія, and a person."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from aiohttp import web

from sandbox.signer.diia.access import ACQUIRER_TOKEN, AUTH_TOKEN
from sandbox.signer.diia.branches import BRANCH_ID, OFFER_ID
from tests.e2e.page.conftest import browser
from tests.town import Town, world_only

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

__all__ = ["browser"]

DOCUMENT = '{"jwt": "вигаданий"}'.encode()


@pytest.fixture
async def world() -> AsyncIterator[Town]:
    async with world_only() as town:
        yield town


@pytest.fixture
async def person(world: Town) -> dict[str, Any]:
    people = (await world.call("GET", "/sim/signer/people"))["people"]
    return dict(people[0])


@dataclass
class Acquirer:
    """A client of Дія's API, and the server that Дія calls back."""

    town: Town
    url: str = ""
    token: str = ""
    called: list[dict[str, Any]] = field(default_factory=list)
    answers: list[web.Response] = field(default_factory=list)

    async def begins(
        self, acquirer: str = ACQUIRER_TOKEN, auth: str = f"Basic {AUTH_TOKEN}"
    ) -> int:
        path = f"{self.town.base}/diia/api/v1/auth/acquirer/{acquirer}"
        async with self.town.http.get(path, headers={"Authorization": auth}) as answer:
            if answer.status == 200:
                self.token = (await answer.json())["token"]
            return answer.status

    async def asks(self, **changes: Any) -> tuple[int, Any]:
        """Ask for a signature of DOCUMENT; gives status and body."""
        digest = base64.b64encode(hashlib.sha256(DOCUMENT).digest()).decode()
        file = {"fileName": "Заявка.json", "fileHash": digest}
        body = {
            "offerId": OFFER_ID,
            "requestId": "request-1",
            "returnLink": f"{self.url}/sign",
            "signAlgo": "ECDSA",
            "data": {"hashedFilesSigning": {"hashedFiles": [file]}},
        }
        path = f"/api/v2/acquirers/branch/{BRANCH_ID}/offer-request/dynamic"
        return await self.calls("POST", path, body | changes)

    async def calls(self, method: str, path: str, body: Any = None) -> tuple[int, Any]:
        headers = {"Authorization": f"Bearer {self.token}"}
        url = f"{self.town.base}/diia{path}"
        async with self.town.http.request(method, url, json=body, headers=headers) as answer:
            return answer.status, await answer.json() if answer.status != 204 else None

    async def hear(self, request: web.Request) -> web.Response:
        """Note the callback; the answer is the next one that was prepared, else that it is had."""
        if request.content_type == "application/json":
            encoded = (await request.json())["encodeData"]
        else:
            parts = await request.multipart()
            part: Any = await parts.next()
            assert part.name == "encodeData"
            encoded = await part.text()
        said = json.loads(base64.b64decode(encoded))
        self.called.append(
            {"headers": request.headers, "type": request.content_type, "said": said}
        )
        return self.answers.pop(0) if self.answers else web.json_response({"success": True})


@pytest.fixture
async def acquirer(world: Town) -> AsyncIterator[Acquirer]:
    """Has a session already."""
    made = Acquirer(world)
    app = web.Application()
    app.router.add_post("/callbacks/diia", made.hear)
    app.router.add_post("/elsewhere", made.hear)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0][:2]
    made.url = f"http://{host}:{port}"
    await made.begins()
    yield made
    await runner.cleanup()
