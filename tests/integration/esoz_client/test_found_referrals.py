"""What the client reads out of ЕСОЗ's answers, and how it asks for them."""

from __future__ import annotations

from dataclasses import astuple
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest

from bot.domain.referral import ProgramStatus, Referral, ReferralStatus, ServiceCategory
from bot.errors import Outage, Unavailable
from tests.integration.esoz_client.rows import (
    DOCTOR,
    NOTE,
    NUMBER,
    SPECIALITY,
    SURNAME,
    a_row,
    concept,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.clients.esoz.referrals import EsozReferrals
    from tests.integration.esoz_client.server import EsozServer

STATUSES = {"active", "completed", "recalled", "entered_in_error"}


async def test_referral_is_read_from_the_documented_answer(
    esoz: EsozServer, referrals: EsozReferrals
) -> None:
    esoz.rows = [a_row()]
    assert await referrals.find(NUMBER) == (
        Referral(
            id=str(UUID(int=1)),
            status=ReferralStatus.ACTIVE,
            program_status=ProgramStatus.NEW,
            category=ServiceCategory.COUNSELLING,
            expires_on=date(2027, 10, 2),
            is_autoexpired=False,
            is_urgent=False,
        ),
    )


async def test_nothing_that_identifies_anybody_comes_out(
    esoz: EsozServer, referrals: EsozReferrals
) -> None:
    esoz.rows = [a_row()]
    (referral,) = await referrals.find(NUMBER)
    told = str(astuple(referral))
    assert not [word for word in (SURNAME, DOCTOR, SPECIALITY, NOTE, NUMBER) if word in told]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({"status": "Entered-In-Error"}, {"status": "entered_in_error"}, id="case"),
        pytest.param(
            {"program_processing_status": "IN-PROGRESS"},
            {"program_status": "in_progress"},
            id="program case",
        ),
        pytest.param(
            {"program": None, "program_processing_status": None},
            {"program_status": None},
            id="no program",
        ),
        pytest.param(
            {"program_processing_status": None},
            {"program_status": "other"},
            id="program of unknown status",
        ),
        pytest.param(
            {"category": concept("CONSULTATION")}, {"category": "counselling"}, id="alias"
        ),
        pytest.param(
            {"category": concept("409063005")}, {"category": "other"}, id="unknown category"
        ),
        pytest.param({"category": None}, {"category": "other"}, id="no category"),
        pytest.param({"category": {"coding": []}}, {"category": "other"}, id="empty category"),
        pytest.param({"priority": "URGENT"}, {"is_urgent": True}, id="urgent"),
        pytest.param({"priority": None}, {"is_urgent": False}, id="no priority"),
        pytest.param({"expiration_date": None}, {"expires_on": None}, id="no date"),
        pytest.param(
            {"expiration_date": "2027-10-02"}, {"expires_on": date(2027, 10, 2)}, id="bare date"
        ),
        pytest.param(
            {"expiration_date": "2027-10-03T01:59:59+02:00"},
            {"expires_on": date(2027, 10, 2)},
            id="time of Kyiv",
        ),
        pytest.param(
            {"status": "recalled", "status_reason": concept("Autoexpired")},
            {"is_autoexpired": True},
            id="autoexpired",
        ),
        pytest.param(
            {"status": "recalled", "status_reason": concept("cured")},
            {"is_autoexpired": False},
            id="recalled",
        ),
        pytest.param({"new_key": {"of": ["2027"]}}, {"status": "active"}, id="key of the future"),
    ],
)
async def test_variations_of_an_answer_are_read(
    esoz: EsozServer,
    referrals: EsozReferrals,
    changes: dict[str, Any],
    expected: dict[str, Any],
) -> None:
    esoz.rows = [a_row(**changes)]
    (referral,) = await referrals.find(NUMBER)
    assert {name: getattr(referral, name) for name in expected} == expected


async def test_unknown_status_does_not_spoil_the_answer(
    esoz: EsozServer, referrals: EsozReferrals
) -> None:
    esoz.rows, esoz.ignores_status = [a_row(status="on_hold")], True
    (referral,) = await referrals.find(NUMBER)
    assert referral.status is ReferralStatus.OTHER


async def test_number_without_referrals_gives_nothing(referrals: EsozReferrals) -> None:
    assert await referrals.find(NUMBER) == ()


async def test_every_status_is_asked_for_by_name(
    esoz: EsozServer, referrals: EsozReferrals
) -> None:
    await referrals.find(NUMBER)
    queries = [query for query, _ in esoz.asked]
    assert {query["status"] for query in queries} == STATUSES
    assert [query["page_size"] for query in queries] == ["100"] * 4


