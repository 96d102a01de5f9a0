"""What signing needs from outside: a judge of signatures, a memory, ЕСОЗ, and the chat."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.domain.signing.session import (
        Outcome,
        Provider,
        SignRequest,
        SignSession,
        Submitted,
    )
    from bot.domain.signing.signature import ExpectedSigner, Signed


class SignatureVerifier(Protocol):
    async def verify(
        self, container: bytes, *, content: bytes, expected: ExpectedSigner | None, now: datetime
    ) -> Signed:
        """Check a container in DER, base64 or PEM, with `content` inside or apart from it.

        Without `expected` anyone with a personal certificate may have signed (sign-in). A
        repetition is not known here: look `signature_hash` up. Raises SignatureRefused.
        """
        ...


class Cipher(Protocol):
    """Keeps what is stored unreadable without the operator's keys."""

    def seal(self, plain: bytes) -> bytes: ...

    def unseal(self, sealed: bytes) -> bytes:
        """Raises Unreadable when no key fits, or the bytes were changed."""
        ...

    def reseal(self, sealed: bytes) -> bytes:
        """Seal anew with the first key; raises Unreadable."""
        ...


class Submission(Protocol):
    """Hands a signed document to ЕСОЗ; one for each Purpose."""

    async def submit(self, session: SignSession, signed: Signed) -> Submitted:
        """Safe to repeat: what happened before a crash is asked of ЕСОЗ.

        Raises Unavailable, and then the same is tried again later; any other BotError ends the
        session, and its `code`, where it has one, is what the patient is told by.
        """
        ...


class SigningNews(Protocol):
    async def tell(self, session: SignSession, outcome: Outcome) -> None:
        """Say in the chat how a session ended; raises ChatClosed and Unavailable."""
        ...


class SignSessions(Protocol):
    """Sign sessions; every move is made only from the state that it expects.

    A method that moves returns whether it did: of two that try, one does. All raise Unavailable
    when the database fails.
    """

    async def add(self, session: SignSession) -> None:
        """Store a new one; those of the same patient that are open are cancelled with it."""
        ...

    async def find(self, key: str) -> SignSession | None: ...

    async def by_request(self, request: str) -> SignSession | None:
        """The session that a request to Дія, by the hash of its id, was made for."""
        ...

    async def open_of(self, telegram_id: int, now: datetime) -> SignSession | None:
        """The patient's session that still awaits a signature."""
        ...

    async def handed_over(self, browser: str, now: datetime) -> SignSession | None:
        """The newest session of a browser that was sent on to ЕСОЗ, in the last half hour."""
        ...

    async def bind(self, key: str, browser: str, now: datetime) -> bool:
        """NEW → OPENED, by the browser with this cookie's hash."""
        ...

    async def translate(self, key: str, language: str) -> None:
        """Remember the language that was chosen on the page."""
        ...

    async def wait(self, key: str, provider: Provider, now: datetime) -> bool:
        """OPENED or WAITING → WAITING."""
        ...

    async def add_request(self, key: str, request: str, made: SignRequest) -> None:
        """Note a request to Дія by the hash of its id, which will come back."""
        ...

    async def last_request(self, key: str) -> SignRequest | None: ...

    async def receive(self, key: str, container: bytes, provider: Provider, now: datetime) -> bool:
        """Store a signature durably: any open state → RECEIVED."""
        ...

    async def cancel(self, telegram_id: int, number: str, now: datetime) -> bool:
        """End a session of the patient that is still open."""
        ...


class SignWork(Protocol):
    """The same sessions, once there is a signature or an end; moves and failures as above."""

    async def claim(self, key: str, now: datetime) -> SignSession | None:
        """Take a session with something left to do, for this process and two minutes."""
        ...

    async def verify(self, key: str, *, der: bytes, signature_hash: str, now: datetime) -> bool:
        """RECEIVED → VERIFIED; raises SignatureRefused when the signature was used before."""
        ...

    async def try_again(self, key: str, problem: str, now: datetime) -> bool:
        """RECEIVED → OPENED: the signature is not taken, another may come."""
        ...

    async def submit(self, key: str, redirect: str | None, now: datetime) -> bool:
        """VERIFIED → SUBMITTED; with a `redirect` there is nothing to tell in the chat."""
        ...

    async def refuse(self, key: str, problem: str, now: datetime) -> bool:
        """RECEIVED or VERIFIED → REFUSED."""
        ...

    async def delay(self, key: str, problem: str) -> bool:
        """Note why a session waits; False where that was noted before."""
        ...

    async def mark_told(self, key: str, now: datetime) -> None:
        """The patient knows how the session ended."""
        ...

    async def expire(self, now: datetime) -> int:
        """End those whose time is over."""
        ...

    async def unfinished(self, now: datetime) -> Sequence[str]:
        """Keys of sessions with something left to do that no process is at work on."""
        ...


class SignLanguages(Protocol):
    async def language(self, telegram_id: int) -> str | None:
        """The language that the patient chose, None when none was chosen."""
        ...


class DiiaRequests(Protocol):
    async def offer(
        self, *, request_id: str, content: bytes, file_name: str, return_url: str
    ) -> str:
        """Ask for a signature of `content`; the link opens the app. Raises Unavailable."""
        ...


class SignErrands(Protocol):
    def start(self, key: str) -> None:
        """Bring a session that has a signature to its end, without being waited for."""
        ...
