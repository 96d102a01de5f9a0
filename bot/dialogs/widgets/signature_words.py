"""Why a signature was not taken, and what to do next: plain text for the chat and for pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.errors import SignatureProblem as Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.i18n import Translator


def problem_text(tr: Translator, problem: Problem) -> str:
    """A few short sentences without markup, so that they stand in Telegram and in HTML alike."""
    return _TEXTS[problem](tr)


_TEXTS: Mapping[Problem, Callable[[Translator], str]] = {
    Problem.TOO_LARGE: lambda tr: tr.t(
        "signature",
        "The file is too large for a signature. Choose the file of the signature: its name "
        "usually ends in .p7s.",
    ),
    Problem.NOT_A_SIGNATURE: lambda tr: tr.t(
        "signature",
        "There is no signature in this file. Choose the file of the signature: its name usually "
        "ends in .p7s.",
    ),
    Problem.PRIVATE_KEY: lambda tr: tr.t(
        "signature",
        "This is the file of your private key. Never send it to anyone: whoever has it can try "
        "to sign in your name. If you sent it in a message, delete that message. Send the file "
        "of the signature: its name usually ends in .p7s.",
    ),
    Problem.OTHER_FORMAT: lambda tr: tr.t(
        "signature",
        "This file is of another kind. Sign once more and choose the kind “CAdES”: a file whose "
        "name ends in .p7s.",
    ),
    Problem.SEVERAL_SIGNATURES: lambda tr: tr.t(
        "signature",
        "There are several signatures in the file, and there must be one. Sign the document "
        "once more, with your signature only.",
    ),
    Problem.NOT_STANDARD: lambda tr: tr.t(
        "signature",
        "The signature is not written by the rules, so it cannot be checked. Sign the document "
        "in another way.",
    ),
    Problem.OTHER_DOCUMENT: lambda tr: tr.t(
        "signature",
        "Another document was signed. Sign the very document that you were given here, and do "
        "not change it.",
    ),
    Problem.BROKEN: lambda tr: tr.t(
        "signature", "The signature is damaged. Sign the document once more."
    ),
    Problem.WEAK_ALGORITHM: lambda tr: tr.t(
        "signature",
        "The signature was made in a way that is not taken here. Sign with another key, or in "
        "the app Diia.",
    ),
    Problem.NO_CERTIFICATE: lambda tr: tr.t(
        "signature",
        "Your certificate is not in the file. Sign once more and let the program add the "
        "certificate to the signature.",
    ),
    Problem.NOT_FOR_SIGNING: lambda tr: tr.t(
        "signature", "This key is not for signing. Choose another key and sign once more."
    ),
    Problem.CERTIFICATE_EXPIRED: lambda tr: tr.t(
        "signature",
        "Your certificate has expired. Get a new one where you got this one, or sign in the app "
        "Diia.",
    ),
    Problem.CERTIFICATE_NOT_YET_VALID: lambda tr: tr.t(
        "signature",
        "Your certificate is not valid yet. Try later, or sign with another key.",
    ),
    Problem.CERTIFICATE_NOT_TRUSTED: lambda tr: tr.t(
        "signature",
        "Whoever issued this certificate is not among the providers that the state trusts. Sign "
        "with a key of another provider, or in the app Diia.",
    ),
    Problem.NO_IDENTITY: lambda tr: tr.t(
        "signature",
        "The certificate names neither a tax number nor a document, so it does not show who "
        "signed. Sign with another key, or in the app Diia.",
    ),
    Problem.STAMP: lambda tr: tr.t(
        "signature",
        "This is a signature or a stamp of an organisation. Sign with a key that was issued to "
        "you personally, or in the app Diia.",
    ),
    Problem.SOMEONE_ELSE: lambda tr: tr.t(
        "signature",
        "This is the signature of another person. Sign the document with your own key.",
    ),
    Problem.ALREADY_USED: lambda tr: tr.t(
        "signature", "This signature was used before. Sign the document once more."
    ),
}
