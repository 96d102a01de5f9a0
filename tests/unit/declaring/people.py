"""A doctor, a patient's session at ЕСОЗ, and a memory for requests, for tests of declaring."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from bot.domain.cabinet import (
    Acting,
    DeclarationRequest,
    EsozRefusal,
    EsozRefused,
    Page,
    Parties,
    PersonRequest,
    RequestStatus,
    Verification,
    VerificationStatus,
)
from bot.domain.cabinet.declaration_watch import DeclarationWatch, person_mark
from bot.domain.cabinet.session import EsozSession
from bot.domain.directory import Address, Division, Doctor, Facility
from bot.errors import EsozUnavailable, NotFound, Outage
from tests.unit.declarations.fakes import CHAT, ME, NOW, PARTIES, FakeCabinet

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.cabinet.declaration_draft import DeclarationDraft
    from bot.domain.cabinet.declaration_watch import DeclarationNews

REQUEST_ID = str(UUID(int=9))
DAY = timedelta(days=1)
SESSION = EsozSession(
    id=ME.session_id,
    telegram_id=CHAT,
    person_id=ME.person_id,
    applicant_person_id=ME.applicant_person_id,
    access_id=ME.access_id,
    scope=ME.scope,
    refresh_token="refresh",
    name="",
    signed_in_at=NOW,
)


def a_doctor() -> Doctor:
    facility = Facility(id="facility", name="Амбулаторія")
    division = Division(
        key=1, id="division", name="Амбулаторія", type=None, facility=facility, address=Address()
    )
    return Doctor(
        key=7,
        employee_id="employee",
        party_id="party",
        last_name="Бондар",
        first_name="Марія",
        second_name=None,
        gender=None,
        speciality="FAMILY_DOCTOR",
        position=None,
        takes_declarations=True,
        division=division,
    )


def a_request(status: RequestStatus = RequestStatus.NEW) -> DeclarationRequest:
    return DeclarationRequest(
        id=REQUEST_ID, status=status, declaration_id="declaration", parties=PARTIES
    )


def a_watch(status: RequestStatus = RequestStatus.NEW) -> DeclarationWatch:
    return DeclarationWatch(
        telegram_id=CHAT,
        request_id=REQUEST_ID,
        person=person_mark(ME.person_id),
        status=status,
        created_at=NOW,
        ask_at=NOW,
        signed_at=NOW if status is RequestStatus.APPROVED else None,
    )


@dataclass
class FakeDeclaring(FakeCabinet):
    """Requests are made, signed and rejected; answers get lost as in `FakeCabinet`.

    `meanwhile` is what another device makes of a request right before it is signed here. With
    `goes_down` nothing is answered any more once an answer was lost.
    """

    meanwhile: RequestStatus | None = None
    goes_down: bool = False
    is_down: bool = False

    async def declaration_requests(
        self, acting: Acting, *, status: RequestStatus | None = None, page: int = 1
    ) -> Page[DeclarationRequest]:
        self._answer()
        return await super().declaration_requests(acting, status=status, page=page)

    async def verification(self, acting: Acting) -> Verification:
        assert acting.telegram_id == CHAT
        return Verification(VerificationStatus.VERIFIED)

    async def person_requests(
        self, acting: Acting, *, status: RequestStatus | None = None, page: int = 1
    ) -> Page[PersonRequest]:
        assert (acting.telegram_id, page) == (CHAT, 1)
        assert status
        return Page(())

    async def create_declaration_request(
        self, acting: Acting, employee_id: str, division_id: str
    ) -> DeclarationRequest:
        assert acting.telegram_id == CHAT
        self._call("create")
        self._lose_order()
        parties = Parties(employee_id=employee_id, division_id=division_id)
        made = replace(a_request(), parties=parties)
        self.requests.append(made)
        self._lose_answer()
        return made

    async def declaration_request(self, acting: Acting, request_id: str) -> DeclarationRequest:
        assert acting.telegram_id == CHAT
        self._answer()
        found = [one for one in self.requests if one.id == request_id]
        if not found:
            raise NotFound(request_id)
        return found[0]

    async def sign_declaration_request(
        self, acting: Acting, request_id: str, signed: bytes
    ) -> DeclarationRequest:
        assert signed
        if self.meanwhile:
            self.requests = [replace(one, status=self.meanwhile) for one in self.requests]
            raise EsozRefused(EsozRefusal.WRONG_STATUS)
        return await self._moved(acting, request_id, "sign", RequestStatus.APPROVED)

    async def reject_declaration_request(
        self, acting: Acting, request_id: str
    ) -> DeclarationRequest:
        return await self._moved(acting, request_id, "reject", RequestStatus.REJECTED)

    async def _moved(
        self, acting: Acting, request_id: str, name: str, status: RequestStatus
    ) -> DeclarationRequest:
        self._call(name)
        self._lose_order()
        before = await self.declaration_request(acting, request_id)
        after = replace(before, status=status)
        self.requests = [after if one is before else one for one in self.requests]
        self._lose_answer()
        return after

    def _answer(self) -> None:
        if self.is_down:
            raise EsozUnavailable(Outage.DOWN)

    def _lose_answer(self) -> None:
        self.is_down = self.goes_down and bool(self.lost_answers)
        super()._lose_answer()


@dataclass
class FakeWatches:
    """Implements DeclarationWatches in memory."""

    kept: dict[str, DeclarationWatch] = field(default_factory=dict)

    async def put(self, watch: DeclarationWatch) -> None:
        self.kept.setdefault(watch.request_id, watch)

    async def find(self, telegram_id: int, request_id: str) -> DeclarationWatch | None:
        assert telegram_id == CHAT
        return self.kept.get(request_id)

    async def due(self, now: datetime) -> list[DeclarationWatch]:
        return [watch for watch in self.kept.values() if watch.ask_at <= now]

    async def claim(self, watch: DeclarationWatch, ask_at: datetime) -> bool:
        self.kept[watch.request_id] = replace(watch, ask_at=ask_at)
        return True

    async def keep(self, watch: DeclarationWatch) -> None:
        if watch.request_id in self.kept:
            self.kept[watch.request_id] = watch

    async def drop(self, telegram_id: int, request_id: str) -> None:
        assert telegram_id == CHAT
        self.kept.pop(request_id, None)


@dataclass
class FakeDrafts:
    """Implements DeclarationDrafts in memory."""

    kept: dict[int, DeclarationDraft] = field(default_factory=dict)

    async def put(self, draft: DeclarationDraft) -> None:
        self.kept[draft.telegram_id] = draft

    async def find(self, telegram_id: int) -> DeclarationDraft | None:
        return self.kept.get(telegram_id)

    async def drop(self, telegram_id: int) -> None:
        self.kept.pop(telegram_id, None)


@dataclass
class FakeMessages:
    """Implements DeclarationMessages."""

    told: list[DeclarationNews] = field(default_factory=list)

    async def tell(self, telegram_id: int, news: DeclarationNews) -> None:
        assert telegram_id == CHAT
        self.told.append(news)


class FakeDoctors:
    async def doctor(self, key: int) -> Doctor:
        assert key == a_doctor().key
        return a_doctor()


class FakeSessions:
    """One person is signed in for, as `ME`, or nobody."""

    def __init__(self, *, is_signed_in: bool = True) -> None:
        self.is_signed_in = is_signed_in

    async def of_patient(self, telegram_id: int) -> list[EsozSession]:
        assert telegram_id == CHAT
        return [SESSION] if self.is_signed_in else []
