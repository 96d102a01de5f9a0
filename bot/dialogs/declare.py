"""A patient wants a declaration: from a doctor's card to the request, for whom, or not now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram import F, Router

from bot.dialogs.cabinet_callbacks import unpacked
from bot.dialogs.callbacks import DoctorTap
from bot.dialogs.declare_callbacks import DeclareForTap, DeclareTap, MovedTap, NotNowTap
from bot.dialogs.doctor_card import card_gone, show_doctor
from bot.dialogs.widgets.declaration_answer import answer_declaring
from bot.dialogs.widgets.declaration_request import request_screen
from bot.dialogs.widgets.declare_obstacles import declaring_refused, full_doctor, may_not_declare
from bot.dialogs.widgets.declare_screens import proposal_screen
from bot.dialogs.widgets.declare_ways import declaration_after_sign_in
from bot.dialogs.widgets.moved_doctor import moved_doctor
from bot.domain.cabinet import EsozRefusal, EsozRefused
from bot.errors import NotFound, NotSignedIn, SignInEnded
from bot.services.propose_declaration import MayNotDeclare

if TYPE_CHECKING:
    from aiogram.types import CallbackQuery

    from bot.dialogs.screen import Screen
    from bot.domain.cabinet import SignedInPerson
    from bot.i18n import Translator
    from bot.services import Services
    from bot.services.declare import DeclareServices

router = Router(name="declare")


@router.callback_query(DeclareTap.filter(~F.is_sure))
async def on_declare(
    query: CallbackQuery, callback_data: DeclareTap, tr: Translator, services: Services
) -> None:
    """Say what stands in the way, or what will change."""
    await _propose(query, callback_data, tr, services)


@router.callback_query(DeclareForTap.filter())
async def on_declare_for(
    query: CallbackQuery, callback_data: DeclareForTap, tr: Translator, services: Services
) -> None:
    """Go on for another of the chat's people; raises NotFound for one who signed out."""
    if services.cabinet is None:
        raise NotFound
    await services.cabinet.switch_person(
        telegram_id=query.from_user.id, session_id=callback_data.session
    )
    await _propose(query, DeclareTap(doctor=callback_data.doctor), tr, services)


async def _propose(
    query: CallbackQuery, tap: DeclareTap, tr: Translator, services: Services
) -> None:
    async def make(use: DeclareServices) -> Screen:
        try:
            proposal = await use.propose(telegram_id=query.from_user.id, doctor_key=tap.doctor)
        except MayNotDeclare as barred:
            return may_not_declare(tr, barred, await _others(query, services))
        except NotSignedIn as error:
            return _sign_in_first(tr, tap, error)
        except NotFound:
            return card_gone(tr)
        return proposal_screen(tr, proposal, await _others(query, services))

    await answer_declaring(query, tr, services, make, again=tap)


@router.callback_query(DeclareTap.filter(F.is_sure))
async def on_declare_sure(
    query: CallbackQuery, callback_data: DeclareTap, tr: Translator, services: Services
) -> None:
    """Make the request at ЕСОЗ, whose word counts."""

    async def make(use: DeclareServices) -> Screen:
        asked = {"telegram_id": query.from_user.id, "doctor_key": callback_data.doctor}
        try:
            return request_screen(tr, await use.request(**asked))
        except MayNotDeclare as barred:
            return may_not_declare(tr, barred, await _others(query, services))
        except NotSignedIn as error:
            return _sign_in_first(tr, callback_data, error)
        except NotFound:
            return card_gone(tr)
        except EsozRefused as refused:
            return await _refused(tr, services, refused.code, callback_data.doctor)

    await answer_declaring(query, tr, services, make, again=callback_data)


@router.callback_query(NotNowTap.filter())
async def on_not_now(
    query: CallbackQuery, callback_data: NotNowTap, tr: Translator, services: Services
) -> None:
    """Forget what was begun, and show the doctor again."""
    if services.declare:
        await services.declare.drop_begun(telegram_id=query.from_user.id)
    await show_doctor(query, DoctorTap(key=callback_data.doctor), tr, services)


@router.callback_query(MovedTap.filter())
async def on_moved(
    query: CallbackQuery, callback_data: MovedTap, tr: Translator, services: Services
) -> None:
    """Look where the doctor of a declaration works now."""

    async def make(use: DeclareServices) -> Screen:
        declaration_id = unpacked(callback_data.id)
        return moved_doctor(
            tr, await use.find_moved(telegram_id=query.from_user.id, declaration_id=declaration_id)
        )

    await answer_declaring(query, tr, services, make, again=callback_data)


async def _others(query: CallbackQuery, services: Services) -> list[SignedInPerson]:
    """Whom else the chat is signed in for."""
    if services.cabinet is None:
        return []
    people = await services.cabinet.list_people(telegram_id=query.from_user.id)
    return [one for one in people if not one.is_current and not one.has_ended]


def _sign_in_first(tr: Translator, tap: DeclareTap, error: NotSignedIn) -> Screen:
    has_ended = isinstance(error, SignInEnded)
    back = DoctorTap(key=tap.doctor)
    return declaration_after_sign_in(tr, has_ended=has_ended, leads_back=True, back=back)


async def _refused(
    tr: Translator, services: Services, code: EsozRefusal, doctor_key: int
) -> Screen:
    if code is EsozRefusal.DOCTOR_FULL:
        return full_doctor(tr, (await services.show_card.doctor(doctor_key)).doctor)
    return declaring_refused(tr, code, doctor_key)
