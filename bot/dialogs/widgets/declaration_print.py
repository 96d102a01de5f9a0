"""The printed form of a declaration: the warning before it, and the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.cabinet_callbacks import DeclarationTap, PrintTap, packed
from bot.dialogs.screen import Button, Screen
from bot.dialogs.widgets.declaration_words import workplace_html
from bot.dialogs.widgets.knowledge import joined
from bot.dialogs.widgets.navigation import menu_row
from bot.dialogs.widgets.on_behalf import on_behalf

if TYPE_CHECKING:
    from bot.i18n import Translator
    from bot.services.show_declaration import ShownDeclaration

_UTF8_MARK = b"\xef\xbb\xbf"
"""A phone opens the file from its own disk, where nothing else says how it is written."""


def print_warning(tr: Translator, shown: ShownDeclaration) -> Screen:
    """Say what the file holds before it is sent."""
    declaration = shown.declaration
    text = joined(
        [
            on_behalf(tr, shown.acting),
            workplace_html(tr, declaration.workplace),
            tr.t(
                "declaration",
                "<b>The printed form holds personal data</b>: name, documents, address, phone.\n\n"
                "Whoever opens this chat sees the file. I remove it from the chat after "
                "10 minutes. What you save on the phone stays there.",
            ),
        ]
    )
    short = packed(declaration.record.id)
    send = Button(tr.t("declaration", "Send the file"), PrintTap(id=short, is_sure=True))
    return Screen(text, ((send,), menu_row(tr, DeclarationTap(id=short))))


def no_printed_form(tr: Translator, shown: ShownDeclaration) -> Screen:
    """Say who has it, where ЕСОЗ gave none; a signed file is offered where there is one."""
    declaration = shown.declaration.record
    text = joined(
        [
            on_behalf(tr, shown.acting),
            tr.t(
                "declaration",
                "<b>The health system gave no printed form for this declaration.</b>\n\n"
                "Ask for it at the facility.",
            ),
        ]
    )
    signed = Button(tr.t("declaration", "Signed file (.p7s)"), url=declaration.signed_url or None)
    rows = ((signed,),) if declaration.signed_url.startswith("https://") else ()
    return Screen(text, (*rows, menu_row(tr, DeclarationTap(id=packed(declaration.id)))))


def printed_form(content_html: str) -> bytes:
    """Return the file: ЕСОЗ's own document, unchanged."""
    return _UTF8_MARK + content_html.encode()


def file_caption(tr: Translator) -> str:
    return tr.t(
        "declaration",
        "Printed form of the declaration. It holds personal data: I remove it in 10 minutes.",
    )


def file_sent(tr: Translator, shown: ShownDeclaration) -> Screen:
    """Stand where the warning stood, once the file is below it."""
    text = tr.t(
        "declaration", "<b>The printed form is below.</b> Open it on the phone or print it."
    )
    short = packed(shown.declaration.record.id)
    return Screen(
        joined([on_behalf(tr, shown.acting), text]), (menu_row(tr, DeclarationTap(id=short)),)
    )
