"""Who may use a patient's data: the list, and one of them."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from aiogram.enums import ButtonStyle

from bot.dialogs.cabinet_callbacks import (
    AccessesTap,
    AccessTap,
    RevokeAllTap,
    RevokeTap,
    packed,
)
from bot.dialogs.callbacks import SectionTap
from bot.dialogs.screen import Button, Screen
from bot.dialogs.widgets.access_words import rights_text
from bot.dialogs.widgets.directory_words import numbered_label, shortened
from bot.dialogs.widgets.knowledge import joined
from bot.dialogs.widgets.navigation import menu_row
from bot.dialogs.widgets.on_behalf import on_behalf
from bot.domain.cabinet.rights import rights_of
from bot.domain.capabilities import Section
from bot.i18n import KYIV
from bot.services.list_accesses import ON_A_PAGE

if TYPE_CHECKING:
    from bot.dialogs.widgets.knowledge import Row
    from bot.domain.cabinet import Acting, CabinetAccess
    from bot.i18n import Translator
    from bot.services.list_accesses import AccessList

CABINET = SectionTap(section=Section.MY_DATA)
_LONGEST_NAME = 80


def access_list(tr: Translator, found: AccessList) -> Screen:
    """Return a page of the e-cabinets, with what is new since the last visit first."""
    page = found.page
    first = (page.number - 1) * ON_A_PAGE + 1
    numbered = list(enumerate(page.items, start=first))
    text = joined(
        [
            on_behalf(tr, found.acting),
            tr.t("access", "<b>Which e-cabinets may use the data: {count}</b>", count=page.total),
            _fresh_text(tr, found),
            *(_line(tr, number, one, found.acting) for number, one in numbered),
            _who_else(tr),
        ]
    )
    rows = tuple(
        (
            Button(
                numbered_label(number, access_name(tr, one)),
                AccessTap(id=packed(one.id), page=page.number),
            ),
        )
        for number, one in numbered
    )
    every = Button(
        tr.t("access", "Take all back but mine"), RevokeAllTap(), style=ButtonStyle.DANGER
    )
    take_all = ((every,),) if len(found.others) > 1 else ()
    return Screen(text, (*rows, *_pager(tr, found), *take_all, menu_row(tr, CABINET)))


def access_details(tr: Translator, acting: Acting, access: CabinetAccess, page: int) -> Screen:
    """Return one of them with its rights in plain words."""
    name = f"<b>{escape(access_name(tr, access))}</b>"
    text = joined(
        [
            on_behalf(tr, acting),
            "\n".join(filter(None, (name, _since(tr, access)))),
            _own_text(tr) if access.id == acting.access_id else "",
            rights_text(tr, rights_of(access.scope)),
        ]
    )
    revoke = Button(
        tr.t("access", "Take the access back"),
        RevokeTap(id=packed(access.id)),
        style=ButtonStyle.DANGER,
    )
    return Screen(text, ((revoke,), menu_row(tr, AccessesTap(page=page))))


def access_gone(tr: Translator, acting: Acting) -> Screen:
    text = tr.t("access", "<b>This e-cabinet has no access any more.</b>")
    return Screen(
        joined([on_behalf(tr, acting), text]), ((list_button(tr),), menu_row(tr, CABINET))
    )


def _line(tr: Translator, number: int, access: CabinetAccess, acting: Acting) -> str:
    name = f"{number}. <b>{escape(access_name(tr, access))}</b>"
    own = tr.t("access", "This is me, the bot.") if access.id == acting.access_id else ""
    return "\n".join(filter(None, (name, _since(tr, access), own)))


def access_name(tr: Translator, access: CabinetAccess) -> str:
    """Return the name of an e-cabinet, unescaped."""
    return shortened(access.client_name, _LONGEST_NAME) or tr.t(
        "access", "E-cabinet without a name"
    )


def _since(tr: Translator, access: CabinetAccess) -> str:
    if access.created_at is None:
        return ""
    day = access.created_at.astimezone(KYIV).date()
    return tr.t("access", "Access since {date}", date=tr.full_date(day))


def _fresh_text(tr: Translator, found: AccessList) -> str:
    names = [access_name(tr, one) for one in found.every if one.id in found.fresh]
    if not names:
        return ""
    return tr.t(
        "access",
        "<b>New since your last visit: {names}.</b> If you did not give it, take it back.",
        names=shortened(", ".join(names), 300),
    )


def _own_text(tr: Translator) -> str:
    return tr.t("access", "This is the access of this bot. You gave it when you signed in.")


def _who_else(tr: Translator) -> str:
    return tr.t(
        "access",
        "These are e-cabinets only. Access of doctors is not managed here.",
    )


def list_button(tr: Translator) -> Button:
    return Button(tr.t("access", "All accesses"), AccessesTap())


def _pager(tr: Translator, found: AccessList) -> tuple[Row, ...]:
    page = found.page
    if page.pages == 1:
        return ()
    here = tr.t("doctors", "{page} of {pages}", page=page.number, pages=page.pages)
    row = [Button(here, AccessesTap(page=page.number))]
    if page.number > 1:
        row.insert(0, Button("←", AccessesTap(page=page.number - 1)))
    if page.has_more:
        row.append(Button("→", AccessesTap(page=page.number + 1)))
    return (tuple(row),)
