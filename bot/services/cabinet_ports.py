"""What the patient's cabinet needs from outside: ЕСОЗ in a patient's name, one method a call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.domain.cabinet import (
        Acting,
        AuthenticationMethod,
        AuthMethodRequest,
        CabinetAccess,
        Declaration,
        DeclarationRequest,
        DeclarationStatus,
        Page,
        Person,
        PersonRequest,
        RequestStatus,
        SentCode,
        UploadLink,
        Verification,
    )


class PersonCabinet(Protocol):
    """The person, the phone for codes, and changes of personal data.

    Every method of this file raises EsozRefused with the reason where ЕСОЗ says no, NotFound for
    what is not there or not this person's, SignInEnded when the session is over, Unavailable for
    an outage. A write that raises Unavailable may have been done: ask before doing it again.
    """

    async def person(self, acting: Acting) -> Person: ...

    async def verification(self, acting: Acting) -> Verification: ...

    async def authentication_methods(self, acting: Acting) -> tuple[AuthenticationMethod, ...]: ...

    async def request_phone(self, acting: Acting, phone: str) -> AuthMethodRequest:
        """Let ЕСОЗ send a code to `phone` (+380…); an earlier request of the kind ends."""
        ...

    async def approve_phone(self, acting: Acting, request_id: str, code: str) -> None:
        """`code` is the four digits that came to the new number."""
        ...

    async def resend_code(self, acting: Acting, request_id: str) -> SentCode: ...

    async def create_person_request(
        self, acting: Acting, person: Mapping[str, object]
    ) -> PersonRequest:
        """`person` is the JSON of Update_Person_Request_PIS, all of it, not only what changes."""
        ...

    async def upload_document(self, link: UploadLink, jpeg: bytes) -> None:
        """Put a picture where the signed link says; no token of the patient goes there."""
        ...

    async def complete_person_request(
        self, acting: Acting, request_id: str, signed: bytes
    ) -> RequestStatus:
        """`signed` is CMS with the request's `data_to_be_signed` inside, in DER."""
        ...

    async def reject_person_request(self, acting: Acting, request_id: str) -> None: ...

    async def person_requests(
        self, acting: Acting, *, status: RequestStatus | None = None, page: int = 1
    ) -> Page[PersonRequest]: ...

    async def person_request(self, acting: Acting, request_id: str) -> PersonRequest: ...

    async def missing_documents(self, acting: Acting) -> tuple[UploadLink, ...]:
        """Start an upload without a change of data; empty when nothing is to be uploaded."""
        ...

    async def complete_documents(self, acting: Acting) -> tuple[UploadLink, ...]:
        """Empty when all is there, else what is still missing."""
        ...


class DeclarationCabinet(Protocol):
    """Declarations and requests for them; errors as in PersonCabinet."""

    async def declarations(
        self, acting: Acting, *, status: DeclarationStatus | None = None, page: int = 1
    ) -> Page[Declaration]: ...

    async def declaration(self, acting: Acting, declaration_id: str) -> Declaration: ...

    async def terminate_declaration(
        self, acting: Acting, declaration_id: str, reason: str = ""
    ) -> Declaration:
        """`reason` is the patient's own words, "" for none."""
        ...

    async def create_declaration_request(
        self, acting: Acting, employee_id: str, division_id: str
    ) -> DeclarationRequest: ...

    async def declaration_requests(
        self, acting: Acting, *, status: RequestStatus | None = None, page: int = 1
    ) -> Page[DeclarationRequest]: ...

    async def declaration_request(self, acting: Acting, request_id: str) -> DeclarationRequest: ...

    async def sign_declaration_request(
        self, acting: Acting, request_id: str, signed: bytes
    ) -> DeclarationRequest: ...

    async def reject_declaration_request(
        self, acting: Acting, request_id: str
    ) -> DeclarationRequest: ...


class AccessCabinet(Protocol):
    """Consents that the patient gave to e-cabinets, ours among them; errors as above."""

    async def accesses(self, acting: Acting, *, page: int = 1) -> Page[CabinetAccess]: ...

    async def revoke_access(self, acting: Acting, access_id: str) -> None:
        """Revoking `acting.access_id` ends our own session: sign out at once afterwards."""
        ...


class Cabinet(PersonCabinet, DeclarationCabinet, AccessCabinet, Protocol):
    """All that a patient may do at ЕСОЗ through us."""


class ActFor(Protocol):
    """Gives the session of whoever the patient acts for now; `ActAs` implements it."""

    async def __call__(self, *, telegram_id: int, session_id: str = "") -> Acting:
        """With `session_id`, that session; raises NotSignedIn, SignInEnded, Unavailable."""
        ...
