"""`/diia/app/…`: the app as a person sees it: what is to be signed, «Підписати», «Відхилити»."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from aiohttp import web

from sandbox.signer.authority import CannotSign
from sandbox.signer.diia.offer_requests import RequestStatus
from sandbox.signer.mistakes import Mistake
from sandbox.signer.pages import remember
from sandbox.signer.register import UnknownPerson

if TYPE_CHECKING:
    from sandbox.signer.diia.offer_requests import OfferRequest, OfferRequests
    from sandbox.signer.diia.person import PersonInApp
    from sandbox.signer.pages import Pages
    from sandbox.signer.register import Register


class AppPage:
    def __init__(
        self, requests: OfferRequests, person: PersonInApp, register: Register, pages: Pages
    ) -> None:
        self._requests = requests
        self._person = person
        self._register = register
        self._pages = pages

    def routes(self) -> list[web.AbstractRouteDef]:
        return [web.get("/diia/app/{key}", self._look), web.post("/diia/app/{key}", self._act)]

    async def _look(self, request: web.Request) -> web.Response:
        found = self._requests.by_key(request.match_info["key"])
        status = HTTPStatus.OK if found else HTTPStatus.NOT_FOUND
        return self._show(request, found, status)

    async def _act(self, request: web.Request) -> web.Response:
        found = self._requests.by_key(request.match_info["key"])
        if found is None or found.status is not RequestStatus.PENDING or found.is_refused:
            return self._show(request, found, HTTPStatus.CONFLICT)
        fields = await request.post()
        if fields.get("action") == "refuse":
            self._person.refuse(found)
            return self._show(request, found)
        try:
            who = self._register.person(str(fields.get("person_id", "")))
            mistake = Mistake(str(fields.get("mistake", Mistake.NONE)))
            await self._person.sign(found, who, mistake)
        except UnknownPerson:
            problem = "Оберіть, хто підписує."
            return self._show(request, found, HTTPStatus.BAD_REQUEST, problem)
        except CannotSign:
            problem = "Ця людина не має підпису. Оберіть іншу."
            return self._show(request, found, HTTPStatus.BAD_REQUEST, problem)
        except ValueError:
            problem = "У Дії такої помилки не зробити: вона бачить тільки хеш документа."
            return self._show(request, found, HTTPStatus.BAD_REQUEST, problem)
        answer = self._show(request, found)
        remember(answer, who)
        return answer

    def _show(
        self,
        request: web.Request,
        found: OfferRequest | None,
        status: HTTPStatus = HTTPStatus.OK,
        problem: str = "",
    ) -> web.Response:
        return self._pages.show(request, "diia.html", status=status, asked=found, problem=problem)
