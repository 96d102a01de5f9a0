"""`/api/pis/apps`: which e-cabinets may use a patient's data, and taking that back (§6.1)."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from aiohttp import web

from sandbox.esoz import answers
from sandbox.esoz.pis.paging import paged

if TYPE_CHECKING:
    from sandbox.esoz.pis.approvals import Approval, Approvals
    from sandbox.esoz.pis.gate import Call, Gate
    from sandbox.esoz.pis.tokens import Tokens

_APPS = "/esoz/api/pis/apps"
_LARGEST_PAGE = 100


class AppsApi:
    def __init__(self, approvals: Approvals, tokens: Tokens) -> None:
        self._approvals = approvals
        self._tokens = tokens

    def routes(self, gate: Gate) -> list[web.AbstractRouteDef]:
        return [
            web.get(_APPS, gate.guard(self.listed, "app:read_pis")),
            web.get(f"{_APPS}/{{id}}", gate.guard(self.one, "app:read_pis")),
            web.delete(f"{_APPS}/{{id}}", gate.guard(self.delete, "app:delete_pis")),
        ]

    async def listed(self, call: Call) -> web.Response:
        query = call.request.query
        rows = [approval.record() for approval in self._approvals.of(call.patient)]
        for name in ("client_id", "client_name"):
            wanted = query.get(f"{name}s")
            if wanted:
                rows = [row for row in rows if row[name] in wanted.split(",")]
        return paged(call.request, rows, number_name="page_number", largest=_LARGEST_PAGE)

    async def one(self, call: Call) -> web.Response:
        return answers.single(call.request, self._found(call).record())

    async def delete(self, call: Call) -> web.Response:
        """204; sessions under the approval end at once, the caller's own too."""
        approval = self._found(call)
        self._approvals.revoke(approval)
        self._tokens.end(approval)
        return web.Response(status=HTTPStatus.NO_CONTENT)

    def _found(self, call: Call) -> Approval:
        wanted = call.request.match_info["id"]
        for approval in self._approvals.of(call.patient):
            if approval.id == wanted:
                return approval
        raise answers.not_found("Approval not found")
