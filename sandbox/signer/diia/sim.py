"""`/sim/diia`: the app for scripts and tests, and where and how Дія calls back."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from aiohttp import web
from pydantic import AnyHttpUrl, BaseModel, ConfigDict

from sandbox.posted import bad_request, not_found, posted
from sandbox.signer.authority import CannotSign
from sandbox.signer.diia.callback import CallbackForm
from sandbox.signer.diia.offer_requests import RequestStatus
from sandbox.signer.mistakes import Mistake
from sandbox.signer.register import UnknownPerson

if TYPE_CHECKING:
    from sandbox.signer.diia.callback import Callback
    from sandbox.signer.diia.offer_requests import OfferRequest, OfferRequests
    from sandbox.signer.diia.person import PersonInApp
    from sandbox.signer.register import Register


class Action(StrEnum):
    SIGN = "sign"
    REFUSE = "refuse"
    RESEND = "resend"


class Calling(BaseModel):
    model_config = ConfigDict(extra="forbid")

    callback_url: AnyHttpUrl | None = None
    callback_form: CallbackForm | None = None


class Deed(BaseModel):
    model_config = ConfigDict(extra="forbid")

    action: Action
    person_id: str = ""
    mistake: Mistake = Mistake.NONE


class Sim:
    def __init__(
        self, requests: OfferRequests, person: PersonInApp, callback: Callback, register: Register
    ) -> None:
        self._requests = requests
        self._person = person
        self._callback = callback
        self._register = register

    def routes(self) -> list[web.AbstractRouteDef]:
        return [
            web.get("/sim/diia", self._look),
            web.post("/sim/diia", self._set),
            web.post("/sim/diia/{request_id}", self._act),
        ]

    async def _look(self, _request: web.Request) -> web.Response:
        return web.json_response(
            {
                "callback_url": self._callback.url or None,
                "callback_form": self._callback.form,
                "requests": [_row(one) for one in self._requests.all()],
            }
        )

    async def _set(self, request: web.Request) -> web.Response:
        wanted = await posted(request, Calling)
        if wanted.callback_url:
            self._callback.url = str(wanted.callback_url)
        if wanted.callback_form:
            self._callback.form = wanted.callback_form
        return await self._look(request)

    async def _act(self, request: web.Request) -> web.Response:
        found = self._requests.by_request_id(request.match_info["request_id"])
        if found is None:
            raise not_found("request_id: Дія has no such request, GET /sim/diia lists all")
        deed = await posted(request, Deed)
        if deed.action is Action.RESEND:
            is_taken = await self._resend(found)
        elif found.status is not RequestStatus.PENDING or found.is_refused:
            raise bad_request("action: the request is no longer open")
        elif deed.action is Action.REFUSE:
            self._person.refuse(found)
            is_taken = False
        else:
            is_taken = await self._sign(found, deed)
        return web.json_response({**_row(found), "is_taken": is_taken})

    async def _resend(self, found: OfferRequest) -> bool:
        if found.callback_body is None:
            raise bad_request("action: nothing was signed yet")
        return await self._callback.send(found)

    async def _sign(self, found: OfferRequest, deed: Deed) -> bool:
        try:
            who = self._register.person(deed.person_id)
            return await self._person.sign(found, who, deed.mistake)
        except UnknownPerson:
            raise not_found("person_id: nobody has this id, GET /sim/people lists all") from None
        except CannotSign:
            raise bad_request("person_id: this person has nothing to sign with") from None
        except ValueError:
            raise bad_request("mistake: this one needs the document itself") from None


def _row(one: OfferRequest) -> dict[str, Any]:
    return {
        "request_id": one.request_id,
        "deeplink": one.deeplink,
        "status": one.status,
        "is_refused": one.is_refused,
        "files": [file.name for file in one.files],
        "return_link": one.return_link,
        "callbacks": one.callbacks,
    }