async def test_services_of_all_statuses_come_in_order_of_creation(
    esoz: EsozServer, referrals: EsozReferrals
) -> None:
    esoz.rows = [
        a_row(4, status="active"),
        a_row(3, status="completed"),
        a_row(2, status="recalled", inserted_at="2026-10-02T11:00:00.000Z"),
        a_row(1, status="entered-in-error", inserted_at="2026-10-02T09:00:00.000Z"),
    ]
    found = await referrals.find(NUMBER)
    assert [UUID(referral.id).int for referral in found] == [1, 3, 4, 2]


async def test_source_that_ignores_the_status_gives_each_service_once(
    esoz: EsozServer, referrals: EsozReferrals
) -> None:
    esoz.rows, esoz.ignores_status = [a_row(1), a_row(2, status="completed")], True
    assert len(await referrals.find(NUMBER)) == 2


async def test_service_that_changed_meanwhile_is_told_as_it_stands_now(
    esoz: EsozServer, referrals: EsozReferrals
) -> None:
    esoz.rows = [
        a_row(1, status="completed", updated_at="2026-11-22T11:59:59.000Z"),
        a_row(1, status="active"),
    ]
    (referral,) = await referrals.find(NUMBER)
    assert referral.status is ReferralStatus.COMPLETED


async def test_service_that_came_twice_is_told_by_its_newest_row(
    esoz: EsozServer, referrals: EsozReferrals
) -> None:
    taken_at = "2026-11-22T11:59:59.000Z"
    esoz.rows = [
        a_row(1, program_processing_status="in_progress", updated_at=taken_at),
        a_row(1, program_processing_status="new"),
    ]
    (referral,) = await referrals.find(NUMBER)
    assert referral.program_status is ProgramStatus.IN_PROGRESS


async def test_pages_are_read_to_the_last(esoz: EsozServer, referrals: EsozReferrals) -> None:
    esoz.rows, esoz.page_size = [a_row(number) for number in range(1, 6)], 2
    found = await referrals.find(NUMBER)
    assert [UUID(referral.id).int for referral in found] == [1, 2, 3, 4, 5]
    assert esoz.asked_for("active") == 3


async def test_endless_pages_are_garbage(esoz: EsozServer, referrals: EsozReferrals) -> None:
    esoz.rows, esoz.page_size = [a_row(number) for number in range(1, 12)], 1
    with pytest.raises(Unavailable) as outage:
        await referrals.find(NUMBER)
    assert outage.value.reason is Outage.GARBAGE
    assert esoz.asked_for("active") == 1


@pytest.mark.parametrize("number", ["8830387584746820", "8830-3875-8474-6820"])
async def test_number_is_asked_for_in_groups_as_esoz_writes_it(
    esoz: EsozServer, referrals: EsozReferrals, number: str
) -> None:
    esoz.rows = [a_row()]
    assert len(await referrals.find(number)) == 1


async def test_letters_of_a_number_are_asked_for_as_capitals(
    esoz: EsozServer, referrals: EsozReferrals
) -> None:
    esoz.rows = [a_row(requisition="02CX-1234-56AB-9TT0")]
    assert len(await referrals.find("02cx123456ab9tt0")) == 1


async def test_referral_of_another_number_is_never_shown(
    esoz: EsozServer, referrals: EsozReferrals
) -> None:
    esoz.fail(esoz.answer_with(a_row(requisition="1111-2222-3333-4444")))
    with pytest.raises(Unavailable) as outage:
        await referrals.find(NUMBER)
    assert outage.value.reason is Outage.GARBAGE


async def test_every_question_carries_the_documented_headers(
    esoz: EsozServer, connect: Callable[..., EsozReferrals]
) -> None:
    await connect(custom_psk="psk-1").find(NUMBER)
    sent = [headers for _, headers in esoz.asked]
    assert {headers["Authorization"] for headers in sent} == {"Bearer token-1"}
    assert {headers["api-key"] for headers in sent} == {"key-1"}
    assert {headers["X-Custom-PSK"] for headers in sent} == {"psk-1"}
    assert {headers["Content-Type"] for headers in sent} == {"application/json"}
    assert len({headers["X-Request-ID"] for headers in sent}) == 4


async def test_gateway_key_is_left_out_where_there_is_none(
    esoz: EsozServer, referrals: EsozReferrals
) -> None:
    await referrals.find(NUMBER)
    assert not [headers for _, headers in esoz.asked if "X-Custom-PSK" in headers]
