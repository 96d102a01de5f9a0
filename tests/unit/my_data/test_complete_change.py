"""A signed change goes to ЕСОЗ once, whatever is repeated."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, cast

import pytest

from bot.domain.cabinet import Acting, EsozRefused, PersonRequest, RequestStatus
from bot.domain.cabinet.change import ChangeDraft
from bot.domain.signing.session import Purpose, SessionState, SignSession
from bot.domain.signing.signature import Signed, Signer
from bot.errors import EsozUnavailable, Outage
from bot.services.change_drafts import ChangeDrafts
from bot.services.complete_change import CompleteChange

if TYPE_CHECKING:
    from bot.domain.clock import Clock
    from bot.services.cabinet_ports import PersonCabinet
    from bot.services.my_data_ports import DraftKind, Drafts

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
PATIENT = 7
SESSION = SignSession(
    key="k",
    telegram_id=PATIENT,
    purpose=Purpose.PERSON_REQUEST,
    reference="request-1",
    state=SessionState.VERIFIED,
    phrase="",
    language=None,
    created_at=NOW,
    expires_at=NOW,
)
SIGNED = Signed(b"der", b"", Signer(None, None, "", "", is_stamp=False), "", "", "", True)


@dataclass
class FakeEsoz:
    """One request; `loses_answer` completes it and fails all the same."""

    status: RequestStatus = RequestStatus.NEW
    loses_answer: bool = False
    completed: list[tuple[str, bytes]] = field(default_factory=list)

    async def person_request(self, _: Acting, request_id: str) -> PersonRequest:
        return PersonRequest(request_id, self.status)

    async def complete_person_request(
        self, acting: Acting, request_id: str, signed: bytes
    ) -> RequestStatus:
        assert request_id == SESSION.reference
        self.completed.append((acting.session_id, signed))
        self.status = RequestStatus.SIGNED
        if self.loses_answer:
            raise EsozUnavailable(Outage.TIMEOUT)
        return self.status


@dataclass
class FakeDrafts:
    content: bytes | None = None

    async def put(self, _: int, __: DraftKind, content: bytes, ___: datetime) -> None:
        self.content = content

    async def get(self, _: int, __: DraftKind, ___: datetime) -> bytes | None:
        return self.content

    async def remove(self, _: int, __: DraftKind) -> None:
        self.content = None


class StoppedClock:
    def now(self) -> datetime:
        return NOW


async def _act_as(*, telegram_id: int, session_id: str = "") -> Acting:
    return Acting(telegram_id, session_id or "current", "p", "p", "a", frozenset(), "")


@pytest.fixture
def drafts() -> FakeDrafts:
    return FakeDrafts()


async def _complete(esoz: FakeEsoz, drafts: FakeDrafts, *, session_id: str = "") -> CompleteChange:
    kept = ChangeDrafts(drafts=cast("Drafts", drafts), clock=cast("Clock", StoppedClock()))
    if session_id:
        await kept.keep(PATIENT, ChangeDraft(session_id, request_id=SESSION.reference))
    return CompleteChange(act_as=_act_as, cabinet=cast("PersonCabinet", esoz), drafts=kept)


async def test_request_is_completed_for_whom_it_was_begun(drafts: FakeDrafts) -> None:
    """The patient switched to another person while the page was open."""
    esoz = FakeEsoz()
    complete = await _complete(esoz, drafts, session_id="of-the-child")
    await complete.submit(SESSION, SIGNED)
    assert esoz.completed == [("of-the-child", b"der")]
    assert drafts.content is None


async def test_request_whose_draft_is_gone_is_completed_for_the_current_person(
    drafts: FakeDrafts,
) -> None:
    esoz = FakeEsoz()
    await (await _complete(esoz, drafts)).submit(SESSION, SIGNED)
    assert esoz.completed == [("current", b"der")]


async def test_lost_answer_is_asked_for_and_nothing_is_sent_again(drafts: FakeDrafts) -> None:
    esoz = FakeEsoz(loses_answer=True)
    complete = await _complete(esoz, drafts, session_id="s")
    with pytest.raises(EsozUnavailable):
        await complete.submit(SESSION, SIGNED)
    assert drafts.content is not None
    await complete.submit(SESSION, SIGNED)
    assert len(esoz.completed) == 1


@pytest.mark.parametrize(
    "status", [RequestStatus.REJECTED, RequestStatus.CANCELLED, RequestStatus.EXPIRED]
)
async def test_request_that_is_over_is_refused(drafts: FakeDrafts, status: RequestStatus) -> None:
    esoz = FakeEsoz(status)
    with pytest.raises(EsozRefused):
        await (await _complete(esoz, drafts)).submit(SESSION, SIGNED)
    assert esoz.completed == []
