"""The ways to sign, as the page offers them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.domain.signing.session import Provider

if TYPE_CHECKING:
    from collections.abc import Collection

    from markupsafe import Markup

    from bot.web.signing.rendering import PageWords


@dataclass(frozen=True, slots=True)
class Way:
    """A button with a line below it."""

    provider: Provider
    name: Markup
    hint: Markup


def ways(words: PageWords, offered: Collection[Provider]) -> list[Way]:
    """Return what is offered here, the easiest first."""
    t = words.t
    known = (
        Way(
            Provider.DIIA,
            t("page", "Diia.Signature"),
            t("page", "In the app Diia on your phone. The easiest way."),
        ),
        Way(
            Provider.WIDGET,
            t("page", "KEP: file key, token, SmartID, Vchasno"),
            t("page", "In the window of the state site id.gov.ua."),
        ),
        Way(
            Provider.FILE,
            t("page", "My own program"),
            t("page", "Download the document, sign it anywhere, give the .p7s file back."),
        ),
        Way(
            Provider.TEST,
            t("page", "Test signer"),
            t("page", "Only here, in the sandbox: sign as an invented person."),
        ),
    )
    return [way for way in known if way.provider in offered]
