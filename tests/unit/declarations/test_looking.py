"""The declaration in force, a request under way, and the lists of both."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from bot.domain.cabinet import DeclarationStatus, Parties, RequestStatus
from bot.domain.directory import Address, Division, Doctor, Facility
from bot.services.list_declarations import ListDeclarations
from bot.services.show_my_declaration import ShowMyDeclaration
from tests.unit.declarations.fakes import (
    CHAT,
    DECLARATION,
    ME,
    REQUEST,
    FakeActFor,
    FakeCabinet,
    FakeWorkplaces,
)

DOCTOR = Doctor(
    key=5,
    employee_id="employee",
    party_id="party",
    last_name="Шевченко",
    first_name="Оксана",
    second_name="Петрівна",
    gender=None,
    speciality="PEDIATRICIAN",
    position=None,
    takes_declarations=True,
    division=Division(
        1, "division", "Сихів", None, Facility("facility", "Клініка"), Address(), phones=("+380",)
    ),
)


def mine(cabinet: FakeCabinet, *doctors: Doctor) -> ShowMyDeclaration:
    return ShowMyDeclaration(
        act_as=FakeActFor(), cabinet=cabinet, workplaces=FakeWorkplaces(*doctors)
    )


def lists(cabinet: FakeCabinet) -> ListDeclarations:
    return ListDeclarations(act_as=FakeActFor(), cabinet=cabinet, workplaces=FakeWorkplaces())


async def test_directory_gives_the_names_that_the_list_does_not_have() -> None:
    shown = await mine(FakeCabinet([DECLARATION]), DOCTOR)(telegram_id=CHAT)
    assert shown.current is not None
    workplace = shown.current.workplace
    assert workplace.doctor_name == "Шевченко Оксана Петрівна"
    assert (workplace.facility_name, workplace.phones) == ("Клініка", ("+380",))
    assert workplace.is_pediatric


async def test_details_give_the_name_of_a_doctor_whom_the_directory_does_not_know() -> None:
    named = replace(DECLARATION, parties=Parties("employee", doctor_name="Коваль Андрій"))
    cabinet = FakeCabinet([DECLARATION], details=named)
    shown = await mine(cabinet)(telegram_id=CHAT)
    assert shown.current is not None
    assert shown.current.workplace.doctor_name == "Коваль Андрій"
    await mine(cabinet, DOCTOR)(telegram_id=CHAT)
    assert cabinet.calls == ["read"], "who is known is not asked for"


async def test_name_that_nobody_knows_stays_empty() -> None:
    shown = await mine(FakeCabinet([DECLARATION]))(telegram_id=CHAT)
    assert shown.current is not None
    assert shown.current.workplace.doctor_name == ""


async def test_request_under_way_is_shown_beside_the_declaration() -> None:
    shown = await mine(FakeCabinet([DECLARATION], [REQUEST]))(telegram_id=CHAT)
    assert shown.under_way is not None
    assert shown.under_way.record == REQUEST
    done = replace(REQUEST, status=RequestStatus.SIGNED)
    assert (await mine(FakeCabinet([DECLARATION], [done]))(telegram_id=CHAT)).under_way is None


async def test_consent_without_requests_still_shows_the_declaration() -> None:
    acting = replace(ME, scope=frozenset({"declaration:read_pis"}))
    show = ShowMyDeclaration(
        act_as=FakeActFor(acting),
        cabinet=FakeCabinet([DECLARATION], [REQUEST]),
        workplaces=FakeWorkplaces(),
    )
    shown = await show(telegram_id=CHAT)
    assert shown.current
    assert shown.under_way is None


async def test_history_is_read_to_its_last_page_and_shown_newest_first() -> None:
    past = [
        replace(
            DECLARATION,
            id=str(UUID(int=100 + year)),
            status=DeclarationStatus.TERMINATED,
            starts_on=date(2010 + year, 1, 1),
        )
        for year in range(7)
    ]
    cabinet = FakeCabinet([*past, replace(past[0])], on_page=3)
    first = (await lists(cabinet).declarations(telegram_id=CHAT)).page
    assert [one.record.starts_on.year for one in first.items if one.record.starts_on] == [
        *(2016, 2015, 2014, 2013, 2012)
    ]
    assert (first.total, first.pages) == (7, 2), "what stands on two pages counts once"
    last = (await lists(cabinet).declarations(telegram_id=CHAT, page=9)).page
    assert (last.number, len(last.items)) == (2, 2)


async def test_request_without_dates_comes_last() -> None:
    wiped = replace(REQUEST, id=str(UUID(int=9)), parties=Parties(), starts_on=None)
    dated = replace(REQUEST, starts_on=date(2020, 1, 1))
    found = (await lists(FakeCabinet([], [wiped, dated])).requests(telegram_id=CHAT)).page
    assert [one.record for one in found.items] == [dated, wiped]
