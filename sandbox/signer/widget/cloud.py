"""Cloud keys: what the widget asks to sign waits until the person confirms it in an app."""

from __future__ import annotations

import base64
import io
import secrets
from dataclasses import dataclass
from enum import StrEnum
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

import segno
from aiohttp import web
from pydantic import BaseModel, ConfigDict

from sandbox.posted import bad_request, not_found, posted
from sandbox.signer.sim import signed_as_wanted

if TYPE_CHECKING:
    from sandbox.esoz.person import Person
    from sandbox.signer.pages import Pages
    from sandbox.signer.signing import Signing
    from sandbox.signer.sim import Wanted

_APP = "ХмарПідпис (вигаданий)"


class Decision(StrEnum):
    CONFIRM = "confirm"
    REFUSE = "refuse"


class Deed(BaseModel):
    model_config = ConfigDict(extra="forbid")

    action: Decision


@dataclass
class Operation:
    number: str
    person: Person
    wanted: Wanted
    decision: Decision | None = None
    signed: bytes = b""


class CloudKeys:
    """The app of all invented people, and what waits in it."""

    def __init__(self, signing: Signing, pages: Pages) -> None:
        self._signing = signing
        self._pages = pages
        self._operations: dict[str, Operation] = {}

    def routes(self) -> list[web.AbstractRouteDef]:
        return [
            web.get("/widget/operations/{number}", self._state),
            web.get("/widget/confirm/{number}", self._look),
            web.post("/widget/confirm/{number}", self._decide),
            web.get("/sim/widget", self._waiting),
            web.post("/sim/widget/{number}", self._decide_by_script),
        ]

    def begin(self, request: web.Request, wanted: Wanted, person: Person) -> dict[str, str]:
        """What the page is told in the event, and the operation's number."""
        number = secrets.token_urlsafe(12)
        self._operations[number] = Operation(number, person, wanted)
        url = f"{request.url.origin()}/widget/confirm/{number}"
        picture = io.BytesIO()
        segno.make(url, micro=False).save(picture, kind="png", scale=5)
        image = base64.b64encode(picture.getvalue()).decode()
        return {"number": number, "url": url, "qrImage": image, "mobileAppName": _APP}

    async def _state(self, request: web.Request) -> web.Response:
        return web.json_response(_row(self._of(request)))

    async def _waiting(self, _request: web.Request) -> web.Response:
        waiting = [_row(one) for one in self._operations.values() if one.decision is None]
        return web.json_response({"operations": waiting})

    async def _look(self, request: web.Request) -> web.Response:
        return self._show(request, self._of(request))

    async def _decide(self, request: web.Request) -> web.Response:
        found = self._of(request)
        fields = await request.post()
        if found.decision is None and fields.get("action") in set(Decision):
            await self._settle(found, Decision(str(fields["action"])))
        return self._show(request, found)

    async def _decide_by_script(self, request: web.Request) -> web.Response:
        found = self._of(request)
        deed = await posted(request, Deed)
        if found.decision is not None:
            raise bad_request("action: the operation is no longer open")
        await self._settle(found, deed.action)
        return web.json_response(_row(found))

    async def _settle(self, found: Operation, decision: Decision) -> None:
        if decision is Decision.CONFIRM:
            found.signed = await signed_as_wanted(self._signing, found.wanted, found.person)
        found.decision = decision

    def _of(self, request: web.Request) -> Operation:
        try:
            return self._operations[request.match_info["number"]]
        except KeyError:
            raise not_found("number: nothing here has it, GET /sim/widget lists all") from None

    def _show(self, request: web.Request, found: Operation) -> web.Response:
        person = str(found.person.name)
        return self._pages.show(
            request,
            "cloud.html",
            status=HTTPStatus.OK,
            decision=found.decision,
            person_name=person,
        )


def _row(one: Operation) -> dict[str, Any]:
    return {
        "number": one.number,
        "person_id": one.person.id,
        "decision": one.decision,
        "signed_base64": base64.b64encode(one.signed).decode() or None,
    }
