"""What the pages say when there is nothing more to sign, each with what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING

from markupsafe import Markup

from bot.dialogs.widgets.signing_in import sign_in_result_text
from bot.dialogs.widgets.signing_words import reason_text
from bot.domain.cabinet.signed_in import SignInOutcome
from bot.domain.signing.session import Purpose, SessionState

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.domain.cabinet.signed_in import SignInResult
    from bot.domain.signing.session import SignSession
    from bot.web.signing.rendering import PageWords


@dataclass(frozen=True, slots=True)
class End:
    """A page with a title and a few sentences; `link` leads on, with its name."""

    title: Markup
    texts: tuple[Markup | str, ...]
    status: HTTPStatus = HTTPStatus.OK
    link: str | None = None
    link_name: Markup | None = None
    is_good: bool = False


def _begin_again(words: PageWords) -> Markup:
    return words.t(
        "page",
        "If you still want to sign, go back to the chat with the bot and begin again: "
        "you will get a new link.",
    )


def unknown(words: PageWords) -> End:
    t = words.t
    text = t("page", "Check that the link was copied whole, or that it is not too old.")
    title = t("page", "There is no such link")
    return End(title, (text, _begin_again(words)), HTTPStatus.NOT_FOUND)


def elsewhere(words: PageWords) -> End:
    t = words.t
    texts = (
        t(
            "page",
            "A signing link works only in the browser that opened it first. So nobody else can "
            "sign in your place.",
        ),
        t("page", "If that was you on another device, go on there."),
        t(
            "page",
            "If it was not you, or you want to sign here: go back to the chat with the bot, tap "
            "“Cancel” and begin again. The new link opens here.",
        ),
    )
    return End(t("page", "The page is open on another device"), texts, HTTPStatus.FORBIDDEN)


def ended(words: PageWords, session: SignSession) -> End:
    """Return the page of a session that ended; what leads on is for its own browser only."""
    ends: dict[SessionState, Callable[[], End]] = {
        SessionState.SUBMITTED: lambda: _submitted(words, session),
        SessionState.REFUSED: lambda: _refused(words, session),
        SessionState.CANCELLED: lambda: _cancelled(words),
    }
    return ends.get(session.state, lambda: _expired(words))()


def _submitted(words: PageWords, session: SignSession) -> End:
    t = words.t
    if session.redirect:
        texts = (
            t("page", "The signature is accepted. One step is left."),
            t(
                "page",
                "The electronic health system will ask on its own page what the bot may see. "
                "Read it and allow it, or refuse.",
            ),
        )
        title, name = t("page", "Almost done"), t("page", "Continue to the eHealth page")
        return End(title, texts, link=session.redirect, link_name=name, is_good=True)
    if session.purpose is Purpose.SIGN_IN:
        text = t("page", "See in the chat with the bot whether you have signed in.")
        return End(t("page", "This link was used"), (text,))
    texts = (
        t("page", "The electronic health system has accepted your signature."),
        t("page", "You can close this page. What happens next stands in the chat with the bot."),
    )
    return End(t("page", "Done, it is signed"), texts, is_good=True)


def _refused(words: PageWords, session: SignSession) -> End:
    reason = reason_text(words.tr, session.problem)
    title = words.t("page", "The document was not signed")
    return End(title, (reason, _begin_again(words)), HTTPStatus.GONE)


def _cancelled(words: PageWords) -> End:
    t = words.t
    text = t(
        "page",
        "You cancelled it, or you asked for a newer link. Nothing was sent.",
    )
    return End(t("page", "This link is cancelled"), (text, _begin_again(words)), HTTPStatus.GONE)


def _expired(words: PageWords) -> End:
    t = words.t
    text = t("page", "A link works for ten minutes. Nothing was sent.")
    title = t("page", "The time to sign is over")
    return End(title, (text, _begin_again(words)), HTTPStatus.GONE)


def outage(words: PageWords) -> End:
    t = words.t
    texts = (
        t("page", "I cannot reach my own records now. Nothing is lost."),
        t("page", "Wait a minute and load this page again."),
    )
    return End(t("page", "The page does not work now"), texts, HTTPStatus.SERVICE_UNAVAILABLE)


def not_allowed(words: PageWords) -> End:
    t = words.t
    text = t(
        "page",
        "This form was open for too long, or did not come from the signing page. "
        "Open the link from the chat once more.",
    )
    return End(t("page", "This cannot be done from here"), (text,), HTTPStatus.FORBIDDEN)


def stranger(words: PageWords) -> End:
    """Return the page of a browser that comes from ЕСОЗ and did not sign here."""
    t = words.t
    text = t(
        "page",
        "The sign-in was begun in another browser, or too long ago. Nobody has signed in.",
    )
    return End(
        t("page", "This sign-in is not known"), (text, _begin_again(words)), HTTPStatus.GONE
    )


def came_back(words: PageWords, result: SignInResult) -> End:
    """Return the last page of a sign-in, after the consent page of ЕСОЗ."""
    t = words.t
    is_done = result.outcome is SignInOutcome.DONE
    title = t("page", "You have signed in") if is_done else t("page", "You have not signed in")
    # the same words as in the chat: from the catalogue, with every field escaped
    said = Markup(sign_in_result_text(words.tr, result))  # noqa: S704 - escaped by the Translator
    closing = t("page", "You can close this page and go back to the chat with the bot.")
    return End(title, (said, closing), is_good=is_done)
