"""Everything that can go wrong in words of our own; the edge turns a code into a sentence.

BotError
├── NotFound                 what was asked for does not exist, or is not this person's
├── NotAllowed               it exists and may not be done
│   ├── TooManyLookups       the patient's allowance of look-ups is used up
│   ├── TooManyWatches       the patient watches as many doctors as one may
│   ├── TooManyPeople        the chat is signed in for as many people as one may
│   ├── EsozRefused(code)    ЕСОЗ says no; in `bot.domain.cabinet.refusal`
│   ├── NotSignedIn          the patient has to sign in at ЕСОЗ first
│   │   └── SignInEnded      they were signed in, and ЕСОЗ takes it no more
│   ├── TooManyAppointments  the patient has as many appointments to come as one may
│   ├── TooManyReminders     as above, of reminders in the patient's own words
│   ├── TooManyLookedAfter   the patient looks after as many people as one may
│   ├── WrongPassword, TooManyAttempts  at the door of the figures; in `operator_access`
│   ├── ChatClosed           the patient stopped the bot, or has no Telegram any more
│   └── MessageRefused       Telegram will never take this message
├── Conflict                 things stand differently from what the caller thought
│   └── SyncAlreadyRunning   another process brings the directory up to date
├── Unreadable               what is stored opens with none of the operator's keys
├── InvalidInput(code)       what a person gave cannot be used
│   └── SignatureRefused     a signature that must not go to ЕСОЗ; `problem` says why
└── Unavailable(reason)      an outside system gave no usable answer
    └── EsozUnavailable      ЕСОЗ, asked in a patient's name
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class BotError(Exception):
    """The root: whoever catches this catches all that the bot raises knowingly."""


class NotFound(BotError):
    """What was asked for is not there, or may not be known to be there."""


class NotAllowed(BotError):
    """It exists, and this person may not do it."""


class TooManyLookups(NotAllowed):
    """The patient's look-ups are used up until `free_at` (aware UTC)."""

    def __init__(self, *, free_at: datetime) -> None:
        super().__init__("too many look-ups")
        self.free_at = free_at


class TooManyWatches(NotAllowed):
    """The patient watches as many doctors as one may: one has to go first."""


class TooManyPeople(NotAllowed):
    """The chat is signed in for as many people as one may: one has to sign out first."""


class NotSignedIn(NotAllowed):
    """The patient has to sign in at ЕСОЗ first."""


class SignInEnded(NotSignedIn):
    """The patient was signed in, and ЕСОЗ takes the session no more."""


class TooManyAppointments(NotAllowed):
    """The patient has as many appointments to come as one may."""


class TooManyReminders(NotAllowed):
    """The patient has as many reminders in their own words as one may."""


class TooManyLookedAfter(NotAllowed):
    """The patient looks after as many people as one may."""


class ChatClosed(NotAllowed):
    """The patient stopped the bot, or left Telegram: no message reaches them."""


class MessageRefused(NotAllowed):
    """Telegram will never take this message, however often it is sent."""


class Conflict(BotError):
    """Things stand differently from what the caller thought."""


class SyncAlreadyRunning(Conflict):
    """The directory is being brought up to date, by this process or another."""


class Unreadable(BotError):
    """What is stored encrypted opens with none of the operator's keys, or was changed."""


class InvalidInput(BotError):
    """What a person gave cannot be used; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class SignatureProblem(StrEnum):
    """Why a signature is not taken; each has words of its own for the patient."""

    TOO_LARGE = "too_large"
    NOT_A_SIGNATURE = "not_a_signature"
    PRIVATE_KEY = "private_key"
    OTHER_FORMAT = "other_format"
    SEVERAL_SIGNATURES = "several_signatures"
    NOT_STANDARD = "not_standard"
    OTHER_DOCUMENT = "other_document"
    BROKEN = "broken"
    WEAK_ALGORITHM = "weak_algorithm"
    NO_CERTIFICATE = "no_certificate"
    NOT_FOR_SIGNING = "not_for_signing"
    CERTIFICATE_EXPIRED = "certificate_expired"
    CERTIFICATE_NOT_YET_VALID = "certificate_not_yet_valid"
    CERTIFICATE_NOT_TRUSTED = "certificate_not_trusted"
    NO_IDENTITY = "no_identity"
    STAMP = "stamp"
    SOMEONE_ELSE = "someone_else"
    ALREADY_USED = "already_used"


class SignatureRefused(InvalidInput):
    """A signature that must not go to ЕСОЗ."""

    def __init__(self, problem: SignatureProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


class Outage(StrEnum):
    """Why an outside system gave no usable answer."""

    DOWN = "down"
    TIMEOUT = "timeout"
    RATE_LIMIT = "rate_limit"
    GARBAGE = "garbage"
    ACCESS = "access"


class Unavailable(BotError):
    """An outside system gave no usable answer; `retry_after` is in seconds where it said so."""

    def __init__(self, reason: Outage, *, retry_after: float | None = None) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.retry_after = retry_after


class EsozUnavailable(Unavailable):
    """ЕСОЗ, asked in a patient's name, gave no usable answer; a change may have been made."""
