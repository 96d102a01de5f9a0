"""A clinic's own message, forwarded or pasted: it becomes a visit, or takes one away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.screen import show
from bot.dialogs.widgets.notice_screens import cancelled_elsewhere, which_cancelled
from bot.dialogs.widgets.visit_answers import cancel_question
from bot.dialogs.widgets.visit_state import here_of
from bot.dialogs.widgets.visit_steps import draft_to_move, go_on
from bot.domain.reminders import LONGEST_TEXT, wall_of
from bot.domain.reminders.draft import VisitDraft
from bot.domain.reminders.notice import NoticeKind, kind_of, moved_visit, read_notice, visits_at
from bot.domain.requisition import NumberKind, read_numbers

if TYPE_CHECKING:
    from aiogram.fsm.context import FSMContext
    from aiogram.types import Message

    from bot.dialogs.widgets.visit_questions import Here
    from bot.domain.reminders.notice import Notice
    from bot.i18n import Translator
    from bot.services import Services
    from bot.services.reminders import Reminders


async def on_words(
    message: Message, text: str, state: FSMContext, tr: Translator, services: Services
) -> bool:
    """Take a message about a booking; False for all others, and for one with a referral in it.

    «Завтра» of a forwarded message is the day after it was written.
    """
    reminders = services.reminders
    if reminders is None or kind_of(text) is None:
        return False
    here = await here_of(message, services, reminders)
    written = message.forward_origin.date if message.forward_origin else here.now
    notice = read_notice(text, wall_of(written, here.zone).date())
    if notice is None or _has_referral(text):
        return False
    if notice.kind is NoticeKind.CANCELLED:
        await state.clear()
        await _offer_to_cancel(message, notice, here, tr, reminders)
        return True
    draft = await _draft(message, notice, reminders)
    await go_on(message, draft, state, tr, services)
    return True


def _has_referral(text: str) -> bool:
    return any(found.kind is NumberKind.REFERRAL for found in read_numbers(text).numbers)


async def _draft(message: Message, notice: Notice, reminders: Reminders) -> VisitDraft:
    if notice.kind is NoticeKind.MOVED:
        listed = await reminders.list_appointments(telegram_id=message.chat.id)
        if visit := moved_visit(listed.appointments, notice):
            return replace(draft_to_move(visit), day=notice.day, at=notice.at)
    return VisitDraft(
        day=notice.day,
        at=notice.at,
        what=notice.what[:LONGEST_TEXT],
        place=notice.place[:LONGEST_TEXT],
        phone=notice.phone,
        note=notice.note,
        is_worded=bool(notice.what or notice.place),
    )


async def _offer_to_cancel(
    message: Message, notice: Notice, here: Here, tr: Translator, reminders: Reminders
) -> None:
    listed = await reminders.list_appointments(telegram_id=message.chat.id)
    visits = visits_at(listed.appointments, notice.day, notice.at)
    if len(visits) == 1:
        await show(message, cancel_question(tr, visits[0], here.now, here.zone))
    elif visits:
        await show(message, which_cancelled(tr, visits, here.zone))
    else:
        await show(message, cancelled_elsewhere(tr))
