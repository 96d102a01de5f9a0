"""The lists of a patient's declarations and of the requests for one."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, TypeVar

from bot.dialogs.cabinet_callbacks import (
    DeclarationTap,
    HistoryTap,
    MyDeclarationTap,
    Records,
    packed,
)
from bot.dialogs.screen import Button, Screen
from bot.dialogs.widgets.declaration_screens import standing_text
from bot.dialogs.widgets.declaration_words import (
    doctor_name,
    request_reason,
    request_status,
    term,
)
from bot.dialogs.widgets.directory_words import numbered_label
from bot.dialogs.widgets.knowledge import joined
from bot.dialogs.widgets.navigation import menu_row
from bot.dialogs.widgets.on_behalf import on_behalf
from bot.services.list_declarations import ON_A_PAGE

if TYPE_CHECKING:
    from bot.dialogs.widgets.knowledge import Row
    from bot.domain.cabinet import Declaration, DeclarationRequest, Page
    from bot.domain.cabinet.workplace import Named
    from bot.i18n import Translator
    from bot.services.list_declarations import History

T = TypeVar("T")


def declarations_list(tr: Translator, history: History[Declaration]) -> Screen:
    """Return all declarations, those of the past too."""
    page = history.page
    title = tr.t("declaration", "<b>All declarations: {count}</b>", count=page.total)
    if not page.items:
        title = tr.t("declaration", "<b>There have been no declarations.</b>")
    rows = tuple(
        _list_row(number, doctor_name(tr, one.workplace), one.record.id)
        for number, one in _numbered(page)
    )
    lines = [_declaration_line(tr, number, one) for number, one in _numbered(page)]
    text = joined([on_behalf(tr, history.acting), title, *lines])
    pager = _pager(tr, page, Records.DECLARATIONS)
    return Screen(text, (*rows, *pager, menu_row(tr, MyDeclarationTap())))


def requests_list(tr: Translator, history: History[DeclarationRequest]) -> Screen:
    """Return all requests for a declaration; ЕСОЗ wipes the data of old ones."""
    page = history.page
    title = tr.t("declaration", "<b>Requests for a declaration: {count}</b>", count=page.total)
    if not page.items:
        title = tr.t("declaration", "<b>There have been no requests for a declaration.</b>")
    lines = [_request_line(tr, number, one) for number, one in _numbered(page)]
    text = joined([on_behalf(tr, history.acting), title, *lines])
    return Screen(text, (*_pager(tr, page, Records.REQUESTS), menu_row(tr, MyDeclarationTap())))


def _numbered(page: Page[Named[T]]) -> list[tuple[int, Named[T]]]:
    return list(enumerate(page.items, start=(page.number - 1) * ON_A_PAGE + 1))


def _list_row(number: int, name: str, declaration_id: str) -> Row:
    return (Button(numbered_label(number, name), DeclarationTap(id=packed(declaration_id))),)


def _declaration_line(tr: Translator, number: int, one: Named[Declaration]) -> str:
    name = escape(doctor_name(tr, one.workplace))
    return _lines(f"{number}. <b>{name}</b>", standing_text(tr, one.record))


def _request_line(tr: Translator, number: int, one: Named[DeclarationRequest]) -> str:
    request = one.record
    wiped = not one.workplace.parties.employee_id and not one.workplace.doctor_name
    name = (
        tr.t("declaration", "Request {number}", number=request.number)
        if wiped
        else escape(doctor_name(tr, one.workplace))
    )
    return _lines(
        f"{number}. <b>{name}</b>",
        request_status(tr, request),
        term(tr, request),
        request_reason(tr, request),
        tr.t("declaration", "Its details were deleted for safety.") if wiped else "",
    )


def _pager(tr: Translator, page: Page[T], records: Records) -> tuple[Row, ...]:
    if page.pages == 1:
        return ()
    here = tr.t("doctors", "{page} of {pages}", page=page.number, pages=page.pages)
    row = [Button(here, HistoryTap(records=records, page=page.number))]
    if page.number > 1:
        row.insert(0, Button("←", HistoryTap(records=records, page=page.number - 1)))
    if page.has_more:
        row.append(Button("→", HistoryTap(records=records, page=page.number + 1)))
    return (tuple(row),)


def _lines(*lines: str) -> str:
    return "\n".join(filter(None, lines))
