"""The way from the chat to the page where a document is signed, and the news from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.cabinet_callbacks import CancelSignTap
from bot.dialogs.callbacks import SectionTap
from bot.dialogs.screen import Button, Screen
from bot.dialogs.widgets.navigation import help_button, menu_button
from bot.dialogs.widgets.signing_words import purpose_name, reason_text
from bot.domain.capabilities import Section
from bot.domain.signing.session import Outcome, OutcomeKind, Purpose
from bot.i18n import Translator, language_of

if TYPE_CHECKING:
    from bot.dialogs.widgets.knowledge import Row
    from bot.domain.signing.session import Handoff, SignSession

_SECTIONS = {
    Purpose.SIGN_IN: Section.MY_DATA,
    Purpose.PERSON_REQUEST: Section.MY_DATA,
    Purpose.DECLARATION_REQUEST: Section.DECLARATION,
}


def handoff_screen(tr: Translator, handoff: Handoff, purpose: Purpose) -> Screen:
    """Return the link to the page, the phrase to know it by, and a way not to sign."""
    text = tr.t(
        "signing",
        "<b>✍️ {purpose}</b>\n\n"
        "1. Open the page by the button below.\n"
        "2. See that it shows the words <b>{phrase}</b>.\n"
        "3. Choose how to sign, and sign.\n\n"
        "The link is for you only: do not send it to anyone. It works until {time}.\n"
        "The page never sees your key or its password.",
        purpose=purpose_name(tr, purpose),
        phrase=handoff.phrase,
        time=tr.time(handoff.expires_at),
    )
    return Screen(
        text,
        (
            (Button(tr.t("signing", "Open the signing page"), url=handoff.url),),
            (
                Button(tr.t("signing", "Cancel"), CancelSignTap(number=handoff.number)),
                menu_button(tr, fresh=True),
            ),
        ),
    )


def cancelled(tr: Translator) -> Screen:
    text = tr.t(
        "signing",
        "<b>Signing is cancelled.</b>\nNothing was sent. The link no longer works.",
    )
    return Screen(text, ((menu_button(tr),),))


def nothing_to_cancel(tr: Translator) -> Screen:
    text = tr.t(
        "signing",
        "<b>There is nothing to cancel here.</b>\n"
        "This link no longer works: its time is over, or the signature was already received.",
    )
    return Screen(text, ((menu_button(tr),),))


def signature_received(tr: Translator) -> Screen:
    """Return the answer to a signature that was sent to the chat."""
    text = tr.t(
        "signing",
        "<b>I have received the signature and am checking it.</b>\n"
        "I will write here what came of it.",
    )
    return Screen(text, ((menu_button(tr, fresh=True),),))


def signature_not_taken(tr: Translator, reason: str) -> Screen:
    """Return why a signature was not taken, while another one may come."""
    text = tr.t("signing", "<b>The signature was not accepted.</b>")
    return Screen(f"{text}\n{reason_text(tr, reason)}", ((menu_button(tr, fresh=True),),))


def outcome_screen(session: SignSession, outcome: Outcome) -> Screen:
    """Return the message about how a session ended, in the patient's language.

    It names nobody: it is read on locked screens too.
    """
    tr = Translator(language_of(session.language))
    if outcome.kind is OutcomeKind.NOT_TAKEN:
        return signature_not_taken(tr, outcome.reason)
    texts = {
        OutcomeKind.DONE: _done(tr, session.purpose),
        OutcomeKind.REFUSED: _refused(tr, outcome.reason),
        OutcomeKind.EXPIRED: tr.t(
            "signing",
            "<b>The time to sign is over.</b>\n"
            "Nothing was sent. If you still want to sign, begin again: you will get a new link.",
        ),
        OutcomeKind.DELAYED: tr.t(
            "signing",
            "<b>The electronic health system does not answer now.</b>\n"
            "Your signature is kept. I will keep trying for half an hour and write to you.",
        ),
    }
    return Screen(texts[outcome.kind], _rows(tr, session.purpose, outcome.kind))


def _done(tr: Translator, purpose: Purpose) -> str:
    if purpose is Purpose.SIGN_IN:
        return tr.t(
            "signing",
            "<b>✅ The signature is accepted.</b>\n"
            "Go back to the signing page: one step is left there.",
        )
    if purpose is Purpose.PERSON_REQUEST:
        return tr.t(
            "signing",
            "<b>✅ The signature is accepted.</b>\n"
            "The electronic health system has taken the change of the data.",
        )
    return tr.t(
        "signing",
        "<b>✅ The signature is accepted.</b>\n"
        "Now the doctor has to sign the declaration. I will tell you when that is done.",
    )


def _refused(tr: Translator, reason: str) -> str:
    title = tr.t("signing", "<b>The document was not signed.</b>")
    return f"{title}\n{reason_text(tr, reason)}"


def _rows(tr: Translator, purpose: Purpose, kind: OutcomeKind) -> tuple[Row, ...]:
    menu = menu_button(tr, fresh=True)
    if kind is OutcomeKind.DELAYED:
        return ((menu, help_button(tr, fresh=True)),)
    section = SectionTap(section=_SECTIONS[purpose])
    label = {
        Section.MY_DATA: tr.t("menu", "My data"),
        Section.DECLARATION: tr.t("menu", "Declaration"),
    }[_SECTIONS[purpose]]
    return (Button(label, section),), (menu,)
