"""`/api/pis/declarations`: list, one, and ending it (esoz.md §4.2, §4.11)."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from aiohttp import web

from sandbox.esoz import answers
from sandbox.esoz.answers import EsozError
from sandbox.esoz.bodies import json_object
from sandbox.esoz.pis.acting import check_is_represented, check_is_verified
from sandbox.esoz.pis.declaration import DeclarationStatus
from sandbox.esoz.pis.paging import has_wanted, is_between, paged

if TYPE_CHECKING:
    from sandbox.esoz.pis.declaration import Declaration
    from sandbox.esoz.pis.declarations import Declarations
    from sandbox.esoz.pis.gate import Call, Gate
    from sandbox.esoz.pis.storage import Storage
    from sandbox.esoz.pis.workplaces import Workplaces

_PATH = "/esoz/api/pis/declarations"


class DeclarationsApi:
    def __init__(
        self, declarations: Declarations, workplaces: Workplaces, storage: Storage
    ) -> None:
        self._declarations = declarations
        self._workplaces = workplaces
        self._storage = storage

    def routes(self, gate: Gate) -> list[web.AbstractRouteDef]:
        # the sources disagree about the second scope, so either one will do (§1.5)
        details = gate.guard(self.one, "declaration:details_pis", "declaration:read_pis")
        terminate = gate.guard(self.terminate, "declaration:terminate_pis")
        return [
            web.get(_PATH, gate.guard(self.listed, "declaration:read_pis")),
            web.get(f"{_PATH}/{{id}}", details),
            web.patch(f"{_PATH}/{{id}}/actions/terminate", terminate),
        ]

    async def listed(self, call: Call) -> web.Response:
        request = call.request
        rows = [one.listed() for one in self._declarations.of(call.patient)]
        chosen = [
            row
            for row in rows
            if has_wanted(request, "status", row["status"])
            and is_between(request, "start_date", row["start_date"])
            and is_between(request, "end_date", row["end_date"])
        ]
        return paged(request, chosen)

    async def one(self, call: Call) -> web.Response:
        """With a link to the signed file; of an invented past one it is the printed form."""
        one = self._found(call)
        url = self._storage.offer(call.request, one.signed or one.content.encode())
        links = [{"type": "SIGNED_CONTENT", "url": url}]
        return answers.single(call.request, one.details(), urgent={"links": links})

    async def terminate(self, call: Call) -> web.Response:
        one = self._found(call)
        check_is_verified(call)
        check_is_represented(call)
        description = None
        if call.request.can_read_body:
            description = (await json_object(call.request)).get("reason_description")
        if one.status is not DeclarationStatus.ACTIVE:
            message = "declaration status is not active"
            raise EsozError(HTTPStatus.UNPROCESSABLE_ENTITY, "request_malformed", message)
        status = DeclarationStatus.TERMINATED
        self._declarations.end(one, status, call.now, "manual_person", description)
        place = self._workplaces.find(one.employee_id)
        division = self._workplaces.division(one.division_id)
        if place is None or division is None:
            return answers.single(call.request, one.details())
        return answers.single(call.request, one.terminated(call.patient, place, division))

    def _found(self, call: Call) -> Declaration:
        wanted = call.request.match_info["id"]
        for one in self._declarations.of(call.patient):
            if one.id == wanted:
                return one
        raise answers.not_found("not found")
