"""The person, the phone for codes, and changes of personal data; implements PersonCabinet."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING
from urllib.parse import quote

from bot.clients.esoz.pis.method_rows import MethodRequestAnswer, MethodsAnswer, OtpAnswer
from bot.clients.esoz.pis.paging import PAGE_SIZE
from bot.clients.esoz.pis.person_request_rows import (
    LinksAnswer,
    PersonRequestAnswer,
    PersonRequestsAnswer,
    StatusAnswer,
)
from bot.clients.esoz.pis.person_rows import PersonAnswer
from bot.clients.esoz.pis.transport import NoAnswer
from bot.clients.esoz.pis.verification_rows import VerificationAnswer
from bot.domain.cabinet import RequestStatus

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.clients.esoz.pis.transport import Params
    from bot.clients.esoz.pis.uploads import Uploads
    from bot.clients.esoz.pis.user_calls import UserCalls
    from bot.domain.cabinet import (
        Acting,
        AuthenticationMethod,
        AuthMethodRequest,
        Page,
        Person,
        PersonRequest,
        SentCode,
        UploadLink,
        Verification,
    )

_PERSON = "/api/pis/person"
_METHOD_REQUESTS = "/api/pis/authentication_method_requests"
_REQUESTS = "/api/pis/person_requests"
_DOCUMENTS = "/api/pis/documents"


class PersonCalls:
    def __init__(self, calls: UserCalls, uploads: Uploads) -> None:
        self._calls = calls
        self._uploads = uploads

    async def person(self, acting: Acting) -> Person:
        return (await self._calls.get(acting, _PERSON, PersonAnswer)).data.to_person()

    async def verification(self, acting: Acting) -> Verification:
        path = f"{_PERSON}/verification"
        return (await self._calls.get(acting, path, VerificationAnswer)).data.to_verification()

    async def authentication_methods(self, acting: Acting) -> tuple[AuthenticationMethod, ...]:
        path = f"{_PERSON}/authentication_methods"
        answer = await self._calls.get(acting, path, MethodsAnswer)
        return tuple(row.to_method() for row in answer.data)

    async def request_phone(self, acting: Acting, phone: str) -> AuthMethodRequest:
        body = {"authentication_method": {"type": "OTP", "phone_number": phone}}
        answer = await self._calls.send(
            acting, "POST", _METHOD_REQUESTS, MethodRequestAnswer, body
        )
        return answer.to_request()

    async def approve_phone(self, acting: Acting, request_id: str, code: str) -> None:
        """Send the code as the document types it: a number, unless that would lose a zero."""
        path = f"{_METHOD_REQUESTS}/{segment(request_id)}/actions/approve"
        said = code if code.startswith("0") else int(code)
        await self._calls.send(acting, "PATCH", path, NoAnswer, {"verification_code": said})

    async def resend_code(self, acting: Acting, request_id: str) -> SentCode:
        path = f"{_METHOD_REQUESTS}/{segment(request_id)}/actions/resend_otp"
        return (await self._calls.send(acting, "POST", path, OtpAnswer)).to_sent()

    async def create_person_request(
        self, acting: Acting, person: Mapping[str, object]
    ) -> PersonRequest:
        body = {
            "person": person,
            "patient_signed": False,
            "process_disclosure_data_consent": True,
        }
        answer = await self._calls.send(acting, "POST", _REQUESTS, PersonRequestAnswer, body)
        return answer.to_request()

    async def upload_document(self, link: UploadLink, jpeg: bytes) -> None:
        await self._uploads.put(link.url, jpeg)

    async def complete_person_request(
        self, acting: Acting, request_id: str, signed: bytes
    ) -> RequestStatus:
        path = f"{_REQUESTS}/{segment(request_id)}/actions/complete"
        answer = await self._calls.send(acting, "PATCH", path, StatusAnswer, signed_body(signed))
        return RequestStatus(answer.data.status)

    async def reject_person_request(self, acting: Acting, request_id: str) -> None:
        path = f"{_REQUESTS}/{segment(request_id)}/actions/reject"
        await self._calls.send(acting, "PATCH", path, NoAnswer)

    async def person_requests(
        self, acting: Acting, *, status: RequestStatus | None = None, page: int = 1
    ) -> Page[PersonRequest]:
        params: Params = {"page": page, "page_size": PAGE_SIZE}
        if status:
            params["status"] = status.value
        answer = await self._calls.get(acting, _REQUESTS, PersonRequestsAnswer, params)
        return answer.page_of(row.to_request() for row in answer.data)

    async def person_request(self, acting: Acting, request_id: str) -> PersonRequest:
        path = f"{_REQUESTS}/{segment(request_id)}"
        return (await self._calls.get(acting, path, PersonRequestAnswer)).to_request()

    async def missing_documents(self, acting: Acting) -> tuple[UploadLink, ...]:
        return (await self._calls.send(acting, "POST", _DOCUMENTS, LinksAnswer)).to_links()

    async def complete_documents(self, acting: Acting) -> tuple[UploadLink, ...]:
        path = f"{_DOCUMENTS}/actions/complete"
        return (await self._calls.send(acting, "PATCH", path, LinksAnswer)).to_links()


def segment(identifier: str) -> str:
    """One segment of a path, whatever an id holds."""
    return quote(identifier, safe="")


def signed_body(signed: bytes) -> dict[str, object]:
    """The body of every call that hands a signature over."""
    return {
        "signed_content": b64encode(signed).decode(),
        "signed_content_encoding": "base64",
    }
