"""«My data»: the way in, the home of the patient's cabinet, the people, and the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram import F, Router

from bot.dialogs.cabinet_callbacks import PeopleTap, SignOutTap, SwitchTap
from bot.dialogs.callbacks import SectionTap
from bot.dialogs.screen import chat_of, show
from bot.dialogs.widgets.cabinet_screens import (
    cabinet_home,
    cabinet_people,
    sign_out_question,
    signed_out,
    welcome_to_cabinet,
)
from bot.dialogs.widgets.guide import guide
from bot.dialogs.widgets.signing_in import sign_in_needed
from bot.domain.capabilities import Section
from bot.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aiogram.fsm.context import FSMContext
    from aiogram.types import CallbackQuery, Message

    from bot.domain.cabinet import SignedInPerson
    from bot.i18n import Translator
    from bot.services import Services
    from bot.services.cabinet import CabinetServices

router = Router(name="cabinet")


@router.callback_query(SectionTap.filter(F.section == Section.MY_DATA))
async def on_my_data(
    event: CallbackQuery | Message, state: FSMContext, tr: Translator, services: Services
) -> None:
    """Open the cabinet; nothing is asked of ЕСОЗ for that."""
    await state.clear()
    if services.cabinet is None:
        await show(event, guide(tr, Section.MY_DATA, services.clock.now()))
        return
    await _show_home(event, tr, services.cabinet)


@router.callback_query(PeopleTap.filter())
async def on_people(query: CallbackQuery, tr: Translator, services: Services) -> None:
    cabinet = _live(services)
    people = await cabinet.list_people(telegram_id=query.from_user.id)
    await show(query, cabinet_people(tr, people) if people else welcome_to_cabinet(tr))


@router.callback_query(SwitchTap.filter())
async def on_switch(
    query: CallbackQuery, callback_data: SwitchTap, tr: Translator, services: Services
) -> None:
    cabinet = _live(services)
    await cabinet.switch_person(telegram_id=query.from_user.id, session_id=callback_data.session)
    await _show_home(query, tr, cabinet)


@router.callback_query(SignOutTap.filter(~F.is_sure))
async def on_sign_out(
    query: CallbackQuery, callback_data: SignOutTap, tr: Translator, services: Services
) -> None:
    people = await _live(services).list_people(telegram_id=query.from_user.id)
    asked = [one for one in people if callback_data.session in {"", one.session_id}]
    screen = sign_out_question(tr, callback_data.session, asked)
    await show(query, screen if asked else welcome_to_cabinet(tr))


@router.callback_query(SignOutTap.filter(F.is_sure))
async def on_sign_out_sure(
    query: CallbackQuery, callback_data: SignOutTap, tr: Translator, services: Services
) -> None:
    is_everywhere = await _live(services).sign_out(
        telegram_id=query.from_user.id, session_id=callback_data.session or None
    )
    await show(query, signed_out(tr, is_everywhere=is_everywhere))


async def _show_home(
    event: CallbackQuery | Message, tr: Translator, cabinet: CabinetServices
) -> None:
    people = await cabinet.list_people(telegram_id=chat_of(event))
    current = _current(people)
    if current is None:
        await show(event, welcome_to_cabinet(tr))
    elif current.has_ended:
        await show(event, sign_in_needed(tr, has_ended=True))
    else:
        await show(event, cabinet_home(tr, current, people_count=len(people)))


def _current(people: Sequence[SignedInPerson]) -> SignedInPerson | None:
    return next((one for one in people if one.is_current), None)


def _live(services: Services) -> CabinetServices:
    """The services of the cabinet; raises NotFound where an old button meets `guide` mode."""
    if services.cabinet is None:
        raise NotFound
    return services.cabinet
