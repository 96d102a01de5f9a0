"""Looking a referral up: allowance, honest failure, and the same answer to every "no"."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.referral import ProgramStatus, Referral, ReferralStatus, ServiceCategory
from bot.errors import NotFound, Outage, TooManyLookups, Unavailable
from bot.services.check_referral import CheckReferral

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
NUMBER = "8830-3875-8474-6820"
PATIENT = 1001
FLOOR_SECONDS = 1.5
REFERRAL = Referral(
    id="90a9e15b-b71b-4caf-8f2e-ff247e8a5600",
    status=ReferralStatus.ACTIVE,
    program_status=ProgramStatus.NEW,
    category=ServiceCategory.IMAGING,
    expires_on=date(2027, 10, 2),
    is_autoexpired=False,
    is_urgent=False,
)


@dataclass
class FakeClock:
    """Time passes only by sleeping, or when a test moves it."""

    at: datetime = NOON
    slept: list[float] = field(default_factory=list)

    def now(self) -> datetime:
        return self.at

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.at += timedelta(seconds=seconds)


@dataclass
class FakeSource:
    """Answers after `takes_seconds`, or fails."""

    clock: FakeClock
    answer: tuple[Referral, ...] = (REFERRAL,)
    failure: Exception | None = None
    takes_seconds: float = 0.0
    asked: list[str] = field(default_factory=list)

    async def find(self, number: str) -> tuple[Referral, ...]:
        self.asked.append(number)
        self.clock.at += timedelta(seconds=self.takes_seconds)
        if self.failure:
            raise self.failure
        return self.answer


@dataclass
class FakeAllowance:
    """Lets everybody look up, until `free_at` is set."""

    free_at: datetime | None = None
    taken: list[tuple[int, datetime]] = field(default_factory=list)
    given_back: list[str] = field(default_factory=list)

    async def take(self, *, telegram_id: int, now: datetime) -> str:
        if self.free_at:
            raise TooManyLookups(free_at=self.free_at)
        self.taken.append((telegram_id, now))
        return f"ticket-{len(self.taken)}"

    async def give_back(self, ticket: str) -> None:
        self.given_back.append(ticket)


@dataclass
class Desk:
    """The service with its fakes."""

    clock: FakeClock
    source: FakeSource
    lookups: FakeAllowance
    check: CheckReferral


@pytest.fixture
def desk() -> Desk:
    clock, lookups = FakeClock(), FakeAllowance()
    source = FakeSource(clock)
    check = CheckReferral(source=source, lookups=lookups, clock=clock, floor_seconds=FLOOR_SECONDS)
    return Desk(clock, source, lookups, check)


async def test_patient_learns_what_stands_under_the_number(desk: Desk) -> None:
    desk.source.takes_seconds = 0.4
    checked = await desk.check(telegram_id=PATIENT, number=NUMBER)
    assert checked.services == (REFERRAL,)
    assert checked.checked_at == NOON + timedelta(seconds=0.4)
    assert desk.source.asked == [NUMBER]


async def test_look_up_is_counted_for_the_patient_who_asked(desk: Desk) -> None:
    await desk.check(telegram_id=PATIENT, number=NUMBER)
    assert desk.lookups.taken == [(PATIENT, NOON)]
    assert desk.lookups.given_back == []


async def test_patient_without_look_ups_left_is_told_when_and_nothing_is_asked(desk: Desk) -> None:
    desk.lookups.free_at = NOON + timedelta(minutes=7)
    with pytest.raises(TooManyLookups) as refusal:
        await desk.check(telegram_id=PATIENT, number=NUMBER)
    assert refusal.value.free_at == NOON + timedelta(minutes=7)
    assert desk.source.asked == []


async def test_look_up_of_nothing_is_counted_all_the_same(desk: Desk) -> None:
    desk.source.answer = ()
    with pytest.raises(NotFound):
        await desk.check(telegram_id=PATIENT, number=NUMBER)
    assert len(desk.lookups.taken) == 1
    assert desk.lookups.given_back == []


@pytest.mark.parametrize("reason", Outage)
async def test_outage_is_passed_on_and_costs_the_patient_nothing(
    desk: Desk, reason: Outage
) -> None:
    desk.source.failure = Unavailable(reason, retry_after=30)
    with pytest.raises(Unavailable) as outage:
        await desk.check(telegram_id=PATIENT, number=NUMBER)
    assert outage.value is desk.source.failure
    assert desk.lookups.given_back == ["ticket-1"]


@pytest.mark.parametrize("takes_seconds", [0.0, 0.2, 1.4])
async def test_not_found_never_comes_before_the_floor(desk: Desk, takes_seconds: float) -> None:
    desk.source.answer, desk.source.takes_seconds = (), takes_seconds
    with pytest.raises(NotFound):
        await desk.check(telegram_id=PATIENT, number=NUMBER)
    assert desk.clock.now() == NOON + timedelta(seconds=FLOOR_SECONDS)


async def test_not_found_does_not_wait_when_the_floor_has_passed(desk: Desk) -> None:
    desk.source.answer, desk.source.takes_seconds = (), 4.0
    with pytest.raises(NotFound):
        await desk.check(telegram_id=PATIENT, number=NUMBER)
    assert desk.clock.slept == []


async def test_clock_moved_back_makes_the_wait_no_longer(desk: Desk) -> None:
    desk.source.answer, desk.source.takes_seconds = (), -3600.0
    with pytest.raises(NotFound):
        await desk.check(telegram_id=PATIENT, number=NUMBER)
    assert desk.clock.slept == [FLOOR_SECONDS]


async def test_found_referral_does_not_wait(desk: Desk) -> None:
    await desk.check(telegram_id=PATIENT, number=NUMBER)
    assert desk.clock.slept == []
