"""A sign session: one document, one patient, one browser, ten minutes, one signature."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.domain.signing.one_time import hash_of, is_same

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from bot.domain.signing.signature import ExpectedSigner

LIFETIME = timedelta(minutes=10)
"""From the link in the chat to the signature; what is received by then is finished later too."""
REQUEST_LIFETIME = timedelta(minutes=3)
"""A request to Дія is taken as valid no longer: its own time is not published."""
REQUEST_IS_FRESH = timedelta(seconds=30)
"""A second tap within this time means the same request."""
MOST_ATTEMPTS = 5
"""Signatures that may be refused before the session ends: a wrong key is chosen more than once."""
KEEPS_TRYING = timedelta(minutes=30)
"""How long a signature that was received waits for ЕСОЗ to answer."""


class Purpose(StrEnum):
    """What a signature is for."""

    SIGN_IN = "sign_in"
    PERSON_REQUEST = "person_request"
    DECLARATION_REQUEST = "declaration_request"


class Provider(StrEnum):
    """By which way the signature comes."""

    DIIA = "diia"
    WIDGET = "widget"
    FILE = "file"
    CHAT = "chat"
    TEST = "test"


class SessionState(StrEnum):
    """How far a session has come. The last four are its ends; nothing leaves them."""

    NEW = "new"
    OPENED = "opened"
    WAITING = "waiting"
    RECEIVED = "received"
    VERIFIED = "verified"
    SUBMITTED = "submitted"
    REFUSED = "refused"
    EXPIRED = "expired"
    CANCELLED = "cancelled"


OPEN = frozenset({SessionState.NEW, SessionState.OPENED, SessionState.WAITING})
"""A signature is still awaited: these expire, and can be cancelled."""
AT_WORK = frozenset({SessionState.RECEIVED, SessionState.VERIFIED})
"""There is a signature: nobody but the bot moves these on."""


class SubjectKey(StrEnum):
    """What a page can say about a document, in the order in which it is said."""

    PERSON = "person"
    ON_BEHALF = "on_behalf"
    DOCTOR = "doctor"
    SPECIALITY = "speciality"
    FACILITY = "facility"
    ADDRESS = "address"
    CHANGES = "changes"


@dataclass(frozen=True, slots=True)
class SignOrder:
    """What is to be signed, and by whom.

    `content` are the frozen bytes, never serialised again. `subject` is read from them, its keys
    are those of SubjectKey. `reference` is the request's id at ЕСОЗ, "" for a sign-in.
    `document_html` is the printed form, shown without scripts. Without `expected` anyone with a
    personal key may sign.
    """

    telegram_id: int
    purpose: Purpose
    content: bytes = field(repr=False)
    expected: ExpectedSigner | None = field(repr=False)
    subject: Mapping[str, str] = field(repr=False)
    reference: str = ""
    document_html: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Handoff:
    """What the chat shows: the one-time link, the phrase, and the end of its time.

    `number` names the session on a button; it opens nothing.
    """

    url: str = field(repr=False)
    phrase: str
    expires_at: datetime
    number: str


@dataclass(frozen=True, slots=True)
class SignSession:
    """A session as it stands.

    `key` is the hex SHA-256 of the link's id, `browser` that of the cookie. `container` is what
    was received, from VERIFIED on with the document inside. `problem` is why the last signature
    was not taken, or why the session was refused. `redirect` is where the browser goes next.
    Everything that a repr leaves out is gone once the session ends.
    """

    key: str
    telegram_id: int
    purpose: Purpose
    reference: str
    state: SessionState
    phrase: str
    language: str | None
    created_at: datetime
    expires_at: datetime
    provider: Provider | None = None
    browser: str | None = field(default=None, repr=False)
    problem: str = ""
    attempts: int = 0
    received_at: datetime | None = None
    content: bytes = field(default=b"", repr=False)
    expected: ExpectedSigner | None = field(default=None, repr=False)
    subject: Mapping[str, str] = field(default_factory=dict, repr=False)
    document_html: str | None = field(default=None, repr=False)
    container: bytes | None = field(default=None, repr=False)
    redirect: str | None = field(default=None, repr=False)

    @property
    def number(self) -> str:
        return session_number(self.key)

    def is_open(self, now: datetime) -> bool:
        """Whether a signature is still awaited at `now`."""
        return self.state in OPEN and now < self.expires_at

    def is_of(self, browser: str | None) -> bool:
        """Whether the browser with this cookie opened the session first."""
        if browser is None or self.browser is None:
            return False
        return is_same(hash_of(browser), self.browser)


@dataclass(frozen=True, slots=True)
class SignRequest:
    """One request to Дія: a link that opens the app, as long as it is young."""

    deeplink: str = field(repr=False)
    made_at: datetime

    def is_good(self, now: datetime) -> bool:
        return now < self.made_at + REQUEST_LIFETIME

    def is_fresh(self, now: datetime) -> bool:
        return now < self.made_at + REQUEST_IS_FRESH


@dataclass(frozen=True, slots=True)
class Submitted:
    """ЕСОЗ took the signature; `redirect` is where the browser goes next, if anywhere."""

    redirect: str | None = field(default=None, repr=False)


class OutcomeKind(StrEnum):
    """What a patient is told of."""

    DONE = "done"
    REFUSED = "refused"
    EXPIRED = "expired"
    NOT_TAKEN = "not_taken"
    DELAYED = "delayed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a session, for the chat.

    The last two are no ends: another signature may come, or ЕСОЗ does not answer yet.

    `reason` of a refusal is the value of a SignatureProblem, or the code of ЕСОЗ's refusal.
    """

    kind: OutcomeKind
    reason: str = ""


UNAVAILABLE = "unavailable"
"""The problem of a session whose signature ЕСОЗ has not answered."""


def session_number(key: str) -> str:
    """Return the short name of a session, for buttons; it opens nothing."""
    return key[:16]
