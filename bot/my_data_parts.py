"""Puts the parts of «My data» together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.clients.telegram_removal import TelegramRemoval
from bot.db.repositories.data_drafts import DataDraftRepository
from bot.db.repositories.shown_data import ShownDataRepository
from bot.domain.signing.session import Purpose
from bot.jobs.shown_data import ShownDataTicks
from bot.services.answer_change import AnswerChange
from bot.services.begin_change import BeginChange
from bot.services.cancel_change import CancelChange
from bot.services.change_desk import ChangeDesk
from bot.services.change_drafts import ChangeDrafts
from bot.services.change_phone import ChangePhone
from bot.services.complete_change import CompleteChange
from bot.services.my_data import MyDataServices
from bot.services.phone_drafts import PhoneDrafts
from bot.services.remember_shown_data import RememberShownData
from bot.services.remove_shown_data import RemoveShownData
from bot.services.send_change import SendChange
from bot.services.show_person import ShowPerson
from bot.services.sign_change import SignChange
from bot.services.sweep_shown_data import SweepShownData
from bot.services.upload_document import UploadDocument

if TYPE_CHECKING:
    from aiogram import Bot
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.cabinet_parts import CabinetParts
    from bot.domain.clock import Clock
    from bot.signing_parts import SigningParts


@dataclass(frozen=True, slots=True)
class MyDataParts:
    services: MyDataServices
    ticks: ShownDataTicks


def my_data_parts(
    engine: AsyncEngine, bot: Bot, clock: Clock, cabinet: CabinetParts, signing: SigningParts
) -> MyDataParts:
    """Return the parts, and put the change of data among what can be signed."""
    act_as, esoz = cabinet.act_as, cabinet.cabinet
    drafts = DataDraftRepository(engine, cabinet.cipher)
    changes = ChangeDrafts(drafts=drafts, clock=clock)
    desk = ChangeDesk(act_as=act_as, cabinet=esoz, drafts=changes, clock=clock)
    messages, chat = ShownDataRepository(engine), TelegramRemoval(bot)
    signing.submissions[Purpose.PERSON_REQUEST] = CompleteChange(
        act_as=act_as, cabinet=esoz, drafts=changes
    )
    phones = PhoneDrafts(drafts=drafts, clock=clock)
    services = MyDataServices(
        show_person=ShowPerson(act_as=act_as, cabinet=esoz, clock=clock),
        remember_shown_data=RememberShownData(messages=messages, clock=clock),
        remove_shown_data=RemoveShownData(messages=messages, chat=chat),
        change_phone=ChangePhone(act_as=act_as, cabinet=esoz, drafts=phones, clock=clock),
        begin_change=BeginChange(desk=desk),
        answer_change=AnswerChange(desk=desk),
        send_change=SendChange(desk=desk, cabinet=esoz),
        upload_document=UploadDocument(desk=desk, cabinet=esoz),
        sign_change=SignChange(desk=desk, cabinet=esoz, start_signing=signing.services.start),
        cancel_change=CancelChange(act_as=act_as, cabinet=esoz, drafts=changes),
    )
    sweep = SweepShownData(messages=messages, drafts=drafts, chat=chat, clock=clock)
    return MyDataParts(services=services, ticks=ShownDataTicks(sweep=sweep))
