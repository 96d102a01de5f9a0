"""Accesses: what is new, taking one or all back, and what a lost answer leaves."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot.domain.cabinet.reasons import DeclarationReason, RequestReason
from bot.domain.cabinet.rights import Right, rights_of
from bot.domain.cabinet.scopes import ASKED
from bot.errors import EsozUnavailable, SignInEnded
from bot.services.list_accesses import ListAccesses
from bot.services.revoke_access import RevokeAccess
from tests.unit.declarations.fakes import (
    CHAT,
    NOW,
    OWN,
    FakeActFor,
    FakeCabinet,
    FakeClock,
    FakeSignOut,
    FakeVisits,
    access,
)

BOT = access(1, "Бот", NOW)
HELSI = access(2, "Helsi", NOW - timedelta(days=2))
CLINIC = access(3, "Кабінет", NOW - timedelta(days=400))


def every(cabinet: FakeCabinet, visits: FakeVisits) -> ListAccesses:
    return ListAccesses(act_as=FakeActFor(), cabinet=cabinet, visits=visits, clock=FakeClock())


def revoke(cabinet: Any, sign_out: FakeSignOut | None = None) -> RevokeAccess:
    return RevokeAccess(act_as=FakeActFor(), cabinet=cabinet, sign_out=sign_out or FakeSignOut())


async def test_only_what_came_since_the_last_visit_is_new() -> None:
    visits = FakeVisits(NOW - timedelta(days=30))
    found = await every(FakeCabinet(given=[CLINIC, BOT, HELSI]), visits)(telegram_id=CHAT)
    assert found.fresh == {HELSI.id}, "the bot's own is no news"
    assert found.every == (BOT, HELSI, CLINIC)
    again = await every(FakeCabinet(given=[CLINIC, BOT, HELSI]), visits)(telegram_id=CHAT)
    assert not again.fresh


async def test_first_visit_and_later_pages_tell_no_news() -> None:
    visits = FakeVisits()
    assert not (await every(FakeCabinet(given=[HELSI]), visits)(telegram_id=CHAT)).fresh
    visits.last = NOW - timedelta(days=30)
    await every(FakeCabinet(given=[HELSI]), visits)(telegram_id=CHAT, page=2)
    assert visits.last == NOW - timedelta(days=30), "the news wait for the first page"


async def test_own_access_taken_back_signs_out() -> None:
    sign_out = FakeSignOut()
    done = await revoke(FakeCabinet(given=[BOT, HELSI]), sign_out)(telegram_id=CHAT, access_id=OWN)
    assert done.is_own
    assert sign_out.ended == ["session"], "only for this person"


async def test_access_that_is_gone_already_is_taken_back() -> None:
    sign_out = FakeSignOut()
    done = await revoke(FakeCabinet(given=[BOT]), sign_out)(telegram_id=CHAT, access_id=HELSI.id)
    assert not done.is_own
    assert sign_out.ended == []


async def test_lost_answer_is_resolved_by_looking() -> None:
    cabinet = FakeCabinet(given=[BOT, HELSI], lost_answers=1)
    await revoke(cabinet)(telegram_id=CHAT, access_id=HELSI.id)
    assert len(cabinet.calls) == 1, "not sent again"
    with pytest.raises(EsozUnavailable):
        await revoke(FakeCabinet(given=[BOT, HELSI], lost_orders=1))(
            telegram_id=CHAT, access_id=HELSI.id
        )


async def test_session_that_died_with_the_own_access_is_signed_out() -> None:
    class Dead(FakeCabinet):
        async def accesses(self, *_: Any, **__: Any) -> Any:
            raise SignInEnded

    sign_out = FakeSignOut()
    cabinet = Dead(given=[BOT], lost_answers=1)
    assert (await revoke(cabinet, sign_out)(telegram_id=CHAT, access_id=OWN)).is_own
    assert sign_out.ended == ["session"]


async def test_all_others_are_taken_back_and_the_own_one_stays() -> None:
    cabinet = FakeCabinet(given=[BOT, HELSI, CLINIC])
    done = await revoke(cabinet).all_others(telegram_id=CHAT)
    assert (done.gone, done.left) == (2, 0)
    assert cabinet.given == [BOT]


async def test_outage_in_the_middle_is_told_with_both_numbers() -> None:
    cabinet = FakeCabinet(given=[BOT, HELSI, CLINIC], down_after=1)
    done = await revoke(cabinet).all_others(telegram_id=CHAT)
    assert (done.gone, done.left) == (1, 1)


def test_every_right_that_the_bot_asks_for_can_be_told() -> None:
    rights = rights_of(ASKED)
    assert set(rights.known) == set(Right)
    assert rights.unknown == ()


def test_older_names_mean_the_same_and_unknown_ones_are_named() -> None:
    rights = rights_of(
        ["declaration:read", "Person:Read", "notebooks:read", "declaration:read_pis"]
    )
    assert rights.known == (Right.SEE_PERSON, Right.SEE_DECLARATIONS)
    assert rights.unknown == ("notebooks:read",)


@pytest.mark.parametrize("kind", [DeclarationReason, RequestReason])
def test_reasons_are_known_in_any_case_and_strangers_are_other(kind: Any) -> None:
    assert all(kind(reason.value.upper()) is reason for reason in kind)
    assert kind("auto_something_new") is kind.OTHER
