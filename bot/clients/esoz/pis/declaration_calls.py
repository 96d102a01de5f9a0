"""Declarations and requests for them; implements DeclarationCabinet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.clients.esoz.pis.declaration_rows import (
    DeclarationAnswer,
    DeclarationRequestAnswer,
    DeclarationRequestsAnswer,
    DeclarationsAnswer,
)
from bot.clients.esoz.pis.paging import PAGE_SIZE
from bot.clients.esoz.pis.person_calls import segment, signed_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.clients.esoz.pis.declaration_rows import DeclarationRequestRow
    from bot.clients.esoz.pis.transport import Params
    from bot.clients.esoz.pis.user_calls import UserCalls
    from bot.domain.cabinet import (
        Acting,
        Declaration,
        DeclarationRequest,
        DeclarationStatus,
        Page,
        RequestStatus,
    )

_DECLARATIONS = "/api/pis/declarations"
_REQUESTS = "/api/pis/declaration_requests"


class DeclarationCalls:
    """Without `sets_patient_signed` ЕСОЗ's document is signed as it came."""

    def __init__(self, calls: UserCalls, *, sets_patient_signed: bool = True) -> None:
        self._calls = calls
        self._sets_patient_signed = sets_patient_signed

    async def declarations(
        self, acting: Acting, *, status: DeclarationStatus | None = None, page: int = 1
    ) -> Page[Declaration]:
        params = _page(page, status)
        answer = await self._calls.get(acting, _DECLARATIONS, DeclarationsAnswer, params)
        return answer.page_of(row.to_declaration() for row in answer.data)

    async def declaration(self, acting: Acting, declaration_id: str) -> Declaration:
        path = f"{_DECLARATIONS}/{segment(declaration_id)}"
        return (await self._calls.get(acting, path, DeclarationAnswer)).to_declaration()

    async def terminate_declaration(
        self, acting: Acting, declaration_id: str, reason: str = ""
    ) -> Declaration:
        path = f"{_DECLARATIONS}/{segment(declaration_id)}/actions/terminate"
        body = {"reason_description": reason} if reason else None
        answer = await self._calls.send(acting, "PATCH", path, DeclarationAnswer, body)
        return answer.to_declaration()

    async def create_declaration_request(
        self, acting: Acting, employee_id: str, division_id: str
    ) -> DeclarationRequest:
        body = {"employee_id": employee_id, "division_id": division_id}
        return await self._changed(acting, "POST", _REQUESTS, body)

    async def declaration_requests(
        self, acting: Acting, *, status: RequestStatus | None = None, page: int = 1
    ) -> Page[DeclarationRequest]:
        params = _page(page, status)
        answer = await self._calls.get(acting, _REQUESTS, DeclarationRequestsAnswer, params)
        return answer.page_of(self._request(row) for row in answer.data)

    async def declaration_request(self, acting: Acting, request_id: str) -> DeclarationRequest:
        path = f"{_REQUESTS}/{segment(request_id)}"
        answer = await self._calls.get(acting, path, DeclarationRequestAnswer)
        return self._request(answer.data)

    async def sign_declaration_request(
        self, acting: Acting, request_id: str, signed: bytes
    ) -> DeclarationRequest:
        path = f"{_REQUESTS}/{segment(request_id)}/actions/sign"
        return await self._changed(acting, "PATCH", path, signed_body(signed))

    async def reject_declaration_request(
        self, acting: Acting, request_id: str
    ) -> DeclarationRequest:
        path = f"{_REQUESTS}/{segment(request_id)}/actions/reject"
        return await self._changed(acting, "PATCH", path)

    async def _changed(
        self, acting: Acting, method: str, path: str, body: Mapping[str, object] | None = None
    ) -> DeclarationRequest:
        answer = await self._calls.send(acting, method, path, DeclarationRequestAnswer, body)
        return self._request(answer.data)

    def _request(self, row: DeclarationRequestRow) -> DeclarationRequest:
        return row.to_request(sets_patient_signed=self._sets_patient_signed)


def _page(number: int, status: DeclarationStatus | RequestStatus | None) -> Params:
    params: Params = {"page": number, "page_size": PAGE_SIZE}
    if status:
        params["status"] = status.value
    return params
