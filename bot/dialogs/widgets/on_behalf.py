"""The line at the top of every screen of the cabinet: on whose behalf the bot acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.domain.cabinet import Acting
    from bot.i18n import Translator


def on_behalf(tr: Translator, acting: Acting) -> str:
    """Return the line in HTML; the surname is one letter, others may look at the screen."""
    return on_behalf_line(tr, acting.name, is_confidant=acting.is_confidant)


def on_behalf_line(tr: Translator, name: str, *, is_confidant: bool) -> str:
    if is_confidant:
        if not name:
            return tr.t("cabinet", "👤 You act <b>for another person</b> as a confidant")
        return tr.t("cabinet", "👤 You act for: <b>{name}</b> (as a confidant)", name=name)
    if not name:
        return tr.t("cabinet", "👤 You act for yourself")
    return tr.t("cabinet", "👤 You act for yourself: <b>{name}</b>", name=name)
