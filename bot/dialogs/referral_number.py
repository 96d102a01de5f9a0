"""One referral number: look it up, show it at the desk, take it out of the chat."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from aiogram import F, Router
from aiogram.enums import ChatAction

from bot.dialogs.callbacks import ReferralAction, ReferralTap, RemoveTap
from bot.dialogs.referral_callbacks import KeptReferralAction, KeptReferralTap
from bot.dialogs.screen import Screen, bot_of, chat_of, show, swap
from bot.dialogs.widgets.guide import guide
from bot.dialogs.widgets.referral_screens import (
    looking_up,
    number_on_picture,
    number_removed,
    referral_found,
    referral_not_found,
    referral_not_looked_up,
    referral_outage,
    too_many_lookups,
)
from bot.dialogs.widgets.visit_answers import visit_gone
from bot.domain.capabilities import Section
from bot.domain.figures import Barrier
from bot.domain.requisition import is_referral_number
from bot.errors import InvalidInput, NotFound, TooManyLookups, Unavailable

if TYPE_CHECKING:
    from aiogram.types import CallbackQuery, Message

    from bot.i18n import Translator
    from bot.services import Services
    from bot.services.check_referral import CheckReferral

router = Router(name="referral_number")


async def check_number(
    event: Message | CallbackQuery, number: str, origin: int, tr: Translator, services: Services
) -> None:
    """Answer a referral number: look it up, or in `guide` mode say what the desk will find."""
    services.figures.step("referral", "looked-up")
    if services.check_referral is None:
        screen = referral_not_looked_up(tr, number, origin, services.clock.now())
        await _remember(event, await show(event, screen), origin, services)
        return
    await bot_of(event).send_chat_action(chat_of(event), ChatAction.TYPING)
    shown = await show(event, looking_up(tr, number))
    await _remember(event, shown, origin, services)
    screen = await _answer(services.check_referral, event, number, origin, tr, services)
    await _remember(event, await swap(shown, screen), origin, services)


async def _answer(
    check: CheckReferral,
    event: Message | CallbackQuery,
    number: str,
    origin: int,
    tr: Translator,
    services: Services,
) -> Screen:
    try:
        found = await check(telegram_id=chat_of(event), number=number)
    except NotFound:
        services.figures.barrier(Barrier.NOT_FOUND)
        return referral_not_found(tr, number, origin, services.clock.now())
    except TooManyLookups as limit:
        return too_many_lookups(tr, number, origin, limit.free_at)
    except Unavailable as trouble:
        return referral_outage(tr, number, origin, trouble, services.clock.now())
    services.figures.step("referral", "found")
    if services.reminders is None:
        return referral_found(tr, number, origin, found)
    await services.reminders.referrals.note_looked_up(
        telegram_id=chat_of(event), number=number, services=found.services
    )
    return referral_found(tr, number, origin, found, leads_on=True)


async def _remember(
    event: Message | CallbackQuery, shown: Message, origin: int, services: Services
) -> None:
    await services.remember_number_message(
        chat_id=chat_of(event), message_id=shown.message_id, origin=origin
    )


@router.callback_query(ReferralTap.filter(F.action == ReferralAction.CHECK))
async def on_check(
    query: CallbackQuery, callback_data: ReferralTap, tr: Translator, services: Services
) -> None:
    number = _number_of(callback_data)
    await check_number(query, number, callback_data.origin, tr, services)


@router.callback_query(KeptReferralTap.filter(F.action == KeptReferralAction.CHECK))
async def on_check_kept(
    query: CallbackQuery, callback_data: KeptReferralTap, tr: Translator, services: Services
) -> None:
    """Look up a number that is kept; the answer's message stands for the one that brought it."""
    if services.reminders is None:
        await show(query, guide(tr, Section.REMINDERS, services.clock.now()))
        return
    try:
        number = await services.reminders.referrals.number_of(
            telegram_id=query.from_user.id, appointment=callback_data.appointment
        )
    except NotFound:
        await show(query, visit_gone(tr))
        return
    origin = query.message.message_id if query.message else 0
    await check_number(query, number, origin, tr, services)


@router.callback_query(ReferralTap.filter(F.action == ReferralAction.PICTURE))
async def on_picture(
    query: CallbackQuery, callback_data: ReferralTap, tr: Translator, services: Services
) -> None:
    number, origin = _number_of(callback_data), callback_data.origin
    await bot_of(query).send_chat_action(chat_of(query), ChatAction.UPLOAD_PHOTO)
    screen = await asyncio.to_thread(number_on_picture, tr, number, origin)
    await _remember(query, await show(query, screen, fresh=True), origin, services)


@router.callback_query(RemoveTap.filter())
async def on_remove(
    query: CallbackQuery, callback_data: RemoveTap, tr: Translator, services: Services
) -> None:
    tapped = query.message.message_id if query.message else callback_data.origin
    is_all_gone = await services.remove_number(
        chat_id=chat_of(query), origin=callback_data.origin, tapped=tapped
    )
    await show(query, number_removed(tr, is_all_gone=is_all_gone), fresh=True)


def _number_of(tap: ReferralTap) -> str:
    """Return the number that a button carries; raises InvalidInput for what is none."""
    if not is_referral_number(tap.number):
        raise InvalidInput("number")
    return tap.number
