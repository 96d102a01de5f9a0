"""What the pages say before anything is signed: the start, the document, the ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.widgets.signing_words import purpose_name, reason_text
from bot.domain.signing.session import Purpose, SubjectKey

if TYPE_CHECKING:
    from markupsafe import Markup

    from bot.domain.signing.session import SignSession
    from bot.web.signing.rendering import PageWords

Words = dict[str, "Markup | str"]


def frame_words(words: PageWords) -> Words:
    """Return what stands around every page."""
    t = words.t
    return {
        "bot": t("page", "Patient Assistant"),
        "skip": t("page", "To the main part"),
        "promise": t(
            "page",
            "Your key and its password stay with you. This page never sees them and never asks "
            "for a code from an SMS or a bank card.",
        ),
    }


def start_words(words: PageWords, session: SignSession) -> Words:
    t = words.t
    return {
        "title": t("page", "Signing a document"),
        "purpose": purpose_name(words.tr, session.purpose),
        "phrase_label": t("page", "The words of this page"),
        "phrase_hint": t(
            "page",
            "The same words stand in your chat with the bot. If they are others, or you have no "
            "such chat, close this page.",
        ),
        "warning": _warning(words, session),
        "next": t("page", "Continue"),
        "until": t("page", "Open until {time}", time=words.tr.time(session.expires_at)),
    }


def _warning(words: PageWords, session: SignSession) -> Markup:
    if session.purpose is Purpose.SIGN_IN:
        return words.t(
            "page",
            "Did somebody else send you this link? Close the page: with your signature that "
            "person would see your personal data.",
        )
    return words.t(
        "page",
        "Did somebody else send you this link? Close the page and sign nothing.",
    )


def ways_words(words: PageWords, session: SignSession) -> Words:
    t = words.t
    return {
        "title": purpose_name(words.tr, session.purpose),
        "phrase_label": t("page", "The words of this page"),
        "phrase_hint": t("page", "The same words stand in the chat."),
        "what": t("page", "What you sign"),
        "document": t("page", "Show the whole document"),
        "document_title": t("page", "The document that you sign"),
        "how": t("page", "How to sign"),
        "minutes": t("page", "Minutes left"),
        "until": t("page", "Open until {time}", time=words.tr.time(session.expires_at)),
        "cancel": t("page", "I do not want to sign"),
        "problem_title": t("page", "The signature was not accepted"),
        "problem": reason_text(words.tr, session.problem) if session.problem else "",
        "sign_in": _about_sign_in(words, session),
    }


def _about_sign_in(words: PageWords, session: SignSession) -> Markup | str:
    if session.purpose is not Purpose.SIGN_IN:
        return ""
    return words.t(
        "page",
        "You sign a one-time code of the electronic health system. It shows who you are. "
        "It changes nothing, and there is no document in it. Then the system itself asks on its "
        "own page what the bot may see.",
    )


def subject_rows(words: PageWords, session: SignSession) -> list[tuple[Markup | str, str]]:
    """Return what the document says, as label and value; the values are not HTML."""
    t = words.t
    labels = {
        SubjectKey.PERSON: t("page", "Patient"),
        SubjectKey.ON_BEHALF: t("page", "You sign for"),
        SubjectKey.DOCTOR: t("page", "Doctor"),
        SubjectKey.SPECIALITY: t("page", "Speciality"),
        SubjectKey.FACILITY: t("page", "Facility"),
        SubjectKey.ADDRESS: t("page", "Address"),
        SubjectKey.CHANGES: t("page", "What changes"),
    }
    return [
        (label, session.subject[key]) for key, label in labels.items() if key in session.subject
    ]


def diia_words(words: PageWords, session: SignSession) -> Words:
    t = words.t
    return {
        "title": t("page", "Signing in Diia"),
        "open": t("page", "Open Diia on this phone"),
        "step_open": t("page", "Open the app Diia by the button."),
        "step_sign": t("page", "Check what you sign, and sign with the code of Diia.Signature."),
        "step_back": t("page", "Come back to this page, or to the chat: I will write there."),
        "qr_title": t("page", "Or scan with another phone"),
        "qr_label": t("page", "QR code that opens the signing in Diia"),
        "qr_hint": t("page", "In Diia tap the scanner and point it at the square."),
        "old": t("page", "This link to Diia is old. Take a new one."),
        "renew": t("page", "A new link to Diia"),
        "renewing": t("page", "The code is renewed by itself every few minutes."),
        "waiting": t("page", "Waiting for your signature."),
        "check": t("page", "I have signed, check"),
        "other": t("page", "Choose another way to sign"),
        "until": t("page", "Open until {time}", time=words.tr.time(session.expires_at)),
        "minutes": t("page", "Minutes left"),
    }


def file_words(words: PageWords, problem: str = "") -> Words:
    t = words.t
    return {
        "title": t("page", "Signing with your own program"),
        "step_download": t("page", "Download the document."),
        "download": t("page", "Download the document"),
        "step_sign": t(
            "page",
            "Sign it where you are used to: for example on {czo} or {id}. Choose the kind "
            "CAdES, one file with the document and the signature.",
            czo="czo.gov.ua/sign",
            id="id.gov.ua/sign",
        ),
        "step_upload": t("page", "Give the signed file here. Its name ends in .p7s."),
        "file": t("page", "The signed file"),
        "upload": t("page", "Send the signature"),
        "chat": t("page", "You can also send the file to the chat with the bot."),
        "never_key": t(
            "page",
            "Never send the file of the key itself (Key-6.dat, .pfx, .jks), nor its password.",
        ),
        "other": t("page", "Choose another way to sign"),
        "problem_title": t("page", "The signature was not accepted"),
        "problem": reason_text(words.tr, problem) if problem else "",
    }


def widget_words(words: PageWords) -> Words:
    t = words.t
    return {
        "title": t("page", "Signing with a KEP key"),
        "lead": t(
            "page",
            "Below is the signing window of the state site id.gov.ua. Choose there the file of "
            "the key, a token, or a key in a cloud. The key and the password stay in it.",
        ),
        "frame": t("page", "Signing window of id.gov.ua"),
        "loading": t("page", "The signing window is opening…"),
        "failed": t(
            "page", "The signing window did not work. Try again, or choose another way to sign."
        ),
        "no_script": t(
            "page",
            "This way needs JavaScript, and it is switched off in your browser. "
            "Choose another way to sign.",
        ),
        "cloud_title": t("page", "Confirm in the app"),
        "cloud_lead": t("page", "Your key is in a cloud. Confirm the signature in the app of it."),
        "cloud_link": t("page", "Open the app"),
        "cloud_code": t("page", "Code that leads to the app: scan it with the phone."),
        "cloud_stay": t(
            "page", "Then come back to this page. It goes on by itself, do not close it."
        ),
        "other": t("page", "Choose another way to sign"),
    }


def wait_words(words: PageWords, session: SignSession) -> Words:
    t = words.t
    if session.problem:
        text = t(
            "page",
            "The electronic health system does not answer now. Your signature is kept, and I "
            "keep trying for half an hour.",
        )
    else:
        text = t("page", "The signature has come. I am checking it, usually a few seconds.")
    return {
        "title": t("page", "Checking the signature"),
        "text": text,
        "close": t("page", "You may close this page: I will write the answer to the chat."),
        "check": t("page", "Check now"),
    }
