"""How ЕСОЗ makes sure by phone that it is the patient: the methods and a change of the number."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class MethodType(StrEnum):
    """OTP: a code by SMS. OFFLINE: by documents. THIRD_PERSON: by the confidant's phone."""

    OTP = "OTP"
    OFFLINE = "OFFLINE"
    THIRD_PERSON = "THIRD_PERSON"
    NA = "NA"
    OTHER = "OTHER"

    @classmethod
    def _missing_(cls, value: object) -> MethodType:
        known = {method.value: method for method in cls}
        return known.get(str(value).strip().upper(), cls.OTHER)


@dataclass(frozen=True, slots=True)
class AuthenticationMethod:
    """One way; `phone` comes masked or whole, `confidant` is a masked name («Петров А.А.»)."""

    id: str
    type: MethodType
    phone: str = field(default="", repr=False)
    alias: str = field(default="", repr=False)
    confidant: str = field(default="", repr=False)
    confidant_phones: tuple[str, ...] = field(default=(), repr=False)
    is_active: bool = True
    started_at: datetime | None = None
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class AuthMethodRequest:
    """A new phone number that waits for its code; `current_phone` is masked."""

    id: str
    current_type: MethodType | None = None
    current_phone: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class SentCode:
    """A code that was sent again."""

    expires_at: datetime | None = None
