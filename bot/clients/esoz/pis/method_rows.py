"""Authentication methods and a change of the phone, as ЕСОЗ sends them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bot.clients.esoz.envelope import Answer
from bot.clients.esoz.pis.lenient import AsRows, Moment, Text
from bot.clients.esoz.pis.person_rows import PhoneRow
from bot.domain.cabinet import AuthenticationMethod, AuthMethodRequest, MethodType, SentCode


class ConfidantRow(Answer):
    """The name comes masked."""

    name: Text = ""
    phones: Annotated[tuple[PhoneRow, ...], AsRows] = ()


class MethodRow(Answer):
    id: Text = ""
    type: Text = ""
    phone_number: Text = ""
    alias: Text = ""
    confidant_person: ConfidantRow | None = None
    is_active: bool | None = None
    started_at: Moment = None
    ended_at: Moment = None

    def to_method(self) -> AuthenticationMethod:
        confidant = self.confidant_person or ConfidantRow()
        return AuthenticationMethod(
            id=self.id,
            type=MethodType(self.type),
            phone=self.phone_number,
            alias=self.alias,
            confidant=confidant.name,
            confidant_phones=tuple(phone.number for phone in confidant.phones),
            is_active=self.ended_at is None if self.is_active is None else self.is_active,
            started_at=self.started_at,
            ended_at=self.ended_at,
        )


class MethodsAnswer(Answer):
    data: Annotated[tuple[MethodRow, ...], AsRows] = ()


class _Requested(Answer):
    id: str = Field(min_length=1)


class _Current(Answer):
    """`authentication_method_current` is an object in some answers, a list in others."""

    authentication_method_current: tuple[MethodRow, ...] | MethodRow | None = None

    def method(self) -> MethodRow | None:
        current = self.authentication_method_current
        return (current[0] if current else None) if isinstance(current, tuple) else current


class MethodRequestAnswer(Answer):
    data: _Requested
    urgent: _Current | None = None

    def to_request(self) -> AuthMethodRequest:
        current = self.urgent.method() if self.urgent else None
        return AuthMethodRequest(
            id=self.data.id,
            current_type=MethodType(current.type) if current else None,
            current_phone=current.phone_number if current else "",
        )


class _Otp(Answer):
    code_expired_at: Moment = None


class OtpAnswer(Answer):
    data: _Otp = _Otp()

    def to_sent(self) -> SentCode:
        return SentCode(expires_at=self.data.code_expired_at)
