"""The reception desk of a facility: what it may do with a referral, and what that does."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from sandbox.esoz import answers, messages
from sandbox.esoz.legal_entities import DESK
from sandbox.esoz.service_request import ProgramStatus, ServiceRequest, Status

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sandbox.clock import SandboxClock
    from sandbox.esoz.answers import EsozError
    from sandbox.esoz.outbox import Outbox
    from sandbox.esoz.referrals import Referrals


class Action(StrEnum):
    """`recall` is the doctor's, played at the same desk; the others are the facility's."""

    USE = "use"
    COMPLETE = "complete"
    RECALL = "recall"
    RELEASE = "release"
    RESEND = "resend"


class Desk:
    """Acts for the legal entity `DESK`."""

    def __init__(self, clock: SandboxClock, referrals: Referrals, outbox: Outbox) -> None:
        self._clock = clock
        self._referrals = referrals
        self._outbox = outbox

    def act(self, number: str, action: Action, service_id: str | None) -> list[ServiceRequest]:
        """Do `action` to one service, or to every one under `number` that allows it.

        Returns all services under the number. Raises EsozError: 404 for an unknown number or
        service, and the refusal's own error when nothing could be done.
        """
        services = self._referrals.under(number)
        chosen = [one for one in services if service_id in {None, one.id}]
        if not chosen:
            raise answers.not_found("Service request not found")
        now = self._clock.now()
        refusals = [_refusal(action, one, now) for one in chosen]
        allowed = [one for one, no in zip(chosen, refusals, strict=True) if no is None]
        if not allowed:
            raise next(refusal for refusal in refusals if refusal)
        self._do(action, allowed, now)
        return services

    def _do(self, action: Action, allowed: Iterable[ServiceRequest], now: datetime) -> None:
        """Change the services; the patient gets each text once, however many services it is."""
        told = []
        for service_request in allowed:
            _change(action, service_request, now)
            told.append((service_request.person, _text(action, service_request)))
        for person, text in dict.fromkeys(told):
            if text:
                self._outbox.send(person, text, now)


def _refusal(action: Action, request: ServiceRequest, now: datetime) -> EsozError | None:
    checks = {
        Action.USE: _why_not_use,
        Action.COMPLETE: _why_not_complete,
        Action.RECALL: _why_not_recall,
        Action.RELEASE: _why_not_release,
        Action.RESEND: _why_not_resend,
    }
    message = checks[action](request, now)
    return answers.conflict(message) if message else None


def _why_not_use(request: ServiceRequest, now: datetime) -> str | None:
    """CF "Use Service Request", in its order; expiry from ME19 consumer.ex."""
    if request.program_status is None:
        return "Service request without a program can not be used"
    if request.status is not Status.ACTIVE:
        return "Invalid service request status"
    if request.expires_at < now:
        return "Service request is expired"
    return "Service request is already used" if request.used_by else None


def _why_not_complete(request: ServiceRequest, _: datetime) -> str | None:
    """CF "Погашення направлення" (17348591957); the doubled word is the page's own."""
    if request.status is not Status.ACTIVE:
        return "Invalid service request status"
    if request.program_status is None:
        return None
    if request.used_by != DESK:
        return "Service request is used by another legal entity"
    if request.program_status is not ProgramStatus.IN_PROGRESS:
        return "Invalid program processing status status"
    return None


def _why_not_recall(request: ServiceRequest, _: datetime) -> str | None:
    """ME19 consumer.ex."""
    if request.status is not Status.ACTIVE:
        return f"Service request in status {request.status} cannot be recalled"
    return None


def _why_not_release(request: ServiceRequest, _: datetime) -> str | None:
    """CF "Release Service Request", which knows only in_queue; here in_progress as well.

    The patient's way out of "taken by another facility" is that it lets go (domain.md §1.3).
    """
    if request.status is not Status.ACTIVE:
        return "Invalid service request status"
    if request.program_status not in {ProgramStatus.IN_QUEUE, ProgramStatus.IN_PROGRESS}:
        return "Invalid program processing status"
    if request.used_by != DESK:
        return "Service request is used by another legal entity"
    return None


def _why_not_resend(request: ServiceRequest, _: datetime) -> str | None:
    """CF "Resend SMS on Service request": active, and a phone that ЕСОЗ may write to.

    The second text is that of resending a code for an approval; the page has none of its own.
    """
    if request.status is not Status.ACTIVE:
        return "Invalid service request status"
    if request.person.reached_through() is None:
        return "Resend SMS is not allowed for this authentication method"
    return None


def _change(action: Action, request: ServiceRequest, now: datetime) -> None:
    match action:
        case Action.USE:
            request.used_by = DESK
            request.change_program_status(ProgramStatus.IN_PROGRESS, now)
        case Action.COMPLETE:
            if request.program_status:
                request.change_program_status(ProgramStatus.COMPLETED, now)
            request.change_status(Status.COMPLETED, now)
        case Action.RECALL:
            request.change_status(Status.RECALLED, now, "default")
        case Action.RELEASE:
            request.used_by = None
            request.change_program_status(ProgramStatus.NEW, now)
        case Action.RESEND:
            pass


def _text(action: Action, request: ServiceRequest) -> str | None:
    """What the patient is told; None when this action is silent."""
    if action is Action.RECALL:
        return messages.recalled(request.requisition)
    return messages.created(request) if action is Action.RESEND else None
