"""«Як підготуватися»: from a visit's card, and from the reminder of the day before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram import Router

from bot.dialogs.screen import show
from bot.dialogs.visit_callbacks import PrepareTap, SheetChoice
from bot.dialogs.widgets.preparation_screens import preparation
from bot.dialogs.widgets.visit_answers import visit_gone
from bot.dialogs.widgets.with_reminders import WithReminders
from bot.domain.reminders.preparation import Preparation, preparation_of
from bot.errors import NotFound

if TYPE_CHECKING:
    from aiogram.types import CallbackQuery

    from bot.i18n import Translator
    from bot.services.reminders import Reminders

router = Router(name="preparation")
router.callback_query.middleware(WithReminders())


@router.callback_query(PrepareTap.filter())
async def on_prepare(
    query: CallbackQuery, callback_data: PrepareTap, tr: Translator, reminders: Reminders
) -> None:
    """Show the sheet that was tapped, else the one that fits the words of the visit."""
    try:
        visit = await reminders.list_appointments.one(
            telegram_id=query.from_user.id, appointment=callback_data.appointment
        )
    except NotFound:
        await show(query, visit_gone(tr))
        return
    chosen = callback_data.sheet
    is_fitting = chosen is SheetChoice.FITTING
    kind = preparation_of(visit.details.what) if is_fitting else Preparation(chosen)
    await show(query, preparation(tr, visit.id, kind))
