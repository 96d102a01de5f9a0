"""What a referral is, and what its two statuses together mean for the patient."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


class _Code(StrEnum):
    """A code of ЕСОЗ, read without case and with "-" as "_"; each kind of it has an OTHER.

    ЕСОЗ, its documents and its clients write one code in several ways (`entered-in-error`,
    `ENTERED_IN_ERROR`), and dictionaries grow: a new code must not break a look-up.
    """

    @classmethod
    def _missing_(cls, value: object) -> Self:
        code = str(value).strip().lower().replace("-", "_")
        code = _ALIASES.get(code, code)
        return next((known for known in cls if known.value == code), cls["OTHER"])


class ReferralStatus(_Code):
    """`status` of a service request; all but ACTIVE are final."""

    ACTIVE = "active"
    COMPLETED = "completed"
    RECALLED = "recalled"
    ENTERED_IN_ERROR = "entered_in_error"
    OTHER = "other"


class ProgramStatus(_Code):
    """`program_processing_status`: who deals with a referral under a medical programme."""

    NEW = "new"
    IN_QUEUE = "in_queue"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    OTHER = "other"


class ServiceCategory(_Code):
    """The kind of service; the live dictionary of ЕСОЗ is open, so OTHER is an ordinary value."""

    COUNSELLING = "counselling"
    LABORATORY_PROCEDURE = "laboratory_procedure"
    DIAGNOSTIC_PROCEDURE = "diagnostic_procedure"
    IMAGING = "imaging"
    PROCEDURE = "procedure"
    SURGICAL_PROCEDURE = "surgical_procedure"
    HOSPITALIZATION = "hospitalization"
    TRANSFER = "transfer"
    REHABILITATION = "rehabilitation"
    EVALUATION = "evaluation"
    TREATMENT = "treatment"
    EDUCATION = "education"
    OTHER = "other"


# Names of the same kinds of service in medical information systems.
_ALIASES = {
    "consultation": "counselling",
    "diagnostic": "diagnostic_procedure",
    "hospital_referral": "hospitalization",
}


@dataclass(frozen=True, slots=True)
class Referral:
    """One service under a referral number.

    It has no field for the patient, the diagnosis, the specialist or the doctor, on purpose:
    whoever holds a number sees this and nothing more.
    """

    id: str
    """UUID of the service request; never shown."""
    status: ReferralStatus
    program_status: ProgramStatus | None
    """None: the referral is under no medical programme."""
    category: ServiceCategory
    expires_on: date | None
    """The last valid day, as the calendar date in UTC that ЕСОЗ counts by."""
    is_autoexpired: bool
    is_urgent: bool


class ReferralState(StrEnum):
    """What the patient is told about a service."""

    READY = "ready"
    NO_PROGRAM = "no_program"
    IN_WORK = "in_work"
    PROVIDED = "provided"
    EXPIRED = "expired"
    RECALLED = "recalled"
    ENTERED_IN_ERROR = "entered_in_error"
    UNKNOWN = "unknown"


_STATE_OF_ACTIVE = {
    None: ReferralState.NO_PROGRAM,
    ProgramStatus.NEW: ReferralState.READY,
    ProgramStatus.IN_QUEUE: ReferralState.IN_WORK,  # obsolete; "use" set it before IN_PROGRESS
    ProgramStatus.IN_PROGRESS: ReferralState.IN_WORK,
    ProgramStatus.COMPLETED: ReferralState.PROVIDED,
    ProgramStatus.OTHER: ReferralState.UNKNOWN,
}
_STATE_OF_FINAL = {
    ReferralStatus.COMPLETED: ReferralState.PROVIDED,
    ReferralStatus.RECALLED: ReferralState.RECALLED,
    ReferralStatus.ENTERED_IN_ERROR: ReferralState.ENTERED_IN_ERROR,
}
# Only what nobody has taken into work expires (ЕСОЗ, "Service request autoexpiration").
_CAN_EXPIRE = frozenset({ReferralState.READY, ReferralState.NO_PROGRAM})


def state_of(referral: Referral, *, today: date) -> ReferralState:
    """What the patient is told; `today` is the calendar date in UTC.

    Source: "Service Requests Status(State) Model" and "Service request autoexpiration" of ЕСОЗ.
    The job that recalls expired referrals runs by schedule, so an active one past its date
    is told as expired: no facility can use it any more.
    """
    if referral.status is not ReferralStatus.ACTIVE:
        if referral.status is ReferralStatus.RECALLED and referral.is_autoexpired:
            return ReferralState.EXPIRED
        return _STATE_OF_FINAL.get(referral.status, ReferralState.UNKNOWN)
    state = _STATE_OF_ACTIVE[referral.program_status]
    is_past = referral.expires_on is not None and referral.expires_on < today
    return ReferralState.EXPIRED if is_past and state in _CAN_EXPIRE else state


def common_state(services: Iterable[Referral], *, today: date) -> ReferralState | None:
    """The state that all services under a number share; None when they differ or are none."""
    states = {state_of(service, today=today) for service in services}
    return states.pop() if len(states) == 1 else None
