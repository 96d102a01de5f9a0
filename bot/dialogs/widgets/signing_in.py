"""The way to sign in, and how a sign-in ended: in the chat and on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.cabinet_callbacks import PeopleTap, SignInTap
from bot.dialogs.callbacks import SectionTap
from bot.dialogs.screen import Button, Screen
from bot.dialogs.widgets.esoz_words import refusal_text
from bot.dialogs.widgets.navigation import help_button, menu_button
from bot.domain.cabinet import MOST_PEOPLE
from bot.domain.cabinet.signed_in import SignInOutcome
from bot.domain.capabilities import Section
from bot.domain.signing.session import OutcomeKind
from bot.i18n import Translator, language_of

if TYPE_CHECKING:
    from bot.dialogs.widgets.knowledge import Row
    from bot.domain.cabinet.signed_in import SignInResult
    from bot.domain.signing.session import Outcome, SignSession


def sign_in_button(tr: Translator) -> Button:
    return Button(tr.t("sign-in", "🔐 Sign in"), SignInTap())


def sign_in_rows(tr: Translator) -> tuple[Row, ...]:
    """Return the two ways in: for oneself, and for somebody whom one represents."""
    other = Button(tr.t("sign-in", "For a child or a ward"), SignInTap(is_confidant=True))
    return (sign_in_button(tr),), (other,)


def sign_in_needed(tr: Translator, *, has_ended: bool) -> Screen:
    """Return what whoever is not signed in sees in place of what needs it."""
    if has_ended:
        text = tr.t(
            "sign-in",
            "<b>Your sign-in is over.</b>\n"
            "The electronic health system ends it after some time, to keep your data safe. "
            "Nothing is lost. Please sign in again.",
        )
    else:
        text = tr.t(
            "sign-in",
            "<b>Please sign in first.</b>\n"
            "Your data is in the electronic health system. "
            "I can open it only with your electronic signature.",
        )
    return Screen(text, (*sign_in_rows(tr), (menu_button(tr),)))


def signed_nonce(session: SignSession, outcome: Outcome) -> Screen | None:
    """Return what is said in the chat between the signature and the consent page of ЕСОЗ."""
    if outcome.kind is not OutcomeKind.DONE:
        return None
    tr = Translator(language_of(session.language))
    text = tr.t(
        "sign-in",
        "<b>The signature is accepted. One more step.</b>\n"
        "In the browser, the electronic health system asks what you allow me. "
        "Allow it there: then I write to you here.",
    )
    return Screen(text, ((menu_button(tr, fresh=True),),))


def sign_in_result_text(tr: Translator, result: SignInResult) -> str:
    """Return how a sign-in ended, in HTML without line breaks of its own, for chat and page."""
    if result.outcome is SignInOutcome.DONE:
        return _welcome(tr, result)
    if result.outcome is SignInOutcome.TOO_MANY_PEOPLE:
        return tr.t(
            "sign-in",
            "<b>This chat is signed in for {count} people. More is not possible.</b> "
            "Sign out for one of them, then try again.",
            count=MOST_PEOPLE,
        )
    if result.outcome is SignInOutcome.OUTAGE or result.refusal is None:
        return tr.t(
            "sign-in",
            "<b>The electronic health system does not answer now.</b> "
            "You are not signed in. Please try again in a few minutes.",
        )
    title = tr.t("sign-in", "<b>You are not signed in.</b>")
    return f"{title} {refusal_text(tr, result.refusal)}"


def sign_in_result(tr: Translator, result: SignInResult) -> Screen:
    """Return the message that brings the result into the chat."""
    text, menu = sign_in_result_text(tr, result), menu_button(tr, fresh=True)
    if result.outcome is SignInOutcome.DONE:
        go_on = Button(tr.t("menu", "My data"), SectionTap(section=Section.MY_DATA))
        declaration = Button(tr.t("menu", "Declaration"), SectionTap(section=Section.DECLARATION))
        return Screen(f"✅ {text}", ((go_on,), (declaration,), (menu,)))
    if result.outcome is SignInOutcome.TOO_MANY_PEOPLE:
        people = Button(tr.t("cabinet", "Who am I here"), PeopleTap())
        return Screen(text, ((people,), (menu,)))
    return Screen(text, (*sign_in_rows(tr), (menu, help_button(tr, fresh=True))))


def _welcome(tr: Translator, result: SignInResult) -> str:
    if result.is_confidant and result.name:
        return tr.t(
            "sign-in",
            "<b>You have signed in for: {name}.</b> You act as a confidant.",
            name=result.name,
        )
    if result.name:
        return tr.t("sign-in", "<b>You have signed in as {name}</b>", name=result.name)
    return tr.t("sign-in", "<b>You have signed in.</b>")
