"""Everything around the completion of a signing, played."""

# ruff: noqa: ARG002 - a fake takes all that its protocol gives

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from bot.domain.signing.session import (
    Outcome,
    Provider,
    Purpose,
    SessionState,
    SignSession,
    Submitted,
)
from bot.domain.signing.signature import Signed, Signer
from bot.errors import SignatureProblem, SignatureRefused
from bot.services.complete_signing import CompleteSigning

if TYPE_CHECKING:
    from bot.domain.signing.signature import ExpectedSigner

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
SIGNED = Signed(
    der=b"der",
    content=b"document",
    signer=Signer("3184710691", None, "Бондар", "Оксана", is_stamp=False),
    signature_hash="f" * 64,
    certificate_serial="1",
    issuer="Надавач",
    is_judged_by_esoz=False,
)
RECEIVED = SignSession(
    key="a" * 64,
    telegram_id=1,
    purpose=Purpose.PERSON_REQUEST,
    reference="request",
    state=SessionState.RECEIVED,
    phrase="калина-лелека",
    language=None,
    created_at=NOW,
    expires_at=NOW + timedelta(minutes=10),
    provider=Provider.FILE,
    received_at=NOW,
    content=b"document",
    container=b"container",
)


@dataclass
class FakeClock:
    at: datetime = NOW

    def now(self) -> datetime:
        return self.at

    async def sleep(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


@dataclass
class FakeWork:
    """One session, as the database would keep it."""

    session: SignSession | None = RECEIVED
    steps: list[str] = field(default_factory=list)
    is_told: bool = False
    used: set[str] = field(default_factory=set)

    async def claim(self, key: str, now: datetime) -> SignSession | None:
        assert key == RECEIVED.key
        return None if self.is_told else self.session

    async def verify(self, key: str, *, der: bytes, signature_hash: str, now: datetime) -> bool:
        if signature_hash in self.used:
            raise SignatureRefused(SignatureProblem.ALREADY_USED)
        return self._move("verify", state=SessionState.VERIFIED, container=der)

    async def try_again(self, key: str, problem: str, now: datetime) -> bool:
        if self.session is None or now >= self.session.expires_at:
            return False
        return self._move("try again", state=SessionState.OPENED, problem=problem)

    async def submit(self, key: str, redirect: str | None, now: datetime) -> bool:
        self.is_told = bool(redirect)
        return self._move("submit", state=SessionState.SUBMITTED, redirect=redirect)

    async def refuse(self, key: str, problem: str, now: datetime) -> bool:
        return self._move("refuse", state=SessionState.REFUSED, problem=problem)

    async def delay(self, key: str, problem: str) -> bool:
        is_news = bool(self.session and self.session.problem != problem)
        return is_news and self._move("delay", problem=problem)

    async def mark_told(self, key: str, now: datetime) -> None:
        self.steps.append("told")
        self.is_told = True

    async def expire(self, now: datetime) -> int:
        return 0

    async def unfinished(self, now: datetime) -> list[str]:
        return []

    def _move(self, step: str, **changes: Any) -> bool:
        self.steps.append(step)
        assert self.session
        self.session = replace(self.session, **changes)
        return True


@dataclass
class FakeVerifier:
    problem: SignatureProblem | None = None

    async def verify(
        self, container: bytes, *, content: bytes, expected: ExpectedSigner | None, now: datetime
    ) -> Signed:
        if self.problem:
            raise SignatureRefused(self.problem)
        return SIGNED


@dataclass
class FakeSubmission:
    failure: Exception | None = None
    redirect: str | None = None
    times: int = 0

    async def submit(self, session: SignSession, signed: Signed) -> Submitted:
        self.times += 1
        if self.failure:
            raise self.failure
        return Submitted(self.redirect)


@dataclass
class FakeNews:
    failure: Exception | None = None
    told: list[Outcome] = field(default_factory=list)

    async def tell(self, session: SignSession, outcome: Outcome) -> None:
        if self.failure:
            raise self.failure
        self.told.append(outcome)


@dataclass
class Scene:
    work: FakeWork = field(default_factory=FakeWork)
    verifier: FakeVerifier = field(default_factory=FakeVerifier)
    submission: FakeSubmission = field(default_factory=FakeSubmission)
    news: FakeNews = field(default_factory=FakeNews)
    clock: FakeClock = field(default_factory=FakeClock)

    async def completes(self) -> None:
        complete = CompleteSigning(
            work=self.work,
            verifier=self.verifier,
            submissions=dict.fromkeys(Purpose, self.submission),
            news=self.news,
            clock=self.clock,
        )
        await complete(key=RECEIVED.key)
