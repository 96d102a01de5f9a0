"""A request is made, signed and cancelled once, whatever answer is lost on the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

import pytest

from bot.domain.cabinet import EsozRefusal, EsozRefused, RequestStatus
from bot.domain.signing.session import Purpose, SessionState, SignSession
from bot.domain.signing.signature import Signed, Signer
from bot.errors import EsozUnavailable, NotSignedIn
from bot.services.act_for_person import ActForPerson
from bot.services.cancel_declaration_request import CancelDeclarationRequest
from bot.services.complete_declaration import CompleteDeclaration
from bot.services.propose_declaration import ProposeDeclaration
from bot.services.request_declaration import RequestDeclaration
from bot.services.show_my_declaration import ShowMyDeclaration
from tests.unit.declarations.fakes import CHAT, NOW, FakeActFor, FakeClock, FakeWorkplaces
from tests.unit.declaring.people import (
    REQUEST_ID,
    FakeDeclaring,
    FakeDoctors,
    FakeDrafts,
    FakeSessions,
    FakeWatches,
    a_doctor,
    a_request,
    a_watch,
)

if TYPE_CHECKING:
    from bot.services.cabinet_ports import Cabinet
    from bot.services.session_ports import Sessions

SIGNED = Signed(b"der", b"", Signer(None, None, "", "", is_stamp=False), "", "", "", True)
SESSION = SignSession(
    key="k",
    telegram_id=CHAT,
    purpose=Purpose.DECLARATION_REQUEST,
    reference=REQUEST_ID,
    state=SessionState.VERIFIED,
    phrase="",
    language=None,
    created_at=NOW,
    expires_at=NOW,
)


@dataclass
class Desk:
    """The services over one cabinet in memory."""

    esoz: FakeDeclaring = field(default_factory=FakeDeclaring)
    watches: FakeWatches = field(default_factory=FakeWatches)
    sessions: FakeSessions = field(default_factory=FakeSessions)
    drafts: FakeDrafts = field(default_factory=FakeDrafts)

    @property
    def cabinet(self) -> Cabinet:
        return cast("Cabinet", self.esoz)

    def request(self) -> RequestDeclaration:
        mine = ShowMyDeclaration(
            act_as=FakeActFor(), cabinet=self.cabinet, workplaces=FakeWorkplaces()
        )
        propose = ProposeDeclaration(
            mine=mine,
            cabinet=self.cabinet,
            doctors=FakeDoctors(),
            drafts=self.drafts,
            clock=FakeClock(),
        )
        return RequestDeclaration(
            propose=propose,
            cabinet=self.cabinet,
            watches=self.watches,
            drafts=self.drafts,
            workplaces=FakeWorkplaces(a_doctor()),
            clock=FakeClock(),
        )

    def complete(self) -> CompleteDeclaration:
        sessions = cast("Sessions", self.sessions)
        return CompleteDeclaration(
            act_for=ActForPerson(sessions=sessions, act_as=FakeActFor()),
            cabinet=self.cabinet,
            watches=self.watches,
            clock=FakeClock(),
        )

    def cancel(self) -> CancelDeclarationRequest:
        return CancelDeclarationRequest(
            act_as=FakeActFor(),
            cabinet=self.cabinet,
            watches=self.watches,
            workplaces=FakeWorkplaces(),
        )


def _at_esoz(status: RequestStatus) -> Desk:
    """A request that the bot follows."""
    return Desk(FakeDeclaring(requests=[a_request(status)]), FakeWatches({REQUEST_ID: a_watch()}))


async def test_begun_declaration_is_forgotten_when_the_request_is_made() -> None:
    desk = Desk(esoz=FakeDeclaring(lost_orders=1))
    with pytest.raises(EsozUnavailable):
        await desk.request()(telegram_id=CHAT, doctor_key=a_doctor().key)
    assert desk.drafts.kept[CHAT].doctor == a_doctor().key
    await desk.request()(telegram_id=CHAT, doctor_key=a_doctor().key)
    assert desk.drafts.kept == {}


async def test_lost_answer_to_the_creation_is_asked_for() -> None:
    desk = Desk(FakeDeclaring(lost_answers=1))
    shown = await desk.request()(telegram_id=CHAT, doctor_key=7)
    assert shown.request.record.id == REQUEST_ID
    assert desk.esoz.calls.count("create") == 1
    assert set(desk.watches.kept) == {REQUEST_ID}


async def test_creation_that_nobody_can_be_asked_about_is_gone_on_with_later() -> None:
    desk = Desk(FakeDeclaring(lost_answers=1, goes_down=True))
    with pytest.raises(EsozUnavailable):
        await desk.request()(telegram_id=CHAT, doctor_key=7)
    desk.esoz.is_down = False
    shown = await desk.request()(telegram_id=CHAT, doctor_key=7)
    assert desk.esoz.calls.count("create") == 1
    assert set(desk.watches.kept) == {shown.request.record.id}


async def test_lost_order_is_told_and_the_second_one_is_the_first() -> None:
    desk = Desk(FakeDeclaring(lost_orders=1))
    with pytest.raises(EsozUnavailable):
        await desk.request()(telegram_id=CHAT, doctor_key=7)
    assert desk.watches.kept == {}
    await desk.request()(telegram_id=CHAT, doctor_key=7)
    await desk.request()(telegram_id=CHAT, doctor_key=7)
    assert len(desk.esoz.requests) == 1, "a request to this doctor is gone on with"


async def test_signature_whose_answer_was_lost_is_not_sent_again() -> None:
    desk = _at_esoz(RequestStatus.NEW)
    desk.esoz.lost_answers = 1
    await desk.complete().submit(SESSION, SIGNED)
    await desk.complete().submit(SESSION, SIGNED)
    assert desk.esoz.calls == ["sign"]
    assert desk.watches.kept[REQUEST_ID].signed_at == NOW


async def test_signature_that_nobody_can_be_asked_about_is_found_later() -> None:
    desk = _at_esoz(RequestStatus.NEW)
    desk.esoz.lost_answers, desk.esoz.goes_down = 1, True
    with pytest.raises(EsozUnavailable):
        await desk.complete().submit(SESSION, SIGNED)
    desk.esoz.is_down = False
    await desk.complete().submit(SESSION, SIGNED)
    assert desk.esoz.calls == ["sign"]


async def test_signature_that_was_lost_is_sent_at_a_later_look() -> None:
    desk = _at_esoz(RequestStatus.NEW)
    desk.esoz.lost_orders = 1
    with pytest.raises(EsozUnavailable):
        await desk.complete().submit(SESSION, SIGNED)
    assert desk.watches.kept[REQUEST_ID].signed_at is None
    await desk.complete().submit(SESSION, SIGNED)
    assert desk.esoz.calls == ["sign", "sign"]


@pytest.mark.parametrize(
    ("meanwhile", "is_taken"), [(RequestStatus.APPROVED, True), (RequestStatus.CANCELLED, False)]
)
async def test_request_that_moved_on_while_it_was_being_signed_is_asked_about(
    meanwhile: RequestStatus, is_taken: bool
) -> None:
    desk = _at_esoz(RequestStatus.NEW)
    desk.esoz.meanwhile = meanwhile
    if is_taken:
        await desk.complete().submit(SESSION, SIGNED)
        return
    with pytest.raises(EsozRefused) as refused:
        await desk.complete().submit(SESSION, SIGNED)
    assert refused.value.code is EsozRefusal.REQUEST_CLOSED


@pytest.mark.parametrize("status", [RequestStatus.APPROVED, RequestStatus.SIGNED])
async def test_either_status_after_the_signature_is_taken(status: RequestStatus) -> None:
    desk = _at_esoz(status)
    await desk.complete().submit(SESSION, SIGNED)
    assert desk.esoz.calls == []
    assert desk.watches.kept[REQUEST_ID].status is RequestStatus.APPROVED


@pytest.mark.parametrize(
    "status", [RequestStatus.REJECTED, RequestStatus.CANCELLED, RequestStatus.EXPIRED]
)
async def test_signature_after_the_end_is_refused(status: RequestStatus) -> None:
    desk = _at_esoz(status)
    with pytest.raises(EsozRefused) as refused:
        await desk.complete().submit(SESSION, SIGNED)
    assert refused.value.code is EsozRefusal.REQUEST_CLOSED
    assert desk.esoz.calls == []


async def test_signature_of_whoever_signed_out_is_not_sent() -> None:
    desk = _at_esoz(RequestStatus.NEW)
    desk.sessions.is_signed_in = False
    with pytest.raises(NotSignedIn):
        await desk.complete().submit(SESSION, SIGNED)
    assert desk.esoz.calls == []


async def test_cancel_whose_answer_was_lost_is_asked_for() -> None:
    desk = _at_esoz(RequestStatus.APPROVED)
    desk.esoz.lost_answers = 1
    shown = await desk.cancel()(telegram_id=CHAT, request_id=REQUEST_ID)
    assert shown.request.record.status is RequestStatus.REJECTED
    assert desk.esoz.calls == ["reject"]
    assert desk.watches.kept == {}


async def test_cancel_that_was_lost_leaves_the_request() -> None:
    desk = _at_esoz(RequestStatus.APPROVED)
    desk.esoz.lost_orders = 1
    shown = await desk.cancel()(telegram_id=CHAT, request_id=REQUEST_ID)
    assert shown.request.record.status is RequestStatus.APPROVED
    assert set(desk.watches.kept) == {REQUEST_ID}
