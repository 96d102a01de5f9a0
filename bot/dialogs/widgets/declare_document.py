"""The document of a request for a declaration, to read in the chat before it is signed."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from bot.dialogs.cabinet_callbacks import packed
from bot.dialogs.declare_callbacks import RequestFileTap, RequestTap, SignRequestTap
from bot.dialogs.screen import Button, Screen
from bot.dialogs.widgets.declaration_words import workplace_html
from bot.dialogs.widgets.knowledge import joined
from bot.dialogs.widgets.navigation import menu_row
from bot.dialogs.widgets.on_behalf import on_behalf
from bot.domain.cabinet import RequestStatus

if TYPE_CHECKING:
    from bot.dialogs.widgets.knowledge import Row
    from bot.i18n import Translator
    from bot.services.shown_request import ShownRequest

_PAGE = """<!doctype html>
<html lang="uk"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'">
<title>{title}</title>
<style>html,body{{margin:0;height:100%}}iframe{{border:0;width:100%;height:100%}}</style></head>
<body><iframe sandbox title="{title}" srcdoc="{document}"></iframe></body></html>
"""
"""As on the signing page: ЕСОЗ's document looks as it likes and does nothing."""


def document_warning(tr: Translator, shown: ShownRequest) -> Screen:
    """Say what the file holds before it is sent."""
    text = joined(
        [
            on_behalf(tr, shown.acting),
            workplace_html(tr, shown.request.workplace),
            tr.t(
                "declare",
                "<b>The document of the declaration holds personal data</b>: name, documents, "
                "address, phone.\n\n"
                "Whoever opens this chat sees the file. I remove it from the chat after "
                "10 minutes. What you save on the phone stays there.",
            ),
        ]
    )
    short = packed(shown.request.record.id)
    send = Button(tr.t("declaration", "Send the file"), RequestFileTap(id=short, is_sure=True))
    return Screen(text, ((send,), menu_row(tr, RequestTap(id=short))))


def document_sent(tr: Translator, shown: ShownRequest) -> Screen:
    """Stand where the warning stood, once the file is below it."""
    request = shown.request.record
    text = tr.t("declare", "<b>The document is below.</b> Read it, then come back to sign.")
    back = RequestTap(id=packed(request.id))
    rows: tuple[Row, ...] = ()
    if request.status is RequestStatus.NEW:
        sign = Button(tr.t("declare", "Read and sign"), SignRequestTap(id=packed(request.id)))
        rows = ((sign,),)
    return Screen(joined([on_behalf(tr, shown.acting), text]), (*rows, menu_row(tr, back)))


def no_document(tr: Translator, shown: ShownRequest) -> Screen:
    """Say so where ЕСОЗ gives no document any more: it deletes those of old requests."""
    text = tr.t(
        "declare",
        "<b>The electronic health system gave no document for this request.</b>\n\n"
        "It deletes the details of old requests for safety.",
    )
    back = RequestTap(id=packed(shown.request.record.id))
    return Screen(joined([on_behalf(tr, shown.acting), text]), (menu_row(tr, back),))


def document_file(tr: Translator, content_html: str) -> bytes:
    """Return the file: ЕСОЗ's document in a frame without scripts, origin, or anything outside."""
    title = tr.t("declare", "Declaration: the document to read")
    return _PAGE.format(title=escape(title), document=escape(content_html)).encode()


def document_caption(tr: Translator) -> str:
    return tr.t(
        "declare",
        "The document of the declaration. It holds personal data: I remove it in 10 minutes.",
    )
