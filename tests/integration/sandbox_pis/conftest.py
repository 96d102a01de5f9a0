"""The e-cabinet's side of the sandbox on a random port, and a small language to talk to it."""

from __future__ import annotations

import base64
import json
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest
from aiohttp.test_utils import TestClient, TestServer

from sandbox.app import World
from sandbox.esoz.pis import scopes
from sandbox.signer.mistakes import Mistake

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from sandbox.esoz.person import Person

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
PUBLIC_URL = "https://bot.example"
REDIRECT = f"{PUBLIC_URL}/oauth/callback"
ALL_SCOPES = " ".join(scopes.WORDS)
JSON = {"Content-Type": "application/json"}


@dataclass
class Said:
    """An answer: HTTP status and JSON; `why` are ЕСОЗ's own words for a refusal."""

    status: int
    body: dict[str, Any]

    @property
    def data(self) -> Any:
        return self.body["data"]

    @property
    def why(self) -> tuple[int, str, str]:
        error = self.body["error"]
        message = error["message"]
        if error.get("invalid"):
            message = error["invalid"][0]["rules"][0]["description"]
        return self.status, error["type"], message

    @property
    def entry(self) -> str:
        return str(self.body["error"]["invalid"][0]["entry"])


@dataclass
class Patient:
    """Somebody signed in, who calls the API."""

    cabinet: Cabinet
    token: dict[str, Any]
    headers: dict[str, str] = field(default_factory=dict)

    async def asks(self, method: str, path: str, body: object = None, **query: str) -> Said:
        headers = {"Authorization": f"Bearer {self.token['value']}", **JSON, **self.headers}
        headers.setdefault("api-key", self.cabinet.world.esoz.api_key)
        sent = {name: value for name, value in headers.items() if value}
        raw = None if body is None else json.dumps(body)
        answer = await self.cabinet.client.request(
            method, f"/esoz/api/pis/{path}", data=raw, params=query, headers=sent
        )
        text = await answer.text()
        return Said(answer.status, json.loads(text) if text else {})

    async def gets(self, path: str, **query: str) -> Said:
        return await self.asks("GET", path, **query)

    async def posts(self, path: str, body: object = None) -> Said:
        return await self.asks("POST", path, {} if body is None else body)

    async def patches(self, path: str, body: object = None) -> Said:
        return await self.asks("PATCH", path, {} if body is None else body)


