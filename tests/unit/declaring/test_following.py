"""Requests that wait for a facility: when they are asked about, and what is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, cast

import pytest

from bot.domain.cabinet import RequestStatus
from bot.domain.cabinet.declaration_watch import NewsKind
from bot.services.act_for_person import ActForPerson
from bot.services.follow_declarations import FollowDeclarations
from tests.unit.declarations.fakes import DECLARATION, NOW, FakeActFor, FakeWorkplaces
from tests.unit.declaring.people import (
    DAY,
    REQUEST_ID,
    FakeDeclaring,
    FakeMessages,
    FakeSessions,
    FakeWatches,
    a_request,
    a_watch,
)

if TYPE_CHECKING:
    from bot.services.cabinet_ports import Cabinet
    from bot.services.session_ports import Sessions

APPROVED = RequestStatus.APPROVED


class Waiting:
    """One request that is followed, at a moment of ours."""

    def __init__(self, status: RequestStatus, now: datetime = NOW) -> None:
        self.esoz = FakeDeclaring(requests=[a_request(status)])
        self.watches = FakeWatches({REQUEST_ID: a_watch(APPROVED)})
        self.messages = FakeMessages()
        self.sessions = FakeSessions()
        self.moment = now

    def now(self) -> datetime:
        return self.moment

    async def sleep(self, seconds: float) -> None:
        assert seconds < 1

    async def looks(self) -> list[NewsKind]:
        """Let the tick come; gives what was told in it."""
        before = len(self.messages.told)
        follow = FollowDeclarations(
            act_for=ActForPerson(sessions=cast("Sessions", self.sessions), act_as=FakeActFor()),
            cabinet=cast("Cabinet", self.esoz),
            watches=self.watches,
            workplaces=FakeWorkplaces(),
            messages=self.messages,
            clock=self,
        )
        await follow()
        return [news.kind for news in self.messages.told[before:]]


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (RequestStatus.REJECTED, NewsKind.REJECTED),
        (RequestStatus.CANCELLED, NewsKind.OVERTAKEN),
        (RequestStatus.EXPIRED, NewsKind.EXPIRED),
    ],
)
async def test_end_is_told_once(status: RequestStatus, told: NewsKind) -> None:
    waiting = Waiting(status)
    assert await waiting.looks() == [told]
    waiting.moment += DAY
    assert await waiting.looks() == []
    assert waiting.watches.kept == {}


async def test_signed_without_a_declaration_still_waits() -> None:
    """An example of ЕСОЗ calls the request SIGNED when only the patient has signed."""
    waiting = Waiting(RequestStatus.SIGNED)
    assert await waiting.looks() == []
    waiting.esoz.declared = [replace(DECLARATION, id="declaration")]
    waiting.moment += timedelta(hours=1)
    assert await waiting.looks() == [NewsKind.CONFIRMED]


async def test_nobody_is_told_at_night_and_esoz_is_not_asked() -> None:
    waiting = Waiting(RequestStatus.REJECTED, NOW.replace(hour=22))
    assert await waiting.looks() == []
    assert waiting.watches.kept[REQUEST_ID].ask_at == NOW


async def test_silence_is_told_after_one_day_and_after_three() -> None:
    waiting, told = Waiting(APPROVED), []
    for _ in range(10):
        waiting.moment += DAY / 2 if waiting.moment == NOW else DAY
        waiting.moment = waiting.moment.replace(hour=10)
        told.append(await waiting.looks())
    assert [number for number, kinds in enumerate(told) if kinds] == [1, 3]


async def test_whoever_signed_out_is_asked_once_to_sign_in() -> None:
    waiting = Waiting(APPROVED)
    waiting.sessions.is_signed_in = False
    assert await waiting.looks() == [NewsKind.SIGN_IN]
    waiting.moment += timedelta(hours=2)
    assert await waiting.looks() == []
    waiting.sessions.is_signed_in = True
    waiting.moment += timedelta(hours=2)
    assert await waiting.looks() == []
    assert not waiting.watches.kept[REQUEST_ID].is_sign_in_told


def test_older_requests_are_asked_about_more_rarely() -> None:
    watch = a_watch(APPROVED)
    pauses = [watch.next_look(NOW + age) - NOW - age for age in (0 * DAY, DAY / 2, DAY, 9 * DAY)]
    assert pauses == sorted(set(pauses))
    assert timedelta(minutes=5) <= pauses[0] < timedelta(minutes=7)
    assert pauses[-1] < timedelta(hours=8)


def test_requests_of_one_morning_drift_apart() -> None:
    watches = (replace(a_watch(), request_id=f"request-{number}") for number in range(100))
    assert len({watch.next_look(NOW) for watch in watches}) > 90
