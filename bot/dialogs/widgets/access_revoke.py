"""Taking an access back: the second question, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram.enums import ButtonStyle

from bot.dialogs.cabinet_callbacks import AccessesTap, AccessTap, RevokeAllTap, RevokeTap, packed
from bot.dialogs.screen import Button, Screen
from bot.dialogs.widgets.access_screens import CABINET, access_name, list_button
from bot.dialogs.widgets.directory_words import shortened
from bot.dialogs.widgets.knowledge import joined
from bot.dialogs.widgets.navigation import menu_row
from bot.dialogs.widgets.on_behalf import on_behalf

if TYPE_CHECKING:
    from bot.domain.cabinet import Acting, CabinetAccess
    from bot.i18n import Translator
    from bot.services.list_accesses import AccessList
    from bot.services.revoke_access import Revoked, RevokedAll


def revoke_question(tr: Translator, acting: Acting, access: CabinetAccess) -> Screen:
    """Ask the second time; the bot's own access is another matter, and is explained."""
    name = access_name(tr, access)
    if access.id == acting.access_id:
        what = tr.t(
            "access",
            "<b>Take the access back from this bot?</b>\n\n"
            "I sign out and see nothing of your cabinet any more: no data, no declaration. "
            "A declaration that you have stays in force. You can sign in again.",
        )
    else:
        what = tr.t(
            "access",
            "<b>Take the access back?</b>\n{name}\n\n"
            "It may keep working for a while: whoever is signed in there stays so until their "
            "time is over. To use that e-cabinet again, you will have to give consent again.",
            name=name,
        )
    yes = Button(
        tr.t("access", "Yes, take it back"),
        RevokeTap(id=packed(access.id), is_sure=True),
        style=ButtonStyle.DANGER,
    )
    text = joined([on_behalf(tr, acting), what])
    return Screen(text, ((yes,), menu_row(tr, AccessTap(id=packed(access.id)))))


def revoked(tr: Translator, done: Revoked) -> Screen:
    """Say that it is done."""
    if done.is_own:
        text = tr.t(
            "access",
            "<b>Done. This bot has no access any more, and I have signed out.</b>\n\n"
            "You can sign in again: My data.",
        )
        return Screen(text, (menu_row(tr, CABINET),))
    text = tr.t(
        "access",
        "<b>Done. The access is taken back.</b>\n\nIt may keep working there for a while.",
    )
    return Screen(
        joined([on_behalf(tr, done.acting), text]), ((list_button(tr),), menu_row(tr, CABINET))
    )


def revoke_all_question(tr: Translator, found: AccessList) -> Screen:
    """Ask the second time, with the names of those that lose it."""
    names = ", ".join(access_name(tr, one) for one in found.others)
    what = tr.t(
        "access",
        "<b>Take the access back from all but this bot?</b>\n\n{names}\n\n"
        "They may keep working for a while. I keep mine, so that you can see what came of it.",
        names=shortened(names, 1500),
    )
    yes = Button(
        tr.t("access", "Yes, from all of them"),
        RevokeAllTap(is_sure=True),
        style=ButtonStyle.DANGER,
    )
    text = joined([on_behalf(tr, found.acting), what])
    return Screen(text, ((yes,), menu_row(tr, AccessesTap())))


def revoked_all(tr: Translator, done: RevokedAll) -> Screen:
    """Say how many are gone, and how many are not."""
    gone = tr.plural(
        "access",
        "<b>Taken back from {count} e-cabinet.</b>",
        "<b>Taken back from {count} e-cabinets.</b>",
        done.gone,
    )
    left = tr.plural(
        "access",
        "{count} e-cabinet still has it: the health system did not answer. Try again later.",
        "{count} e-cabinets still have it: the health system did not answer. Try again later.",
        done.left,
    )
    text = joined([on_behalf(tr, done.acting), gone, left if done.left else ""])
    return Screen(text, ((list_button(tr),), menu_row(tr, CABINET)))
