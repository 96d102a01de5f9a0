"""What a signature is for and how it ended, in words for the chat and for the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.widgets.esoz_words import refusal_text
from bot.dialogs.widgets.signature_words import problem_text
from bot.domain.cabinet.refusal import EsozRefusal
from bot.domain.signing.session import UNAVAILABLE, Purpose
from bot.errors import SignatureProblem

if TYPE_CHECKING:
    from bot.i18n import Translator


def purpose_name(tr: Translator, purpose: Purpose) -> str:
    """Return what is signed, as a title."""
    names = {
        Purpose.SIGN_IN: tr.t("signing", "Sign-in to the electronic health system"),
        Purpose.PERSON_REQUEST: tr.t("signing", "A change of your data"),
        Purpose.DECLARATION_REQUEST: tr.t("signing", "A declaration with a doctor"),
    }
    return names[purpose]


def reason_text(tr: Translator, reason: str) -> str:
    """Return why a signature was not taken, by a SignatureProblem or a code of ЕСОЗ."""
    if reason in set(SignatureProblem):
        return problem_text(tr, SignatureProblem(reason))
    if reason == UNAVAILABLE:
        return tr.t(
            "signing",
            "The electronic health system did not answer for half an hour. "
            "Nothing was changed. Please try again later.",
        )
    if reason in set(EsozRefusal):
        return refusal_text(tr, EsozRefusal(reason))
    return tr.t(
        "signing",
        "The electronic health system did not accept the signature. "
        "Nothing was changed. Please try again.",
    )
