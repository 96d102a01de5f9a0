"""One-time codes by SMS (esoz.md §4.10, §10 rows 49 to 53)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from http import HTTPStatus
from typing import TYPE_CHECKING
from uuid import uuid4

from sandbox.esoz import answers, messages
from sandbox.esoz.answers import EsozError
from sandbox.esoz.invented import dice

if TYPE_CHECKING:
    from datetime import datetime
    from random import Random

    from sandbox.esoz.outbox import Outbox

_LIVES = timedelta(seconds=300)
_ATTEMPTS = 3
_NOT_SOONER_THAN = timedelta(seconds=30)  # not published


@dataclass
class Otp:
    """A code of four digits for one request; `status` as the structure OTP has it."""

    phone: str
    code: str
    sent_at: datetime
    attempts: int = 0
    status: str = "NEW"
    id: str = field(default_factory=lambda: str(uuid4()))

    @property
    def expires_at(self) -> datetime:
        return self.sent_at + _LIVES

    def check(self, code: object, now: datetime) -> None:
        """Compare the digits, of a number as the examples send it or of a text.

        Of a number the zero in front is lost, and no source says that ЕСОЗ forgives it. Raises
        EsozError.
        """
        if self.status != "NEW":
            raise answers.not_found("Verification not found")
        if self.attempts >= _ATTEMPTS:
            raise answers.forbidden("Maximum attempts exceed")
        if now >= self.expires_at:
            raise answers.forbidden("Verification code expired")
        if str(code) != self.code:
            self.attempts += 1
            is_last = self.attempts >= _ATTEMPTS
            message = "Maximum attempts exceed" if is_last else "Invalid verification code"
            raise answers.forbidden(message)
        self.status = "VERIFIED"


class OtpSender:
    def __init__(self, outbox: Outbox) -> None:
        self._outbox = outbox
        self._dice: Random = dice("one-time codes")

    def send(self, phone: str, now: datetime, previous: Otp | None = None) -> Otp:
        """Send a code, in place of `previous`; raises EsozError when that was just sent."""
        if previous is not None:
            if now - previous.sent_at < _NOT_SOONER_THAN:
                raise _too_often()
            previous.status = "CANCELED"
        otp = Otp(phone, f"{self._dice.randrange(10_000):04}", now)
        self._outbox.send_to(phone, messages.action_code(otp.code), now)
        return otp


def _too_often() -> EsozError:
    """§10 row 53; the words are of no source."""
    message = "Sending OTP timeout. Try later."
    return EsozError(HTTPStatus.TOO_MANY_REQUESTS, "too_many_requests", message)
