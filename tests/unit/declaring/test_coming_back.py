"""A declaration that was begun is found again, and a sign-in leads back to it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, cast

import pytest

from bot.domain.cabinet import EsozRefusal, EsozRefused
from bot.domain.cabinet.declaration_draft import DeclarationDraft
from bot.domain.cabinet.may_declare import Obstacle
from bot.errors import NotFound
from bot.services.continue_declaration import ContinueDeclaration
from bot.services.find_begun_declaration import FindBegunDeclaration
from bot.services.propose_declaration import MayNotDeclare, Proposal
from tests.unit.declarations.fakes import CHAT, ME, NOW, FakeClock
from tests.unit.declaring.people import FakeDoctors, FakeDrafts, a_doctor

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.domain.directory import Doctor
    from bot.services.propose_declaration import ProposeDeclaration

DRAFT = DeclarationDraft(CHAT, a_doctor().key, NOW)
PROPOSAL = Proposal(ME, a_doctor(), None, None)
BARRED = MayNotDeclare(ME, a_doctor(), Obstacle.NOT_VERIFIED)


class NoDoctors:
    async def doctor(self, key: int) -> Doctor:
        raise NotFound(key)


@dataclass
class Told:
    """Implements ProposalMessages."""

    news: list[object] = field(default_factory=list)

    async def tell(self, telegram_id: int, news: object) -> None:
        assert telegram_id == CHAT
        self.news.append(news)


async def proposes() -> Proposal:
    return PROPOSAL


async def bars() -> Proposal:
    raise BARRED


async def refuses() -> Proposal:
    raise EsozRefused(EsozRefusal.SCOPE_MISSING)


async def never_answers() -> Proposal:
    await asyncio.Event().wait()
    return PROPOSAL


def find_begun(drafts: FakeDrafts, after: timedelta = timedelta()) -> FindBegunDeclaration:
    return FindBegunDeclaration(drafts=drafts, doctors=FakeDoctors(), clock=FakeClock(NOW + after))


@pytest.mark.parametrize(
    ("after", "is_fresh", "is_found"),
    [
        pytest.param(timedelta(hours=1), True, True, id="an hour later by itself"),
        pytest.param(timedelta(hours=2), True, False, id="two hours later no more by itself"),
        pytest.param(timedelta(hours=2), False, True, id="but where one looks"),
        pytest.param(timedelta(days=7), False, False, id="a week later not at all"),
    ],
)
async def test_begun_declaration_is_found_for_a_time(
    after: timedelta, *, is_fresh: bool, is_found: bool
) -> None:
    found = await find_begun(FakeDrafts({CHAT: DRAFT}), after)(telegram_id=CHAT, is_fresh=is_fresh)
    assert found == (a_doctor() if is_found else None)


async def test_doctor_who_left_is_forgotten() -> None:
    drafts = FakeDrafts({CHAT: DRAFT})
    find = FindBegunDeclaration(drafts=drafts, doctors=NoDoctors(), clock=FakeClock())
    assert await find(telegram_id=CHAT) is None
    assert drafts.kept == {}


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        pytest.param(proposes, PROPOSAL, id="the question"),
        pytest.param(bars, BARRED, id="what stands in the way"),
        pytest.param(refuses, a_doctor(), id="a way on where ЕСОЗ refuses"),
        pytest.param(never_answers, a_doctor(), id="a way on where it is silent"),
    ],
)
async def test_sign_in_leads_back(
    answer: Callable[[], Awaitable[Proposal]], expected: object
) -> None:
    told = Told()

    async def propose(*, telegram_id: int, doctor_key: int) -> Proposal:
        assert (telegram_id, doctor_key) == (CHAT, a_doctor().key)
        return await answer()

    go_on = ContinueDeclaration(
        find_begun=find_begun(FakeDrafts({CHAT: DRAFT})),
        propose=cast("ProposeDeclaration", propose),
        messages=told,
        longest_seconds=0.05,
    )
    await go_on(telegram_id=CHAT)
    assert told.news == [expected]


async def test_sign_in_without_a_begun_declaration_says_nothing() -> None:
    told = Told()
    go_on = ContinueDeclaration(
        find_begun=find_begun(FakeDrafts()),
        propose=cast("ProposeDeclaration", proposes),
        messages=told,
    )
    await go_on(telegram_id=CHAT)
    assert told.news == []
