"""The SMS and Viber messages that ЕСОЗ sent to patients."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sandbox.esoz import messages
from sandbox.esoz.service_request import Status

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sandbox.esoz.person import Person
    from sandbox.esoz.service_request import ServiceRequest


@dataclass(frozen=True)
class Message:
    """`channel` is "viber" or "sms"; `to` is a phone number."""

    to: str
    channel: str
    text: str
    at: datetime


class Outbox:
    """Everything sent so far."""

    def __init__(self) -> None:
        self._sent: list[Message] = []

    def messages(self) -> list[Message]:
        """Oldest first."""
        return sorted(self._sent, key=lambda message: message.at)

    def send(self, person: Person, text: str, at: datetime) -> None:
        """Tell the patient: Viber first, SMS where there is none (domain.md §1.1 row 16).

        Nothing is sent to a patient without a phone in ЕСОЗ (row 20).
        """
        holder = person.reached_through()
        if holder is None or holder.phone is None:
            return
        channel = "viber" if holder.has_viber else "sms"
        self._sent.append(Message(holder.phone, channel, text, at))

    def send_to(self, phone: str, text: str, at: datetime) -> None:
        """An SMS to a number that may be nobody's in ЕСОЗ yet."""
        self._sent.append(Message(phone, "sms", text, at))

    def send_about_past(self, referrals: Iterable[list[ServiceRequest]]) -> None:
        """What these referrals have caused: one message a number, none with a performer."""
        for services in referrals:
            first = services[0]
            if first.performer is None:
                self.send(first.person, messages.created(first), first.created_at)
            for service_request in services:
                self._send_about_end(service_request)

    def _send_about_end(self, service_request: ServiceRequest) -> None:
        change = service_request.status_history[-1]
        number = service_request.requisition
        if service_request.has_expired_by_itself:
            return
        if service_request.status is Status.RECALLED:
            self.send(service_request.person, messages.recalled(number), change.at)
        elif service_request.status is Status.ENTERED_IN_ERROR:
            self.send(service_request.person, messages.cancelled(number), change.at)
