"""The screens of signing: the link to the page, and every end."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from bot.dialogs.widgets import signing
from bot.domain.signing.session import Handoff, Outcome, OutcomeKind, Purpose
from bot.errors import SignatureProblem
from bot.i18n import Language
from tests.unit.signing_session.fakes import RECEIVED

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.dialogs.screen import Screen
    from bot.i18n import Translator

    Make = Callable[[Translator], Screen]

HANDOFF = Handoff(
    url=f"https://bot.example/sign/{'A' * 43}",
    phrase="калина-лелека",
    expires_at=RECEIVED.expires_at,
    number="f" * 16,
)
OUTCOMES = (
    Outcome(OutcomeKind.DONE),
    Outcome(OutcomeKind.REFUSED, "unavailable"),
    Outcome(OutcomeKind.EXPIRED),
    Outcome(OutcomeKind.NOT_TAKEN, SignatureProblem.SOMEONE_ELSE),
    Outcome(OutcomeKind.DELAYED),
)


def signing_screens() -> dict[str, Make]:
    """Return them by name."""
    handoffs = {
        f"handoff_screen-{purpose}": partial(_handoff, purpose=purpose) for purpose in Purpose
    }
    ends = {
        f"outcome_screen-{outcome.kind}-{purpose}": partial(_end, purpose=purpose, outcome=outcome)
        for purpose in Purpose
        for outcome in OUTCOMES
    }
    return {
        **handoffs,
        **ends,
        "cancelled": signing.cancelled,
        "nothing_to_cancel": signing.nothing_to_cancel,
        "signature_received": signing.signature_received,
        "signature_not_taken": partial(
            signing.signature_not_taken, reason=SignatureProblem.SOMEONE_ELSE
        ),
    }


def _handoff(tr: Translator, purpose: Purpose) -> Screen:
    """The words are Ukrainian for everyone; that is no text left untranslated."""
    phrase = "калина-лелека" if tr.language is Language.UK else "0000-0000"
    return signing.handoff_screen(tr, replace(HANDOFF, phrase=phrase), purpose)


def _end(tr: Translator, purpose: Purpose, outcome: Outcome) -> Screen:
    session = replace(RECEIVED, purpose=purpose, language=tr.language.value)
    return signing.outcome_screen(session, outcome)
