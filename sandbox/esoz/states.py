"""Every state that a service of a referral can be in, and how it got there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from sandbox.esoz.legal_entities import DESK, OTHER, LegalEntity
from sandbox.esoz.service_request import ProgramStatus, ServiceRequest, Status

if TYPE_CHECKING:
    from datetime import datetime


class Age(StrEnum):
    """How old a referral in a state must be to be possible."""

    VALID = "valid"
    EXPIRED_YESTERDAY = "expired_yesterday"
    EXPIRED_LONG_AGO = "expired_long_ago"


@dataclass(frozen=True)
class State:
    """`path` are the program statuses after the first, in order; None means no program."""

    words: str
    path: tuple[ProgramStatus, ...] | None = ()
    status: Status = Status.ACTIVE
    reason: str | None = None
    used_by: LegalEntity | None = None
    age: Age = Age.VALID


_TAKEN = (ProgramStatus.IN_PROGRESS,)
_DONE = (ProgramStatus.IN_PROGRESS, ProgramStatus.COMPLETED)
_ERROR = Status.ENTERED_IN_ERROR
# Reasons: dictionaries named in reference/esoz.md §2.5; only these codes are known.
_BY_DOCTOR, _BY_JOB = "default", "autoexpired"

NEW = State("нове")
TAKEN_BY_OTHER = State("взято в роботу іншим закладом", _TAKEN, used_by=OTHER)
TAKEN_BY_DESK = State("взято в роботу закладом цієї реєстратури", _TAKEN, used_by=DESK)
IN_QUEUE = State("у черзі (застарілий стан)", (ProgramStatus.IN_QUEUE,), used_by=OTHER)
WITHOUT_PROGRAM = State("дійсне, без програми медичних гарантій", None)
OVERDUE = State("строк минув учора, система ще не закрила", age=Age.EXPIRED_YESTERDAY)
OVERDUE_TAKEN = State(
    "строк минув, але заклад узяв у роботу", _TAKEN, used_by=OTHER, age=Age.EXPIRED_LONG_AGO
)
COMPLETED = State("послугу надано", _DONE, Status.COMPLETED, used_by=OTHER)
COMPLETED_EARLY = State(
    "послугу надано, програма ще «в роботі»", _TAKEN, Status.COMPLETED, used_by=OTHER
)
COMPLETED_WITHOUT_PROGRAM = State("послугу надано, без програми", None, Status.COMPLETED)
RECALLED = State("відкликане лікарем", (), Status.RECALLED, _BY_DOCTOR)
RECALLED_TAKEN = State(
    "відкликане лікарем, коли вже було в роботі", _TAKEN, Status.RECALLED, _BY_DOCTOR, OTHER
)
RECALLED_WITHOUT_PROGRAM = State(
    "відкликане лікарем, без програми", None, Status.RECALLED, _BY_DOCTOR
)
EXPIRED = State("строк минув", (), Status.RECALLED, _BY_JOB, age=Age.EXPIRED_LONG_AGO)
EXPIRED_WITHOUT_PROGRAM = State(
    "строк минув, без програми", None, Status.RECALLED, _BY_JOB, age=Age.EXPIRED_LONG_AGO
)
IN_ERROR = State("скасоване як помилкове", (), _ERROR, _BY_DOCTOR)
IN_ERROR_WITHOUT_PROGRAM = State("скасоване як помилкове, без програми", None, _ERROR, _BY_DOCTOR)
# 2019 code lets a doctor cancel a completed referral (consumer.ex, consume_cancel).
IN_ERROR_COMPLETED = State(
    "скасоване як помилкове після надання послуги", _DONE, _ERROR, _BY_DOCTOR, OTHER
)

STATES: tuple[State, ...] = (
    NEW, TAKEN_BY_OTHER, TAKEN_BY_DESK, IN_QUEUE, WITHOUT_PROGRAM, OVERDUE, OVERDUE_TAKEN,
    COMPLETED, COMPLETED_EARLY, COMPLETED_WITHOUT_PROGRAM, RECALLED, RECALLED_TAKEN,
    RECALLED_WITHOUT_PROGRAM, EXPIRED, EXPIRED_WITHOUT_PROGRAM, IN_ERROR,
    IN_ERROR_WITHOUT_PROGRAM, IN_ERROR_COMPLETED,
)  # fmt: skip


def bring_to(state: State, service_request: ServiceRequest, now: datetime) -> None:
    """Play the changes that lead from a fresh `service_request` to `state`, all before `now`."""
    lived = min(now, service_request.expires_at) - service_request.created_at
    step = timedelta(seconds=lived.total_seconds() // 4)
    at = service_request.created_at
    for program_status in state.path or ():
        at += step
        service_request.change_program_status(program_status, at)
    service_request.used_by = state.used_by
    if state.status is not Status.ACTIVE:
        at = service_request.expires_at if state.reason == _BY_JOB else at + step
        service_request.change_status(state.status, at + timedelta(seconds=1), state.reason)
