"""A change that ЕСОЗ has taken note of: copies of documents, signature, giving it up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram.enums import ButtonStyle

from bot.dialogs.cabinet_callbacks import (
    DropDraftTap,
    MyDataTap,
    RejectTap,
    SignChangeTap,
    UnfinishedTap,
    VerificationTap,
    packed,
)
from bot.dialogs.screen import Button, Screen
from bot.dialogs.widgets.knowledge import joined
from bot.dialogs.widgets.navigation import menu_row
from bot.dialogs.widgets.on_behalf import on_behalf
from bot.dialogs.widgets.person_words import document_name
from bot.i18n import KYIV

if TYPE_CHECKING:
    from bot.domain.cabinet import Acting, PersonRequest
    from bot.i18n import Translator
    from bot.services.change_desk import Change


def upload_wanted(tr: Translator, change: Change, *, is_refused: bool = False) -> Screen:
    """Ask for the picture of the first document that is still missing."""
    waiting = change.draft.uploads
    text = joined(
        [
            tr.t(
                "upload",
                "<b>This is no photo.</b> Send a photo, or a file that ends in .jpg, of at most "
                "10 MB.",
            )
            if is_refused
            else on_behalf(tr, change.acting),
            tr.t(
                "upload",
                "<b>Send a photo: {document}</b>\n"
                "The health system needs a copy. One photo, one page, all letters readable.",
                document=document_name(tr, waiting[0].type),
            ),
            tr.t(
                "upload",
                "I pass the photo on at once and do not keep it. "
                "I remove your message from the chat.",
            ),
            _more(tr, len(waiting) - 1),
        ]
    )
    return Screen(text, (_give_up_row(tr, change.draft.request_id), menu_row(tr)))


def ready_to_sign(tr: Translator, change: Change) -> Screen:
    """Say that nothing is missing but the signature."""
    text = joined(
        [
            on_behalf(tr, change.acting),
            tr.t(
                "upload",
                "<b>The request is ready.</b>\nNow sign it with your electronic signature.",
            ),
        ]
    )
    sign = Button(tr.t("upload", "Sign"), SignChangeTap(), style=ButtonStyle.PRIMARY)
    return Screen(text, ((sign,), _give_up_row(tr, change.draft.request_id), menu_row(tr)))


def copies_sent(tr: Translator) -> Screen:
    """Say that ЕСОЗ has all copies that it waited for."""
    text = tr.t(
        "upload",
        "<b>Done. The health system has all copies.</b>\n"
        "The National Health Service looks at them now. "
        "How it goes stands in “Check of the data”.",
    )
    check = Button(tr.t("my data", "Check of the data"), VerificationTap())
    return Screen(text, ((check,), menu_row(tr, MyDataTap())))


def no_copies_needed(tr: Translator) -> Screen:
    text = tr.t(
        "upload", "<b>No copies are needed now.</b>\nThe health system has all that it waits for."
    )
    return Screen(text, (menu_row(tr, VerificationTap()),))


def unfinished(tr: Translator, acting: Acting, request: PersonRequest) -> Screen:
    """Return a request that was begun and not signed, and what can be done with it."""
    began = (
        tr.t(
            "request",
            "You began it on {date}.",
            date=tr.full_date(request.inserted_at.astimezone(KYIV).date()),
        )
        if request.inserted_at
        else ""
    )
    text = joined(
        [
            on_behalf(tr, acting),
            tr.t(
                "request",
                "<b>There is a change of data without a signature.</b>\n"
                "Until you sign it or take it back, a declaration cannot be submitted.",
            ),
            began,
        ]
    )
    short = packed(request.id)
    sign = Button(tr.t("upload", "Sign"), SignChangeTap(request=short))
    reject = Button(tr.t("request", "Take it back"), RejectTap(request=short))
    return Screen(text, ((sign,), (reject,), menu_row(tr, MyDataTap())))


def nothing_unfinished(tr: Translator) -> Screen:
    text = tr.t("request", "<b>There is no unfinished change.</b>")
    return Screen(text, (menu_row(tr, MyDataTap()),))


def reject_question(tr: Translator, request: str) -> Screen:
    """Ask once more; `request` is the id as a button carries it."""
    text = tr.t(
        "request",
        "<b>Take the change back?</b>\nThe data stay as they were. You can begin anew any time.",
    )
    sure = Button(
        tr.t("request", "Yes, take it back"),
        RejectTap(request=request, is_sure=True),
        style=ButtonStyle.DANGER,
    )
    return Screen(text, ((sure,), menu_row(tr, UnfinishedTap())))


def rejected(tr: Translator) -> Screen:
    text = tr.t("request", "<b>The change is taken back.</b>\nThe data stay as they were.")
    data = Button(tr.t("my data", "Personal data"), MyDataTap())
    return Screen(text, ((data,), menu_row(tr)))


def _more(tr: Translator, count: int) -> str:
    if count <= 0:
        return ""
    return tr.plural(
        "upload",
        "After this one, {count} document more.",
        "After this one, {count} documents more.",
        count,
    )


def _give_up_row(tr: Translator, request_id: str) -> tuple[Button, ...]:
    if not request_id:
        return (Button(tr.t("upload", "Not now"), DropDraftTap()),)
    label = tr.t("request", "Take it back")
    return (Button(label, RejectTap(request=packed(request_id))),)
