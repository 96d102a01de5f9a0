"""From a referral to a visit, and to reminders of the referral's last day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram import F, Router

from bot.dialogs.referral_callbacks import (
    ExpiryTap,
    KeptReferralAction,
    KeptReferralTap,
    ReferralVisitTap,
)
from bot.dialogs.screen import chat_of, show
from bot.dialogs.widgets import referral_expiry as screens
from bot.dialogs.widgets.begin_visit import begin_visit_with
from bot.dialogs.widgets.directory_words import capitalised
from bot.dialogs.widgets.referral_answer import category_label
from bot.dialogs.widgets.visit_answers import visit_gone
from bot.dialogs.widgets.visit_state import here_of
from bot.dialogs.widgets.with_reminders import WithReminders
from bot.domain.reminders.draft import VisitDraft
from bot.domain.requisition import is_referral_number, mask
from bot.errors import InvalidInput, NotFound, TooManyAppointments

if TYPE_CHECKING:
    from aiogram.fsm.context import FSMContext
    from aiogram.types import CallbackQuery

    from bot.i18n import Translator
    from bot.services import Services
    from bot.services.reminders import Reminders

router = Router(name="referral_expiry")
router.callback_query.middleware(WithReminders(fresh=True))


@router.callback_query(ReferralVisitTap.filter())
async def on_visit(
    query: CallbackQuery,
    callback_data: ReferralVisitTap,
    state: FSMContext,
    tr: Translator,
    services: Services,
) -> None:
    """Begin a visit for the service; nothing of the number goes into it."""
    service = capitalised(category_label(tr, callback_data.category))
    what = tr.t("visit", "{service}, by referral", service=service)
    await begin_visit_with(query, VisitDraft(what=what, is_worded=False), state, tr, services)


@router.callback_query(ExpiryTap.filter(~F.is_sure))
async def on_remind(
    query: CallbackQuery, callback_data: ExpiryTap, tr: Translator, services: Services
) -> None:
    """Ask for consent; the question holds the number, so it can be removed with the rest."""
    _check(callback_data)
    shown = await show(query, screens.keep_number_question(tr, callback_data), fresh=True)
    await services.remember_number_message(
        chat_id=chat_of(query), message_id=shown.message_id, origin=callback_data.origin
    )


@router.callback_query(ExpiryTap.filter(F.is_sure))
async def on_keep(
    query: CallbackQuery,
    callback_data: ExpiryTap,
    tr: Translator,
    services: Services,
    reminders: Reminders,
) -> None:
    _check(callback_data)
    number, patient = callback_data.number, query.from_user.id
    here = await here_of(query, services, reminders)
    what = tr.t("referral", "Referral {number}", number=mask(number))
    try:
        kept = await reminders.referrals(
            telegram_id=patient, number=number, last_day=callback_data.last_day, what=what
        )
    except InvalidInput:
        await show(query, screens.too_late_to_keep(tr))
    except TooManyAppointments:
        await show(query, screens.too_many_referrals(tr))
    else:
        is_silenced = await reminders.silence.is_silent(telegram_id=patient)
        screen = screens.number_kept(
            tr, kept.appointment, kept.reminders, here.now, here.zone, is_silenced=is_silenced
        )
        await show(query, screen)


@router.callback_query(KeptReferralTap.filter(F.action == KeptReferralAction.FORGET))
async def on_forget(
    query: CallbackQuery, callback_data: KeptReferralTap, tr: Translator, reminders: Reminders
) -> None:
    try:
        await reminders.referrals.forget(
            telegram_id=query.from_user.id, appointment=callback_data.appointment
        )
    except NotFound:
        await show(query, visit_gone(tr))
    else:
        await show(query, screens.number_forgotten(tr))


def _check(tap: ExpiryTap) -> None:
    """Raise InvalidInput for a button that carries no number."""
    if not is_referral_number(tap.number):
        raise InvalidInput("number")