class Cabinet:
    """A world, a browser and a back end of an e-cabinet."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.client = TestClient(TestServer(world.application()))
        self.client_id = world.esoz.pis.client.id

    def person(self, special: str) -> Person:
        return next(one for one in self.world.esoz.people if one.special == special)

    def named(self, special: str) -> dict[str, str | None]:
        """What a confidant signs to name the ward (esoz.md §1.4)."""
        person = self.person(special)
        given = " ".join(part for part in (person.name.first, person.name.second) if part)
        return {"last_name": person.name.last, "given_name": given, "tax_id": person.tax_id}

    async def signed(self, special: str, content: object, mistake: Mistake = Mistake.NONE) -> str:
        """`content` signed by a person, in base64."""
        raw = content if isinstance(content, bytes) else json.dumps(content).encode()
        der = await self.world.signer.sign(raw, self.person(special), mistake=mistake)
        return base64.b64encode(der).decode()

    async def posts(self, path: str, body: object) -> Said:
        answer = await self.client.post(path, json=body)
        return Said(answer.status, await answer.json())

    async def gets(self, path: str, **headers: str) -> Said:
        answer = await self.client.get(path, headers=headers)
        return Said(answer.status, await answer.json())

    async def nonce(self) -> str:
        said = await self.posts("/esoz/oauth/nonce", {"client_id": self.client_id})
        return str(said.data["token"])

    async def opens(self, page: str, **query: str) -> tuple[int, str, dict[str, str]]:
        """Status, text and the query of the redirect, if there is one."""
        asked = {"client_id": self.client_id, "redirect_uri": REDIRECT, "scope": ALL_SCOPES}
        answer = await self.client.get(
            f"/my/{page}", params=asked | {"state": "s-1"} | query, allow_redirects=False
        )
        return answer.status, await answer.text(), came_back(answer.headers.get("Location"))

    async def decides(self, html: str, decision: str) -> dict[str, str]:
        """The query that the browser brings back to the e-cabinet."""
        found = re.search(r'name="consent" value="([^"]+)"', html)
        assert found, html
        form = {"consent": found[1], "decision": decision}
        answer = await self.client.post("/my/consent", data=form, allow_redirects=False)
        return came_back(answer.headers.get("Location"))

    async def exchanges(self, **token: str) -> Said:
        secret = self.world.esoz.api_key
        body = {"client_id": self.client_id, "client_secret": secret} | token
        return await self.posts("/esoz/oauth/tokens", {"token": body})

    async def exchanges_code(self, code: str, **changed: str) -> Said:
        body = {"grant_type": "authorization_code", "code": code, "redirect_uri": REDIRECT}
        return await self.exchanges(**body | {"scope": ALL_SCOPES} | changed)

    async def signed_in(
        self, special: str, ward: str | None = None, scope: str | None = None
    ) -> Patient:
        """Somebody signed in by the lever, without pages."""
        applicant = self.person(special)
        patient = self.person(ward) if ward else applicant
        body = {"person_id": patient.id, "applicant_person_id": applicant.id, "scope": scope}
        said = await self.posts("/sim/esoz/tokens", body)
        assert said.status == 201, said.body
        return Patient(self, said.body)

    async def signed_in_as(self, person_id: str) -> Patient:
        return Patient(self, (await self.posts("/sim/esoz/tokens", {"person_id": person_id})).body)

    async def puts(self, url: str, content: bytes) -> int:
        """Upload a picture to an address that ЕСОЗ gave."""
        headers = {"Content-Type": "image/jpeg"}
        answer = await self.client.put(urlsplit(url).path, data=content, headers=headers)
        return answer.status

    async def doctors(self, speciality: str) -> list[dict[str, Any]]:
        """Doctors of primary care at their main posts who patients may find."""
        rows = (await (await self.client.get("/sim/doctors")).json())["doctors"]
        return [row for row in rows if row["speciality"] == speciality and row["free_places"] > 1]

    async def doctor(self, speciality: str = "FAMILY_DOCTOR") -> dict[str, str]:
        """What a request names: a doctor with free places, and the division of the main post."""
        return await self.named_doctor((await self.doctors(speciality))[0]["employee_id"])

    async def named_doctor(self, employee_id: str) -> dict[str, str]:
        employee = next(row for row in await self.bulk("employees") if row["id"] == employee_id)
        return {"employee_id": employee_id, "division_id": employee["division_id"]}

    async def bulk(self, export: str) -> list[dict[str, Any]]:
        headers = {"api-key": self.world.esoz.api_key}
        answer = await self.client.get(f"/esoz/api/pis/bulk/{export}", headers=headers)
        return list(json.loads(await answer.read())["data"])

    async def changes(self, special: str, **how: object) -> None:
        said = await self.posts(f"/sim/esoz/people/{self.person(special).id}", how)
        assert said.status == 200, said.body

    async def switches(self, **how: object) -> None:
        said = await self.posts("/sim/esoz/switches", how)
        assert said.status == 200, said.body


def came_back(location: str | None) -> dict[str, str]:
    if location is None:
        return {}
    parts = urlsplit(location)
    assert f"{parts.scheme}://{parts.netloc}{parts.path}" == REDIRECT
    return {name: values[0] for name, values in parse_qs(parts.query).items()}


@pytest.fixture
async def cabinet() -> AsyncIterator[Cabinet]:
    world = World(doctors=200)
    await world.clock.set(NOW)
    world.register_redirect(PUBLIC_URL)
    made = Cabinet(world)
    async with made.client:
        yield made
    await world.telegram.close()
    await world.signer.close()
