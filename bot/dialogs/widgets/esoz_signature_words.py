"""What ЕСОЗ's refusals of a signature or of a sign-in mean in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.cabinet import EsozRefusal as Why

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.i18n import Translator

    Words = Callable[[Translator], str]

SIGNATURE_WORDS: dict[Why, Words] = {
    Why.NONCE_EXPIRED: lambda tr: tr.t(
        "esoz", "More than 15 minutes passed, and the link is too old. Please begin again."
    ),
    Why.SIGNATURE_UNREADABLE: lambda tr: tr.t(
        "esoz",
        "The electronic health system could not read the signature. "
        "Please sign again, perhaps in another way.",
    ),
    Why.SIGNATURE_INVALID: lambda tr: tr.t(
        "esoz",
        "The electronic health system does not accept this signature. "
        "Check that the key is your own and still valid, then sign again.",
    ),
    Why.SIGNATURE_MISSING: lambda tr: tr.t(
        "esoz", "There is no signature in the file. Please sign again."
    ),
    Why.SIGNATURE_STALE: lambda tr: tr.t(
        "esoz", "The signature is too old. Please begin again and sign at once."
    ),
    Why.SIGNER_MISMATCH: lambda tr: tr.t(
        "esoz",
        "Somebody else's key was used. Please sign with the key of the person who signs in.",
    ),
    Why.SIGNED_OTHER_CONTENT: lambda tr: tr.t(
        "esoz", "The document has changed meanwhile. Please begin again: you will see the new one."
    ),
    Why.CONSENT_NOT_SIGNED: lambda tr: tr.t(
        "esoz", "The document lacks your consent. Please begin again."
    ),
    Why.CONSENT_DECLINED: lambda tr: tr.t(
        "esoz",
        "You did not allow access on the page of the electronic health system. "
        "That is all right: nothing has changed. You can sign in any time.",
    ),
    Why.SIGN_IN_OUTDATED: lambda tr: tr.t(
        "esoz", "This sign-in is too old, or was used already. Please begin again."
    ),
    Why.SIGN_IN_MISCONFIGURED: lambda tr: tr.t(
        "esoz",
        "The bot is not set up rightly for signing in. It is not your fault. "
        "Please use another verified e-cabinet meanwhile.",
    ),
}
