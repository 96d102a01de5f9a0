"""What a patient sent: which kinds of number it holds, what looks like one, what to never send."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.content import topic
from bot.dialogs.callbacks import ReferralAction, ReferralTap, RemoveTap
from bot.dialogs.screen import Button, Screen, show
from bot.dialogs.widgets.knowledge import joined, next_rows, topic_body, topic_text
from bot.dialogs.widgets.navigation import help_button, menu_button, menu_row
from bot.domain.requisition import Certainty, MissReason, NumberKind, mask

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from aiogram.types import Message

    from bot.domain.requisition import FoundNumber, NearMiss
    from bot.i18n import Translator
    from bot.services import Services

KIND_TOPICS = {
    NumberKind.PRESCRIPTION: "what-is-prescription",
    NumberKind.DECLARATION: "what-is-decl-number",
    NumberKind.CONFIRMATION_CODE: "never-share-code",
    NumberKind.TAX_ID: "never-send-documents",
}
"""The topic that answers for a number that is no referral's."""

_MOST_NUMBERS = 8

# ── screens ──────────────────────────────────────────────────────────────────────────────


def other_number(tr: Translator, found: FoundNumber, origin: int, now: datetime) -> Screen:
    """Return what a number is that is no referral's; where unsure, it can be checked as one."""
    title = f"<b>{_kind_label(tr, found)}</b>"
    entry = topic(KIND_TOPICS[found.kind])
    may_be_referral = found.kind is NumberKind.PRESCRIPTION and found.certainty is Certainty.LIKELY
    check = _check_button(tr.t("numbers", "No, it is a referral"), found.value, origin)
    return Screen(
        joined([title, topic_body(tr, entry, now)]),
        (*(((check,),) if may_be_referral else ()), *_removal_rows(tr, origin)),
    )


def which_number(tr: Translator, numbers: Sequence[FoundNumber], origin: int) -> Screen:
    text = tr.plural(
        "numbers",
        "I found {count} referral number in your message. Which one shall I check?",
        "I found {count} referral numbers in your message. Which one shall I check?",
        len(numbers),
    )
    rows = tuple(
        (_check_button(mask(found.value), found.value, origin),)
        for found in numbers[:_MOST_NUMBERS]
    )
    return Screen(text, (*rows, *_removal_rows(tr, origin)))


def near_miss(tr: Translator, miss: NearMiss, origin: int) -> Screen:
    """Return what looks wrong with a number; only what was typed can be looked up, as it is."""
    text = joined(
        [
            tr.t("numbers", "<b>Almost a number:</b> <code>{shown}</code>", shown=miss.shown),
            _reason(tr, miss),
            tr.t(
                "numbers",
                "Compare it with your message, sign by sign. "
                "The letter O looks like zero, and I looks like one. "
                "Then send the number again, or the whole message.",
            ),
        ]
    )
    as_typed = miss.as_typed
    check = (
        ((_check_button(tr.t("numbers", "It is exactly so: check"), as_typed, origin),),)
        if as_typed
        else ()
    )
    return Screen(text, (*check, *_removal_rows(tr, origin)))


def no_number(tr: Translator) -> Screen:
    text = tr.t(
        "numbers",
        "I see no number here. A number has 16 signs, for example "
        "<code>02CX-K1AM-8E84-9TTO</code>.\n\n"
        "Paste the whole message: I will find the number myself.",
    )
    return Screen(text, (*next_rows(tr, ("tree:no-message", "lost-number")), menu_row(tr)))


def never_send(tr: Translator, origin: int, now: datetime) -> Screen:
    """Return the answer to a photo or a document: it is not opened, and can be removed."""
    return Screen(topic_text(tr, topic("never-send-documents"), now), _removal_rows(tr, origin))


def only_text(tr: Translator) -> Screen:
    text = tr.t(
        "numbers",
        "I understand only text. Type the number or the question, please. "
        "Or choose a section in the menu.",
    )
    return Screen(text, ((menu_button(tr),), (help_button(tr),)))


def _kind_label(tr: Translator, found: FoundNumber) -> str:
    sure = {
        NumberKind.PRESCRIPTION: tr.t("numbers", "This is a prescription number"),
        NumberKind.DECLARATION: tr.t("numbers", "This is a declaration number"),
        NumberKind.CONFIRMATION_CODE: tr.t("numbers", "This is a confirmation code"),
        NumberKind.TAX_ID: tr.t("numbers", "This is a tax number"),
    }
    likely = {
        NumberKind.PRESCRIPTION: tr.t("numbers", "This looks like a prescription number"),
        NumberKind.DECLARATION: tr.t("numbers", "This looks like a declaration number"),
        NumberKind.CONFIRMATION_CODE: tr.t("numbers", "This looks like a confirmation code"),
        NumberKind.TAX_ID: tr.t("numbers", "This looks like a tax number"),
    }
    return (sure if found.certainty is Certainty.SURE else likely)[found.kind]


def _reason(tr: Translator, miss: NearMiss) -> str:
    if miss.reason is MissReason.TOO_SHORT:
        return tr.plural(
            "numbers",
            "I count {count} sign. A referral number has 16: some are missing.",
            "I count {count} signs. A referral number has 16: some are missing.",
            miss.length,
        )
    if miss.reason is MissReason.TOO_LONG:
        return tr.plural(
            "numbers",
            "I count {count} sign. A referral number has 16: some are too many.",
            "I count {count} signs. A referral number has 16: some are too many.",
            miss.length,
        )
    return _odd_sign(tr, miss)


def _odd_sign(tr: Translator, miss: NearMiss) -> str:
    text = tr.t(
        "numbers",
        "The sign “{sign}” in place {position} looks wrong: such numbers do not have it.",
        sign=miss.sign,
        position=miss.position,
    )
    if not miss.suggestion:
        return text
    hint = tr.t("numbers", "Perhaps it is “{suggestion}”?", suggestion=miss.suggestion)
    return f"{text} {hint}"


def _check_button(text: str, number: str, origin: int) -> Button:
    return Button(
        text,
        ReferralTap.of(ReferralAction.CHECK, number, origin),
    )


def _removal_rows(tr: Translator, origin: int) -> tuple[tuple[Button, ...], ...]:
    remove = Button(tr.t("numbers", "Remove it from the chat"), RemoveTap(origin=origin))
    return ((remove,), (menu_button(tr, fresh=True),))


# ── reactions ────────────────────────────────────────────────────────────────────────────


async def show_holding_number(
    message: Message, screen: Screen, origin: int, services: Services
) -> None:
    """Show a screen that holds a number, and remember where it stands."""
    shown = await show(message, screen)
    await services.remember_number_message(
        chat_id=message.chat.id, message_id=shown.message_id, origin=origin
    )
