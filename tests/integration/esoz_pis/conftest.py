"""The patient's client before the sandbox's ЕСОЗ, over real HTTP; only waiting is played."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

from bot.clients.esoz.patience import Patience
from bot.clients.esoz.pis.cabinet import EsozCabinet
from bot.clients.esoz.pis.oauth import EsozOAuth, OAuthClient
from bot.clients.esoz.pis.transport import PisTransport
from bot.clients.esoz.pis.uploads import Uploads
from bot.clients.esoz.pis.user_calls import UserCalls
from bot.domain.cabinet import Acting
from bot.errors import SignInEnded
from tests.town import ClockWithoutPauses, Town, world_only

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

REDIRECT = "http://127.0.0.1/oauth/callback"
_PATIENCE = Patience(read_seconds=1.0, total_seconds=5.0)


@dataclass
class Renewal:
    """Gives a new token of the sandbox where it has one; notes who ended."""

    next_token: str = ""
    renewed_count: int = 0
    has_ended: bool = False

    async def renewed(self, acting: Acting) -> Acting:
        self.renewed_count += 1
        if not self.next_token:
            raise SignInEnded
        return with_token(acting, self.next_token)

    async def ended(self, _acting: Acting) -> None:
        self.has_ended = True


@dataclass
class Esoz:
    """A client at work: `cabinet` and `oauth` ask `town`; `strangers` has a wrong key."""

    town: Town
    cabinet: EsozCabinet
    oauth: EsozOAuth
    renewal: Renewal
    clock: ClockWithoutPauses
    strangers: EsozCabinet
    _people: list[dict[str, Any]] = field(default_factory=list)

    async def person(self, special: str = "") -> dict[str, Any]:
        if not self._people:
            self._people = (await self.town.call("GET", "/sim/people"))["people"]
        adults = [one for one in self._people if one["birth_date"] < "2000" and one["tax_id"]]
        wanted = [one for one in (self._people if special else adults)
                  if (one["special"] or "") == special]  # fmt: skip
        return wanted[0]

    async def token(self, **body: Any) -> dict[str, Any]:
        answer = await self.town.call("POST", "/sim/esoz/tokens", body)
        return dict(answer.get("data", answer))

    async def acting(self, special: str = "", confidant: str = "", **more: Any) -> Acting:
        """Somebody signed in without pages."""
        body: dict[str, Any] = {"person_id": (await self.person(special))["id"], **more}
        if confidant:
            body["applicant_person_id"] = (await self.person(confidant))["id"]
        token = await self.token(**body)
        details = token["details"]
        return Acting(
            telegram_id=1,
            session_id="session",
            person_id=token["user"]["person_id"],
            applicant_person_id=details["applicant_person_id"],
            access_id=details["app_id"],
            scope=frozenset(details["scope"].split()),
            access_token=token["value"],
        )

    async def family_doctor(self) -> dict[str, Any]:
        """A family doctor with free places, as the bulk export has them."""
        listed = (await self.town.call("GET", "/sim/doctors"))["doctors"]
        family = (one for one in listed if one["speciality"] == "FAMILY_DOCTOR")
        doctor = next(one for one in family if one["free_places"] > 1)
        headers = {"api-key": self.town.world.esoz.api_key, "Content-Type": "application/json"}
        address = f"{self.town.base}/esoz/api/pis/bulk/employees"
        async with self.town.http.get(address, headers=headers) as answer:
            rows = json.loads(await answer.read())["data"]
        return next(row for row in rows if row["id"] == doctor["employee_id"])

    async def signed(self, who: str, content: bytes, **how: str) -> bytes:
        """`content` signed with the key of the special person `who`."""
        body = {
            "person_id": (await self.person(who))["id"],
            "content_base64": b64encode(content).decode(),
            **how,
        }
        return b64decode((await self.town.call("POST", "/sim/signer", body))["signed_base64"])


def with_token(acting: Acting, token: str) -> Acting:
    values = {name: getattr(acting, name) for name in Acting.__slots__}
    return Acting(**values | {"access_token": token})


def open_transport(
    town: Town, clock: ClockWithoutPauses, api_key: str, path: str = "/esoz"
) -> PisTransport:
    return PisTransport(f"{town.base}{path}", api_key, clock=clock, patience=_PATIENCE)


@pytest.fixture
async def esoz() -> AsyncIterator[Esoz]:
    async with client_in_town() as made:
        yield made


@asynccontextmanager
async def client_in_town(doctors: int = 200) -> AsyncIterator[Esoz]:
    async with world_only(doctors) as town:
        base, clock, renewal = f"{town.base}/esoz", ClockWithoutPauses(town.world.clock), Renewal()
        key = town.world.esoz.api_key
        transports = [open_transport(town, clock, api_key) for api_key in (key, "wrong-key")]
        uploads = Uploads(_PATIENCE, esoz_url=base)
        settings = town.world.bot_settings(int(base.rpartition(":")[2].partition("/")[0]))
        client = OAuthClient(
            client_id=settings["ESOZ_CLIENT_ID"],
            client_secret=key,
            redirect_uri=REDIRECT,
            sign_in_url=f"{town.base}/my",
        )
        ours, strangers = (EsozCabinet(UserCalls(one, renewal), uploads) for one in transports)
        oauth = EsozOAuth(transports[0], client)
        yield Esoz(town, ours, oauth, renewal, clock, strangers)
        for transport in transports:
            await transport.aclose()
        await uploads.aclose()
