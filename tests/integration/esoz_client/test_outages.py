"""How every failure of ЕСОЗ ends: in our own words, in bounded time, with nothing told away."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest
from aiohttp.test_utils import unused_port
from structlog.testing import capture_logs

from bot.clients.esoz.patience import Patience
from bot.clients.esoz.transport import Access
from bot.errors import Outage, Unavailable
from tests.integration.esoz_client import failures
from tests.integration.esoz_client.rows import NUMBER, SURNAME, a_row

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.clients.esoz.referrals import EsozReferrals
    from tests.integration.esoz_client.conftest import RecordingClock
    from tests.integration.esoz_client.server import EsozServer, Failure

FINAL = [
    pytest.param(failures.RATE_LIMIT, Outage.RATE_LIMIT, id="429 in plain text"),
    pytest.param(failures.FIREWALL, Outage.ACCESS, id="firewall"),
    pytest.param(failures.INVALID_TOKEN, Outage.ACCESS, id="token expired"),
    pytest.param(failures.MISSING_ALLOWANCES, Outage.ACCESS, id="scope missing"),
    pytest.param(failures.GARBAGE, Outage.GARBAGE, id="garbage"),
    pytest.param(failures.TRUNCATED, Outage.GARBAGE, id="JSON cut off"),
    pytest.param(failures.WRONG_SHAPE, Outage.GARBAGE, id="object for a list"),
    pytest.param(failures.ROW_WITHOUT_STATUS, Outage.GARBAGE, id="row without a status"),
    pytest.param(failures.WRONG_CODING, Outage.GARBAGE, id="not the coding it says"),
    pytest.param(failures.NOT_THIS_ADDRESS, Outage.GARBAGE, id="404 in plain text"),
    pytest.param(failures.VALIDATION, Outage.GARBAGE, id="422"),
    pytest.param(failures.ELSEWHERE, Outage.GARBAGE, id="redirect"),
]
PASSING = [
    pytest.param(failures.SERVER_ERROR, Outage.DOWN, id="500"),
    pytest.param(failures.BAD_GATEWAY, Outage.DOWN, id="502 without envelope"),
    pytest.param(failures.dropping, Outage.DOWN, id="connection dropped"),
]
IMPATIENT = Patience(read_seconds=0.3)


async def the_outage(referrals: EsozReferrals) -> Unavailable:
    with pytest.raises(Unavailable) as outage:
        await referrals.find(NUMBER)
    return outage.value


@pytest.mark.parametrize(("failure", "reason"), FINAL)
async def test_failure_that_will_not_pass_is_told_at_once(
    esoz: EsozServer,
    referrals: EsozReferrals,
    clock: RecordingClock,
    failure: Failure,
    reason: Outage,
) -> None:
    esoz.rows = [a_row()]
    esoz.fail(failure, status="completed")
    assert (await the_outage(referrals)).reason is reason
    assert esoz.asked_for("completed") == 1
    assert clock.slept == []


@pytest.mark.parametrize(("failure", "reason"), PASSING)
async def test_failure_that_may_pass_is_tried_three_times(
    esoz: EsozServer, referrals: EsozReferrals, failure: Failure, reason: Outage
) -> None:
    esoz.rows = [a_row()]
    esoz.fail(failure, status="completed")
    assert (await the_outage(referrals)).reason is reason
    assert esoz.asked_for("completed") == 3


@pytest.mark.parametrize(("failure", "_reason"), PASSING)
async def test_failure_that_passes_is_never_noticed(
    esoz: EsozServer, referrals: EsozReferrals, failure: Failure, _reason: Outage
) -> None:
    esoz.rows = [a_row()]
    esoz.fail(failure, status="active", times=2)
    assert len(await referrals.find(NUMBER)) == 1
    assert esoz.asked_for("active") == 3


async def test_silence_is_a_timeout_after_three_tries(
    esoz: EsozServer, connect: Callable[..., EsozReferrals]
) -> None:
    esoz.fail(esoz.hang, status="active")
    assert (await the_outage(connect(IMPATIENT))).reason is Outage.TIMEOUT
    assert esoz.asked_for("active") == 3


async def test_silence_that_passes_is_never_noticed(
    esoz: EsozServer, connect: Callable[..., EsozReferrals]
) -> None:
    esoz.rows = [a_row()]
    esoz.fail(esoz.hang, status="active", times=1)
    assert len(await connect(IMPATIENT).find(NUMBER)) == 1


async def test_whole_look_up_has_an_end_whatever_a_single_question_may_take(
    esoz: EsozServer, connect: Callable[..., EsozReferrals]
) -> None:
    esoz.fail(esoz.hang, status="active")
    referrals = connect(Patience(read_seconds=3600, total_seconds=0.2))
    assert (await the_outage(referrals)).reason is Outage.TIMEOUT
    assert esoz.asked_for("active") == 1


async def test_slow_pages_together_take_no_longer_than_one_question_may(
    esoz: EsozServer, connect: Callable[..., EsozReferrals]
) -> None:
    esoz.rows, esoz.page_size = [a_row(number) for number in range(1, 6)], 1
    esoz.takes_seconds = 0.15
    referrals = connect(Patience(total_seconds=0.4))
    assert (await the_outage(referrals)).reason is Outage.TIMEOUT


async def test_source_that_is_not_there_is_down(connect: Callable[..., EsozReferrals]) -> None:
    nowhere = f"http://127.0.0.1:{unused_port()}/esoz"
    assert (await the_outage(connect(base_url=nowhere))).reason is Outage.DOWN


async def test_pauses_grow_within_their_bounds(
    esoz: EsozServer, connect: Callable[..., EsozReferrals], clock: RecordingClock
) -> None:
    esoz.fail(failures.SERVER_ERROR, status="active")
    patience = Patience(further_tries=4, first_pause_seconds=1, longest_pause_seconds=3)
    await the_outage(connect(patience))
    bounds = [(0.5, 1), (1, 2), (1.5, 3), (1.5, 3)]
    assert len(clock.slept) == len(bounds)
    assert all(low <= s <= high for s, (low, high) in zip(clock.slept, bounds, strict=True))


async def test_rate_limit_says_when_to_come_again_if_esoz_does(
    esoz: EsozServer, referrals: EsozReferrals
) -> None:
    esoz.fail(failures.RATE_LIMIT_WITH_TIME)
    assert (await the_outage(referrals)).retry_after == 17


async def test_rate_limit_without_a_time_gives_none(
    esoz: EsozServer, referrals: EsozReferrals
) -> None:
    esoz.fail(failures.RATE_LIMIT)
    assert (await the_outage(referrals)).retry_after is None


async def test_referral_that_may_not_be_seen_is_the_same_as_none(
    esoz: EsozServer, referrals: EsozReferrals, clock: RecordingClock
) -> None:
    esoz.rows = [a_row()]
    esoz.fail(failures.ACCESS_DENIED)
    with capture_logs() as logs:
        assert await referrals.find(NUMBER) == ()
    assert (logs, clock.slept, len(esoz.asked)) == ([], [], 4)


async def test_operator_is_told_of_missing_rights_and_nobody_of_the_number(
    esoz: EsozServer, referrals: EsozReferrals
) -> None:
    esoz.fail(failures.MISSING_ALLOWANCES, status="active")
    with capture_logs() as logs:
        await the_outage(referrals)
    (_, headers), *_ = [asked for asked in esoz.asked if asked[0]["status"] == "active"]
    assert logs == [
        {
            "event": "esoz_refused",
            "log_level": "warning",
            "reason": "access",
            "status": 403,
            "type": "forbidden",
            "request_id": headers["X-Request-ID"],
        }
    ]


@pytest.mark.parametrize(("failure", "_reason"), [*FINAL, *PASSING])
async def test_no_log_and_no_error_holds_the_number_or_the_patient(
    esoz: EsozServer,
    referrals: EsozReferrals,
    caplog: pytest.LogCaptureFixture,
    failure: Failure,
    _reason: Outage,
) -> None:
    esoz.rows = [a_row()]
    esoz.fail(failure, status="completed")
    with caplog.at_level(logging.DEBUG), capture_logs() as logs:
        outage = await the_outage(referrals)
    ours = [r.getMessage() for r in caplog.records if not r.name.startswith("aiohttp")]
    told = f"{ours} {logs} {outage!r} {outage.__cause__!r} {outage.__cause__}"
    assert NUMBER not in told
    assert SURNAME not in told


async def test_unreadable_row_keeps_the_patient_out_of_the_error(
    esoz: EsozServer, referrals: EsozReferrals
) -> None:
    esoz.rows = [a_row(inserted_at={"of": SURNAME})]
    outage = await the_outage(referrals)
    assert outage.reason is Outage.GARBAGE
    assert SURNAME not in str(outage.__cause__)


def test_secrets_stay_out_of_the_settings_printed_form() -> None:
    access = Access("http://esoz", token="token-1", api_key="key-1", custom_psk="psk-1")
    assert not [secret for secret in ("token-1", "key-1", "psk-1") if secret in repr(access)]
