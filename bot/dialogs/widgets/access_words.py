"""What an e-cabinet may do, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.widgets.directory_words import shortened
from bot.dialogs.widgets.knowledge import joined
from bot.domain.cabinet.rights import Right

if TYPE_CHECKING:
    from bot.domain.cabinet.rights import Rights
    from bot.i18n import Translator

_MOST_UNKNOWN = 20


def rights_text(tr: Translator, rights: Rights) -> str:
    """Return what is seen, what is changed, and honestly what is not known."""
    seen = [right for right in rights.known if not right.is_change]
    changed = [right for right in rights.known if right.is_change]
    names = ", ".join(rights.unknown[:_MOST_UNKNOWN])
    unknown = tr.t(
        "access",
        "I do not know what these rights allow: <code>{names}</code>",
        names=shortened(names, 800),
    )
    nothing = tr.t("access", "The health system does not say what it may do.")
    return joined(
        [
            _listed(tr, tr.t("access", "<b>It can see:</b>"), seen),
            _listed(tr, tr.t("access", "<b>It can act:</b>"), changed),
            unknown if rights.unknown else "",
            "" if rights.known or rights.unknown else nothing,
        ]
    )


def _listed(tr: Translator, title: str, rights: list[Right]) -> str:
    if not rights:
        return ""
    words = _words(tr)
    return "\n".join((title, *(words[right] for right in rights)))


def _words(tr: Translator) -> dict[Right, str]:
    return {
        Right.SEE_PERSON: tr.t("access", "• name, documents, addresses, phone"),
        Right.SEE_VERIFICATION: tr.t("access", "• whether the data are verified"),
        Right.SEE_PHONE: tr.t("access", "• the phone to which codes come"),
        Right.SEE_CHANGES: tr.t("access", "• requests to change the data"),
        Right.SEE_DECLARATIONS: tr.t("access", "• declarations with doctors, now and before"),
        Right.SEE_REQUESTS: tr.t("access", "• requests for a declaration"),
        Right.SEE_ACCESSES: tr.t("access", "• which e-cabinets have access"),
        Right.CHANGE_PERSON: tr.t("access", "• change the data, with your signature"),
        Right.CHANGE_PHONE: tr.t("access", "• change the phone to which codes come, with a code"),
        Right.REQUEST_DECLARATION: tr.t(
            "access", "• submit a request for a declaration, with your signature"
        ),
        Right.CANCEL_REQUEST: tr.t("access", "• cancel a request for a declaration"),
        Right.END_DECLARATION: tr.t("access", "• end the declaration with the doctor"),
        Right.REVOKE_ACCESSES: tr.t("access", "• take access back from e-cabinets"),
    }
