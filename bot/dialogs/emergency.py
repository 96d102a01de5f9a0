"""The screens that come before everything else: call for help now, or say that it is no danger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram import F, Router
from aiogram.enums import ButtonStyle
from aiogram.types import LinkPreviewOptions, ReplyParameters

from bot.dialogs.callbacks import EmergencyStep, EmergencyTap
from bot.dialogs.screen import Button, Screen, bot_of, show
from bot.dialogs.widgets.knowledge import call_rows, calls_text, joined
from bot.dialogs.widgets.navigation import help_button, menu_button
from bot.domain.emergency import Danger, Level

if TYPE_CHECKING:
    from datetime import datetime

    from aiogram.types import CallbackQuery, Message

    from bot.domain.emergency import Verdict
    from bot.i18n import Translator
    from bot.services import Services

_LINES = {
    Danger.SELF_HARM: ("lifeline", "103", "psychology"),
    Danger.VIOLENCE: ("violence", "103", "112"),
}
_AMBULANCE = ("103", "112")
"""Numbers and hours: reference/domain.md §8."""


# ── screens ──────────────────────────────────────────────────────────────────────────────


def alarm(tr: Translator, danger: Danger, now: datetime) -> Screen:
    """Return whom to call at once, and what to say; one tap goes on with what was asked."""
    lines = _LINES.get(danger, _AMBULANCE)
    text = joined([_first_words(tr, danger), calls_text(tr, lines, now), _last_words(tr, danger)])
    go_on = Button(
        tr.t("emergency", "It is a mistake, go on"),
        EmergencyTap(danger=danger, step=EmergencyStep.GO_ON),
    )
    return Screen(text, (*call_rows(tr, lines), (go_on,), (menu_button(tr, fresh=True),)))


def question(tr: Translator, danger: Danger) -> Screen:
    """Ask about words that may be of an emergency, or of the past, or of a book."""
    text = tr.t(
        "emergency",
        "I see words about something dangerous. <b>Is somebody unwell right now?</b>\n"
        "If so, do not wait for me: call <b>103</b>.",
    )
    is_now = Button(
        tr.t("emergency", "Yes, right now"),
        EmergencyTap(danger=danger, step=EmergencyStep.NOW),
        style=ButtonStyle.DANGER,
    )
    go_on = Button(
        tr.t("emergency", "No, go on"), EmergencyTap(danger=danger, step=EmergencyStep.GO_ON)
    )
    return Screen(text, ((is_now,), (go_on,), (help_button(tr, fresh=True),)))


def say_again(tr: Translator) -> Screen:
    """Return the way on when the message that was asked about is gone from the chat."""
    text = tr.t(
        "emergency",
        "Good that nothing has happened. I did not keep your message. Please write it again, "
        "or open the menu.",
    )
    return Screen(text, ((menu_button(tr),),))


def _first_words(tr: Translator, danger: Danger) -> str:
    if danger is Danger.SELF_HARM:
        return tr.t(
            "emergency",
            "I am sorry that it is so hard for you now. <b>You are not alone.</b>\n"
            "Call <b>7333</b>, Lifeline Ukraine: day and night, anonymously. "
            "If life is in danger right now, call <b>103</b>.",
        )
    if danger is Danger.VIOLENCE:
        return tr.t(
            "emergency",
            "❗ <b>You are not to blame, and you can be helped.</b>\n"
            "Call <b>1547</b>: day and night, about violence at home. "
            "If somebody is hurt, call <b>103</b>.",
        )
    return tr.t(
        "emergency",
        "❗ <b>This may be a danger to life. Call 103 now.</b>\n"
        "Say the address, what happened, and how old the person is. Do not hang up first.",
    )


def _last_words(tr: Translator, danger: Danger) -> str:
    if danger is Danger.SELF_HARM:
        return tr.t("emergency", "Is there somebody near whom you can call or go to?")
    return tr.t(
        "emergency",
        "You need no referral and no declaration. I cannot call help for you.",
    )


# ── reactions ────────────────────────────────────────────────────────────────────────────

router = Router(name="emergency")


async def answer(message: Message, verdict: Verdict, tr: Translator, now: datetime) -> None:
    """Answer a message before anything else reads it.

    The answer is a reply: so Telegram, and not the bot, keeps what the patient said, and one tap
    goes on with it (`bot.handlers.emergency`).
    """
    danger = verdict.danger or Danger.CHEST
    screen = alarm(tr, danger, now) if verdict.level is Level.FIRE else question(tr, danger)
    await bot_of(message).send_message(
        message.chat.id,
        screen.text,
        reply_markup=screen.keyboard(),
        link_preview_options=LinkPreviewOptions(is_disabled=True),
        reply_parameters=ReplyParameters(
            message_id=message.message_id, allow_sending_without_reply=True
        ),
    )


@router.callback_query(EmergencyTap.filter(F.step == EmergencyStep.NOW))
async def on_now(
    query: CallbackQuery, callback_data: EmergencyTap, tr: Translator, services: Services
) -> None:
    await show(query, alarm(tr, callback_data.danger, services.clock.now()))


@router.callback_query(EmergencyTap.filter(F.step == EmergencyStep.GO_ON))
async def on_go_on(query: CallbackQuery, tr: Translator) -> None:
    """Say so where the message is gone; else it was handled as if it had just come."""
    await show(query, say_again(tr), fresh=True)
