"""A request for a declaration: how it stands, what to do next, taking it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.cabinet_callbacks import MyDeclarationTap, packed
from bot.dialogs.declare_callbacks import (
    CancelRequestTap,
    RequestFileTap,
    RequestTap,
    SignRequestTap,
)
from bot.dialogs.screen import Button, Screen
from bot.dialogs.widgets.declaration_screens import find_doctor_button, my_declaration_button
from bot.dialogs.widgets.declaration_words import (
    request_reason,
    request_status,
    term,
    workplace_html,
)
from bot.dialogs.widgets.knowledge import joined
from bot.dialogs.widgets.navigation import menu_row
from bot.dialogs.widgets.on_behalf import on_behalf
from bot.domain.cabinet import RequestStatus

if TYPE_CHECKING:
    from bot.dialogs.widgets.knowledge import Row
    from bot.domain.cabinet import DeclarationRequest
    from bot.domain.cabinet.workplace import Workplace
    from bot.i18n import Translator
    from bot.services.shown_request import ShownRequest

_MOST_PHONES = 2


def request_screen(tr: Translator, shown: ShownRequest) -> Screen:
    """Return how the request stands, and what to do next."""
    request, workplace = shown.request.record, shown.request.workplace
    text = joined(
        [
            on_behalf(tr, shown.acting),
            tr.t("declare", "<b>Request for a declaration</b>"),
            workplace_html(tr, workplace),
            _lines(request_status(tr, request), term(tr, request), request_reason(tr, request)),
            _advice(tr, request, workplace),
        ]
    )
    return Screen(text, (*_rows(tr, request, workplace), menu_row(tr, MyDeclarationTap())))


def cancel_question(tr: Translator, shown: ShownRequest) -> Screen:
    """Return the second question; a request that is over is only shown."""
    request = shown.request.record
    if not request.status.is_open:
        return request_screen(tr, shown)
    text = joined(
        [
            on_behalf(tr, shown.acting),
            tr.t("declare", "<b>Cancel the request?</b>"),
            workplace_html(tr, shown.request.workplace),
            tr.t(
                "declare",
                "The declaration in force now stays as it is. "
                "You can make a new request any time.",
            ),
        ]
    )
    yes = Button(
        tr.t("declare", "Yes, cancel it"), CancelRequestTap(id=packed(request.id), is_sure=True)
    )
    back = RequestTap(id=packed(request.id))
    return Screen(
        text, ((yes,), (Button(tr.t("declaration", "No, keep it"), back),), menu_row(tr, back))
    )


def cancel_answer(tr: Translator, shown: ShownRequest) -> Screen:
    """Return what came of it: the facility may have been quicker, or the order was lost."""
    status = shown.request.record.status
    if status.is_open:
        again = CancelRequestTap(id=packed(shown.request.record.id))
        text = tr.t(
            "declare",
            "<b>The request is still there.</b>\n\n"
            "The electronic health system did not take the order. Please try again.",
        )
        retry = Button(tr.t("declaration", "Try again"), again)
        return Screen(text, ((retry,), menu_row(tr, MyDeclarationTap())))
    if status is not RequestStatus.REJECTED:
        return request_screen(tr, shown)
    text = joined(
        [
            on_behalf(tr, shown.acting),
            tr.t(
                "declare",
                "<b>The request is cancelled.</b>\n\nThe declaration in force stays as it is.",
            ),
        ]
    )
    return Screen(text, ((find_doctor_button(tr),), (my_declaration_button(tr),), menu_row(tr)))


def _advice(tr: Translator, request: DeclarationRequest, workplace: Workplace) -> str:
    if request.status is RequestStatus.NEW:
        return tr.t(
            "declare",
            "Now read the document on the signing page and sign it. "
            "Without your signature the facility does not see the request.",
        )
    if request.status is not RequestStatus.APPROVED:
        return ""
    waits = tr.t(
        "declare",
        "Nothing has to be done: I will write when the facility answers. "
        "To make it quicker, call the reception desk.",
    )
    phones = ", ".join(workplace.phones[:_MOST_PHONES])
    return _lines(waits, tr.t("doctors", "Phone: {phones}", phones=phones) if phones else "")


def _rows(tr: Translator, request: DeclarationRequest, workplace: Workplace) -> tuple[Row, ...]:
    cancel = Button(tr.t("declare", "Cancel the request"), CancelRequestTap(id=packed(request.id)))
    if request.status is RequestStatus.NEW:
        sign = Button(tr.t("declare", "Read and sign"), SignRequestTap(id=packed(request.id)))
        label = tr.t("declare", "The document as a file")
        return ((sign,), (Button(label, RequestFileTap(id=packed(request.id))),), (cancel,))
    if request.status is RequestStatus.APPROVED:
        return (*copy_rows(tr, workplace), (cancel,))
    return ((find_doctor_button(tr),), (my_declaration_button(tr),))


def copy_rows(tr: Translator, workplace: Workplace) -> tuple[Row, ...]:
    """Return the facility's telephones, each on a button that copies it."""
    return tuple(
        (Button(tr.t("lines", "Copy {number}", number=phone), copies=phone),)
        for phone in workplace.phones[:_MOST_PHONES]
    )


def _lines(*lines: str) -> str:
    return "\n".join(filter(None, lines))
