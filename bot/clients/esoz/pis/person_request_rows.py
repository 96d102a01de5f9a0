"""Requests to change personal data, as ЕСОЗ sends them."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, model_validator

from bot.clients.esoz.envelope import Answer
from bot.clients.esoz.pis.lenient import AsRows, Moment, Text, frozen_bytes
from bot.clients.esoz.pis.paging import Paged
from bot.clients.esoz.pis.person_rows import PersonRow
from bot.domain.cabinet import PersonRequest, RequestStatus, UploadLink

_SIGNED_KEYS = (
    "id",
    "status",
    "channel",
    "person",
    "process_disclosure_data_consent",
    "content",
)
"""What the PIS document's own example of a signed person request holds, with `patient_signed`."""


class LinkRow(Answer):
    """`is_uploaded` stands in the details of a request only."""

    type: Text = ""
    url: Text = ""
    is_uploaded: bool = False

    def to_link(self) -> UploadLink:
        return UploadLink(type=self.type, url=self.url)


class LinksAnswer(Answer):
    data: Annotated[tuple[LinkRow, ...], AsRows] = ()

    def to_links(self) -> tuple[UploadLink, ...]:
        return tuple(row.to_link() for row in self.data)


class PersonRequestRow(Answer):
    """`sent` is the object as it came: what is signed is made of it."""

    id: str = Field(min_length=1)
    status: Text = ""
    content: Text = ""
    person: PersonRow | None = None
    inserted_at: Moment = None
    updated_at: Moment = None
    sent: dict[str, Any] = Field(repr=False)

    @model_validator(mode="before")
    @classmethod
    def _keep_what_came(cls, value: object) -> object:
        return {**value, "sent": value} if isinstance(value, dict) else value

    def to_request(self, links: tuple[LinkRow, ...] = ()) -> PersonRequest:
        return PersonRequest(
            id=self.id,
            status=RequestStatus(self.status),
            content_html=self.content,
            data_to_be_signed=self._to_be_signed(),
            documents=tuple(link.to_link() for link in links if not link.is_uploaded),
            person=self.person.to_person() if self.person else None,
            inserted_at=self.inserted_at,
            updated_at=self.updated_at,
        )

    def _to_be_signed(self) -> bytes:
        """The request itself with the patient's consent; a newer ЕСОЗ may say it outright."""
        outright = self.sent.get("data_to_be_signed")
        if isinstance(outright, dict):
            return frozen_bytes({**outright, "patient_signed": True})
        if not self.content:
            return b""
        held = {key: self.sent[key] for key in _SIGNED_KEYS if key in self.sent}
        return frozen_bytes({**held, "patient_signed": True})


class _Uploads(Answer):
    documents: Annotated[tuple[LinkRow, ...], AsRows] = ()


class PersonRequestAnswer(Answer):
    data: PersonRequestRow
    urgent: _Uploads | None = None

    def to_request(self) -> PersonRequest:
        return self.data.to_request(self.urgent.documents if self.urgent else ())


class PersonRequestsAnswer(Paged):
    data: Annotated[tuple[PersonRequestRow, ...], AsRows] = ()


class _Status(Answer):
    status: Text = ""


class StatusAnswer(Answer):
    data: _Status = _Status()
