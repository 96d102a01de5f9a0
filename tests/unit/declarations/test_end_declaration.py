"""Ending a declaration: once, by whoever may, and never twice when an answer is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.domain.cabinet import DeclarationStatus, Standing
from bot.errors import NotFound
from bot.services.end_declaration import EndDeclaration, Ending, EndUncertain, MayNotEnd
from tests.unit.declarations.fakes import (
    CHAT,
    DECLARATION,
    ME,
    FakeActFor,
    FakeCabinet,
    FakeClock,
    FakeWorkplaces,
)

ASKED: dict[str, Any] = {"telegram_id": CHAT, "declaration_id": DECLARATION.id}


def service(cabinet: FakeCabinet, acting: Any = ME) -> EndDeclaration:
    return EndDeclaration(
        act_as=FakeActFor(acting),
        cabinet=cabinet,
        workplaces=FakeWorkplaces(),
        clock=FakeClock(),
    )


async def test_declaration_ends_with_the_reason_that_was_given() -> None:
    cabinet = FakeCabinet([DECLARATION])
    end = await service(cabinet)(**ASKED, reason="Переїзд")
    assert end.outcome is Ending.ENDED
    assert cabinet.declared[0].reason_description == "Переїзд"


async def test_second_tap_finds_it_ended_and_orders_nothing() -> None:
    cabinet = FakeCabinet([DECLARATION])
    await service(cabinet)(**ASKED)
    again = await service(cabinet)(**ASKED)
    assert again.outcome is Ending.WAS_OVER
    assert cabinet.calls.count("terminate") == 1


async def test_lost_answer_is_resolved_by_asking() -> None:
    cabinet = FakeCabinet([DECLARATION], lost_answers=1)
    assert (await service(cabinet)(**ASKED)).outcome is Ending.ENDED
    assert cabinet.calls == ["read", "terminate", "read"]


async def test_lost_order_is_told_and_not_sent_again() -> None:
    cabinet = FakeCabinet([DECLARATION], lost_orders=1)
    assert (await service(cabinet)(**ASKED)).outcome is Ending.IN_FORCE
    assert cabinet.calls == ["read", "terminate", "read"]


async def test_silence_after_the_order_is_said_to_be_uncertain() -> None:
    cabinet = FakeCabinet([DECLARATION], lost_answers=1, down_after=2)
    with pytest.raises(EndUncertain):
        await service(cabinet)(**ASKED)
    assert cabinet.calls.count("terminate") == 1


@pytest.mark.parametrize(
    ("born", "standing"),
    [
        pytest.param(date(2013, 1, 31), Standing.CONFIDANT_ONLY, id="13 years"),
        pytest.param(date(2012, 1, 31), Standing.READ_ONLY, id="14 years"),
        pytest.param(date(2008, 11, 26), Standing.READ_ONLY, id="18 tomorrow"),
    ],
)
async def test_whoever_may_only_look_ends_nothing(born: date, standing: Standing) -> None:
    cabinet = FakeCabinet([DECLARATION], born=born)
    with pytest.raises(MayNotEnd) as barred:
        await service(cabinet)(**ASKED)
    assert barred.value.standing is standing
    assert "terminate" not in cabinet.calls


async def test_confidant_ends_a_childs_declaration() -> None:
    cabinet = FakeCabinet([DECLARATION], born=date(2019, 1, 31))
    confidant = replace(ME, applicant_person_id="parent")
    assert (await service(cabinet, confidant)(**ASKED)).outcome is Ending.ENDED


async def test_ended_declaration_is_no_question_even_for_a_child() -> None:
    over = replace(DECLARATION, status=DeclarationStatus.CLOSED)
    asked = await service(FakeCabinet([over], born=date(2013, 1, 31))).ask(**ASKED)
    assert asked.is_over


async def test_declaration_of_somebody_else_is_not_found() -> None:
    with pytest.raises(NotFound):
        await service(FakeCabinet([])).ask(**ASKED)
