"""The door of the referral section: it asks for a number and offers help without one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram import F, Router

from bot.dialogs.callbacks import RefusalsTap, SectionTap
from bot.dialogs.screen import Button, Screen, show
from bot.dialogs.states import Asked
from bot.dialogs.widgets.knowledge import BACK_TO_REFERRAL, BACK_TO_REFUSALS, next_rows
from bot.dialogs.widgets.navigation import menu_row
from bot.domain.capabilities import Section

if TYPE_CHECKING:
    from aiogram.fsm.context import FSMContext
    from aiogram.types import CallbackQuery, Message

    from bot.i18n import Translator

HUB_TOPICS = ("how-to-use", "tree:no-message", "tree:need-referral", "lost-number")
REFUSAL_TOPICS = (
    "paper-demanded",
    "sent-back",
    "not-found",
    "used",
    "in-work-elsewhere",
    "recalled",
    "expired",
    "private-clinic",
    "which-facility",
    "several-services",
)

# ── screens ──────────────────────────────────────────────────────────────────────────────


def referral_hub(tr: Translator) -> Screen:
    text = tr.t(
        "referral",
        "<b>My referral</b>\n\n"
        "Send the number. Or paste the whole message from Viber or SMS: "
        "I will find the number myself.\n\n"
        "A number has 16 signs, for example <code>02CX-K1AM-8E84-9TTO</code>. "
        "I do not store it.",
    )
    refusals = Button(tr.t("referral", "A problem at the clinic"), RefusalsTap())
    rows = (*next_rows(tr, HUB_TOPICS, back=BACK_TO_REFERRAL), (refusals,))
    return Screen(text, (*rows, menu_row(tr)))


def refusals(tr: Translator) -> Screen:
    text = tr.t("referral", "<b>A problem at the clinic</b>\n\nWhat did they tell you?")
    rows = next_rows(tr, REFUSAL_TOPICS, back=BACK_TO_REFUSALS)
    return Screen(text, (*rows, menu_row(tr, SectionTap(section=Section.REFERRAL))))


# ── reactions ────────────────────────────────────────────────────────────────────────────

router = Router(name="referral")


@router.callback_query(SectionTap.filter(F.section == Section.REFERRAL))
async def on_referral(event: CallbackQuery | Message, state: FSMContext, tr: Translator) -> None:
    await state.set_state(Asked.referral_number)
    await show(event, referral_hub(tr))


@router.callback_query(RefusalsTap.filter())
async def on_refusals(query: CallbackQuery, tr: Translator) -> None:
    await show(query, refusals(tr))
