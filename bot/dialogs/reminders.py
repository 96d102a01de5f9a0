"""«Мої нагадування»: the list, one appointment, and what can be done with it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from aiogram import F, Router
from aiogram.types import BufferedInputFile

from bot.dialogs.callbacks import SectionTap
from bot.dialogs.screen import Screen, bot_of, chat_of, show
from bot.dialogs.visit_callbacks import VisitAction, VisitTap
from bot.dialogs.widgets.agenda import agenda
from bot.dialogs.widgets.guide import guide
from bot.dialogs.widgets.navigation import menu_button
from bot.dialogs.widgets.occasion_card import occasion_card
from bot.dialogs.widgets.visit_answers import cancel_question, visit_cancelled, visit_gone
from bot.dialogs.widgets.visit_file import FILE_NAME, visit_file
from bot.dialogs.widgets.visit_state import here_of
from bot.dialogs.widgets.visit_steps import go_on, move
from bot.domain.capabilities import Section
from bot.domain.reminders import wall_of
from bot.domain.reminders.draft import VisitDraft
from bot.domain.reminders.phrase.days import months_on
from bot.errors import NotFound

if TYPE_CHECKING:
    from aiogram.fsm.context import FSMContext
    from aiogram.types import CallbackQuery, Message

    from bot.domain.reminders import Appointment
    from bot.i18n import Translator
    from bot.services import Services
    from bot.services.reminders import Reminders

_VISIT_LASTS = timedelta(minutes=30)

router = Router(name="reminders")


@router.callback_query(SectionTap.filter(F.section == Section.REMINDERS))
async def on_section(
    event: CallbackQuery | Message, state: FSMContext, tr: Translator, services: Services
) -> None:
    """Show the list; where nothing can be kept, explain what to do instead."""
    await state.clear()
    if services.reminders is None:
        await show(event, guide(tr, Section.REMINDERS, services.clock.now()))
        return
    listed = await services.reminders.list_appointments(telegram_id=chat_of(event))
    await show(event, agenda(tr, listed, services.clock.now()))


@router.callback_query(VisitTap.filter())
async def on_visit(
    query: CallbackQuery,
    callback_data: VisitTap,
    state: FSMContext,
    tr: Translator,
    services: Services,
) -> None:
    """Do what was tapped with an appointment, as it stands now."""
    reminders = services.reminders
    if reminders is None:
        await show(query, guide(tr, Section.REMINDERS, services.clock.now()))
        return
    try:
        visit = await reminders.list_appointments.one(
            telegram_id=query.from_user.id, appointment=callback_data.appointment
        )
    except NotFound:
        await show(query, visit_gone(tr))
        return
    match callback_data.action:
        case VisitAction.EDIT:
            await move(query, visit, state, tr, services)
        case VisitAction.AGAIN:
            await _repeat(query, visit, state, tr, services)
        case VisitAction.FILE:
            await _send_file(query, visit, tr, services)
        case _:
            await _show_visit(query, visit, callback_data.action, tr, services, reminders)


async def _show_visit(
    query: CallbackQuery,
    visit: Appointment,
    action: VisitAction,
    tr: Translator,
    services: Services,
    reminders: Reminders,
) -> None:
    here = await here_of(query, services, reminders)
    if action is VisitAction.CANCEL_SURE:
        cancelled = await reminders.cancel_appointment(
            telegram_id=query.from_user.id, appointment=visit.id
        )
        await show(query, visit_cancelled(tr, cancelled))
    elif action is VisitAction.CANCEL:
        await show(query, cancel_question(tr, visit, here.now, here.zone))
    else:
        await show(query, occasion_card(tr, visit, here.now, here.zone))


async def _repeat(
    query: CallbackQuery,
    visit: Appointment,
    state: FSMContext,
    tr: Translator,
    services: Services,
) -> None:
    """Offer the same in a month, which the card lets change."""
    wall = wall_of(visit.starts_at, visit.zone)
    draft = VisitDraft(
        day=months_on(wall.date(), 1),
        at=wall.time(),
        what=visit.details.what,
        place=visit.details.place,
        phone=visit.details.phone,
        source=visit.id,
        is_copy=True,
        is_worded=True,
        person=visit.person,
        for_whom=visit.for_whom.name if visit.for_whom else "",
        is_for_known=True,
    )
    await go_on(query, draft, state, tr, services)


async def _send_file(
    query: CallbackQuery, visit: Appointment, tr: Translator, services: Services
) -> None:
    """Send the appointment as a file that every calendar opens."""
    content = visit_file(visit, services.clock.now(), _VISIT_LASTS)
    await bot_of(query).send_document(
        chat_of(query),
        BufferedInputFile(content, FILE_NAME),
        caption=tr.t("visit", "Open this file, and the appointment gets into your calendar."),
        reply_markup=Screen("", ((menu_button(tr, fresh=True),),)).keyboard(),
    )
