"""How far a request to change something at ЕСОЗ has come."""

from __future__ import annotations

from enum import StrEnum


class RequestStatus(StrEnum):
    """Of declaration requests and person requests alike; OTHER is one that we do not know.

    ЕСОЗ writes them in small letters in lists, and CANCELLED with one L or with two.
    """

    NEW = "NEW"
    APPROVED = "APPROVED"
    SIGNED = "SIGNED"
    REJECTED = "REJECTED"
    CANCELLED = "CANCELLED"
    EXPIRED = "EXPIRED"
    OTHER = "OTHER"

    @classmethod
    def _missing_(cls, value: object) -> RequestStatus:
        code = str(value).strip().upper()
        known = {status.value: status for status in cls} | {"CANCELED": cls.CANCELLED}
        return known.get(code, cls.OTHER)

    @property
    def is_open(self) -> bool:
        """Whether something can still come of it."""
        return self in {RequestStatus.NEW, RequestStatus.APPROVED}
