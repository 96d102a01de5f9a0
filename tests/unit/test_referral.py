"""What the two statuses of a referral together mean, over every pair of them."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from itertools import product
from typing import TYPE_CHECKING

import pytest

from bot.domain.referral import (
    ProgramStatus,
    Referral,
    ReferralState,
    ReferralStatus,
    ServiceCategory,
    common_state,
    state_of,
)

if TYPE_CHECKING:
    from enum import StrEnum

TODAY = date(2026, 11, 22)
YESTERDAY = date(2026, 11, 21)
NEXT_YEAR = date(2027, 10, 2)

ACTIVE = {
    None: ReferralState.NO_PROGRAM,
    ProgramStatus.NEW: ReferralState.READY,
    ProgramStatus.IN_QUEUE: ReferralState.IN_WORK,
    ProgramStatus.IN_PROGRESS: ReferralState.IN_WORK,
    ProgramStatus.COMPLETED: ReferralState.PROVIDED,
    ProgramStatus.OTHER: ReferralState.UNKNOWN,
}
ACTIVE_PAST_ITS_DATE = ACTIVE | {
    None: ReferralState.EXPIRED,
    ProgramStatus.NEW: ReferralState.EXPIRED,
}
FINAL = {
    ReferralStatus.COMPLETED: ReferralState.PROVIDED,
    ReferralStatus.RECALLED: ReferralState.RECALLED,
    ReferralStatus.ENTERED_IN_ERROR: ReferralState.ENTERED_IN_ERROR,
    ReferralStatus.OTHER: ReferralState.UNKNOWN,
}
PROGRAM_STATUSES = (None, *ProgramStatus)


def a_referral(
    status: ReferralStatus = ReferralStatus.ACTIVE,
    program_status: ProgramStatus | None = ProgramStatus.NEW,
    *,
    expires_on: date | None = NEXT_YEAR,
    is_autoexpired: bool = False,
) -> Referral:
    return Referral(
        id="90a9e15b-b71b-4caf-8f2e-ff247e8a5600",
        status=status,
        program_status=program_status,
        category=ServiceCategory.COUNSELLING,
        expires_on=expires_on,
        is_autoexpired=is_autoexpired,
        is_urgent=False,
    )


@pytest.mark.parametrize("program_status", PROGRAM_STATUSES)
@pytest.mark.parametrize("expires_on", [NEXT_YEAR, TODAY, None])
def test_valid_referral_is_told_by_its_program_status(
    program_status: ProgramStatus | None, expires_on: date | None
) -> None:
    referral = a_referral(program_status=program_status, expires_on=expires_on)
    assert state_of(referral, today=TODAY) is ACTIVE[program_status]


@pytest.mark.parametrize("program_status", PROGRAM_STATUSES)
def test_referral_past_its_date_has_expired_unless_somebody_took_it(
    program_status: ProgramStatus | None,
) -> None:
    referral = a_referral(program_status=program_status, expires_on=YESTERDAY)
    assert state_of(referral, today=TODAY) is ACTIVE_PAST_ITS_DATE[program_status]


@pytest.mark.parametrize(
    ("status", "program_status", "expires_on"),
    list(product(FINAL, PROGRAM_STATUSES, [NEXT_YEAR, YESTERDAY, None])),
)
def test_final_status_outweighs_program_status_and_date(
    status: ReferralStatus, program_status: ProgramStatus | None, expires_on: date | None
) -> None:
    referral = a_referral(status, program_status, expires_on=expires_on)
    assert state_of(referral, today=TODAY) is FINAL[status]


@pytest.mark.parametrize("program_status", PROGRAM_STATUSES)
def test_referral_recalled_by_the_expiry_job_is_told_as_expired(
    program_status: ProgramStatus | None,
) -> None:
    referral = a_referral(ReferralStatus.RECALLED, program_status, is_autoexpired=True)
    assert state_of(referral, today=TODAY) is ReferralState.EXPIRED


def test_every_status_is_in_the_tables_above() -> None:
    assert {ReferralStatus.ACTIVE, *FINAL} == set(ReferralStatus)
    assert set(ACTIVE) == set(PROGRAM_STATUSES)
    assert set(ReferralState) <= {*ACTIVE_PAST_ITS_DATE.values(), *ACTIVE.values()} | set(
        FINAL.values()
    )


@pytest.mark.parametrize(
    ("code", "known"),
    [
        pytest.param("active", ReferralStatus.ACTIVE, id="as documented"),
        pytest.param("ACTIVE", ReferralStatus.ACTIVE, id="capitals"),
        pytest.param("entered-in-error", ReferralStatus.ENTERED_IN_ERROR, id="hyphens"),
        pytest.param("Entered_In-Error ", ReferralStatus.ENTERED_IN_ERROR, id="all at once"),
        pytest.param("in_progress", ReferralStatus.OTHER, id="status of 2019"),
        pytest.param("", ReferralStatus.OTHER, id="empty"),
        pytest.param("IN-PROGRESS", ProgramStatus.IN_PROGRESS, id="program status"),
        pytest.param("suspended", ProgramStatus.OTHER, id="new program status"),
        pytest.param("Laboratory-Procedure", ServiceCategory.LABORATORY_PROCEDURE, id="category"),
        pytest.param("consultation", ServiceCategory.COUNSELLING, id="alias of consultation"),
        pytest.param("diagnostic", ServiceCategory.DIAGNOSTIC_PROCEDURE, id="alias of diagnostic"),
        pytest.param("HOSPITAL_REFERRAL", ServiceCategory.HOSPITALIZATION, id="alias of hospital"),
        pytest.param("409063005", ServiceCategory.OTHER, id="unknown category"),
    ],
)
def test_code_is_read_however_it_is_written(code: str, known: StrEnum) -> None:
    assert type(known)(code) is known


def test_services_that_stand_alike_have_a_common_state() -> None:
    alike = [
        a_referral(program_status=ProgramStatus.IN_QUEUE),
        a_referral(program_status=ProgramStatus.IN_PROGRESS),
    ]
    assert common_state(alike, today=TODAY) is ReferralState.IN_WORK


def test_services_that_stand_differently_have_no_common_state() -> None:
    different = [a_referral(), a_referral(ReferralStatus.COMPLETED)]
    assert common_state(different, today=TODAY) is None
    assert common_state([], today=TODAY) is None


def test_referral_has_no_field_for_the_patient_the_doctor_or_the_illness() -> None:
    assert {field.name for field in fields(Referral)} == {
        "id",
        "status",
        "program_status",
        "category",
        "expires_on",
        "is_autoexpired",
        "is_urgent",
    }
