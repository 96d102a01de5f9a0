"""A cabinet at ЕСОЗ in memory, whose answers can get lost, and those who lead to it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from bot.domain.cabinet import (
    Acting,
    CabinetAccess,
    Declaration,
    DeclarationRequest,
    DeclarationStatus,
    Page,
    Parties,
    Person,
    RequestStatus,
    scopes,
)
from bot.errors import EsozUnavailable, NotFound, Outage

if TYPE_CHECKING:
    from collections.abc import Collection

    from bot.domain.directory import Division, Doctor

CHAT = 7
NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
OWN = str(UUID(int=1))
ME = Acting(
    telegram_id=CHAT,
    session_id="session",
    person_id="person",
    applicant_person_id="person",
    access_id=OWN,
    scope=frozenset(scopes.ASKED),
    access_token="token",
)
PARTIES = Parties(employee_id="employee", division_id="division", legal_entity_id="facility")
DECLARATION = Declaration(
    id=str(UUID(int=2)),
    number="0000-12H4-245D",
    status=DeclarationStatus.ACTIVE,
    parties=PARTIES,
    starts_on=date(2025, 3, 2),
    ends_on=date(2030, 3, 1),
)
REQUEST = DeclarationRequest(
    id=str(UUID(int=3)), status=RequestStatus.APPROVED, number="0000-AAAA-245D", parties=PARTIES
)


def access(number: int, name: str, given_at: datetime) -> CabinetAccess:
    return CabinetAccess(
        id=str(UUID(int=number)), client_id="client", client_name=name, created_at=given_at
    )


class FakeClock:
    def __init__(self, now: datetime = NOW) -> None:
        self.moment = now

    def now(self) -> datetime:
        return self.moment

    async def sleep(self, seconds: float) -> None:
        raise AssertionError(seconds)


class FakeActFor:
    """Gives always the same session."""

    def __init__(self, acting: Acting = ME) -> None:
        self.acting = acting

    async def __call__(self, *, telegram_id: int, session_id: str = "") -> Acting:
        assert telegram_id == self.acting.telegram_id
        assert session_id in {"", self.acting.session_id}
        return self.acting


class FakeSignOut:
    def __init__(self) -> None:
        self.ended: list[str | None] = []

    async def __call__(self, *, telegram_id: int, session_id: str | None = None) -> bool:
        assert telegram_id == CHAT
        self.ended.append(session_id)
        return True


class FakeVisits:
    def __init__(self, last: datetime | None = None) -> None:
        self.last = last

    async def note(self, telegram_id: int, person_id: str, now: datetime) -> datetime | None:
        assert (telegram_id, person_id) == (CHAT, ME.person_id)
        last, self.last = self.last, now
        return last


class FakeWorkplaces:
    """A directory that knows these doctors by employee, and no divisions but theirs."""

    def __init__(self, *doctors: Doctor) -> None:
        self.doctors = {doctor.employee_id: doctor for doctor in doctors}

    async def doctors_of(
        self, pairs: Collection[tuple[str, str]]
    ) -> dict[tuple[str, str], Doctor]:
        return {pair: self.doctors[pair[0]] for pair in pairs if pair[0] in self.doctors}

    async def divisions_of(self, division_ids: Collection[str]) -> dict[str, Division]:
        places = {doctor.division.id: doctor.division for doctor in self.doctors.values()}
        return {key: place for key, place in places.items() if key in division_ids}


@dataclass
class FakeCabinet:
    """`lost_answers` of the calls that change something are done, and then not answered.

    `is_down` fails everything; `calls` are the changes and the reads of one declaration.
    """

    declared: list[Declaration] = field(default_factory=list)
    requests: list[DeclarationRequest] = field(default_factory=list)
    given: list[CabinetAccess] = field(default_factory=list)
    born: date | None = date(1980, 1, 31)
    details: Declaration | None = None
    on_page: int = 50
    lost_answers: int = 0
    lost_orders: int = 0
    down_after: int | None = None
    calls: list[str] = field(default_factory=list)

    async def person(self, acting: Acting) -> Person:
        _check(acting)
        return Person("person", "Оксана", "Шевченко", birth_date=self.born)

    async def declarations(
        self, acting: Acting, *, status: DeclarationStatus | None = None, page: int = 1
    ) -> Page[Declaration]:
        _check(acting)
        return self._page([d for d in self.declared if status in {None, d.status}], page)

    async def declaration_requests(
        self, acting: Acting, *, status: RequestStatus | None = None, page: int = 1
    ) -> Page[DeclarationRequest]:
        _check(acting)
        return self._page([r for r in self.requests if status in {None, r.status}], page)

    async def declaration(self, acting: Acting, declaration_id: str) -> Declaration:
        _check(acting)
        self._call("read")
        found = [one for one in self.declared if one.id == declaration_id]
        if not found:
            raise NotFound(declaration_id)
        return self.details or found[0]

    async def terminate_declaration(
        self, acting: Acting, declaration_id: str, reason: str = ""
    ) -> Declaration:
        _check(acting)
        self._call("terminate")
        self._lose_order()
        [before] = [one for one in self.declared if one.id == declaration_id]
        after = replace(before, status=DeclarationStatus.TERMINATED, reason_description=reason)
        self.declared = [after]
        self._lose_answer()
        return after

    async def accesses(self, acting: Acting, *, page: int = 1) -> Page[CabinetAccess]:
        _check(acting)
        return self._page(self.given, page)

    async def revoke_access(self, acting: Acting, access_id: str) -> None:
        _check(acting)
        self._call(f"revoke {access_id}")
        self._lose_order()
        if all(one.id != access_id for one in self.given):
            raise NotFound(access_id)
        self.given = [one for one in self.given if one.id != access_id]
        self._lose_answer()

    def __getattr__(self, name: str) -> Any:
        raise AssertionError(name)

    def _page(self, items: list[Any], number: int) -> Page[Any]:
        start = (number - 1) * self.on_page
        pages = max(-(-len(items) // self.on_page), 1)
        return Page(tuple(items[start : start + self.on_page]), number, pages, len(items))

    def _call(self, name: str) -> None:
        self.calls.append(name)
        if self.down_after is not None and len(self.calls) > self.down_after:
            raise EsozUnavailable(Outage.DOWN)

    def _lose_order(self) -> None:
        if self.lost_orders:
            self.lost_orders -= 1
            raise EsozUnavailable(Outage.TIMEOUT)

    def _lose_answer(self) -> None:
        if self.lost_answers:
            self.lost_answers -= 1
            raise EsozUnavailable(Outage.TIMEOUT)


def _check(acting: Acting) -> None:
    assert acting.telegram_id == CHAT
