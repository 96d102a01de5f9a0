"""A patient's request to change their personal data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.cabinet.person import Person
    from bot.domain.cabinet.request_status import RequestStatus


@dataclass(frozen=True, slots=True)
class UploadLink:
    """Where the picture of one document goes (image/jpeg, one page, at most 10 MB)."""

    type: str
    url: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PersonRequest:
    """POST and GET /api/pis/person_requests; lists and old requests hold no content.

    `data_to_be_signed` is the JSON that the patient signs, serialised once, when it was read:
    keep these bytes and never make them anew. b"" where ЕСОЗ gave nothing to sign.
    """

    id: str
    status: RequestStatus
    content_html: str = field(default="", repr=False)
    data_to_be_signed: bytes = field(default=b"", repr=False)
    documents: tuple[UploadLink, ...] = ()
    person: Person | None = field(default=None, repr=False)
    inserted_at: datetime | None = None
    updated_at: datetime | None = None
