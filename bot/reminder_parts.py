"""Puts the parts of reminders and of sending together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.cabinet_settings import split_keys
from bot.clients.telegram import TelegramPushes
from bot.clients.zone_map import ZoneMap
from bot.db.cipher import FernetCipher
from bot.db.repositories.appointments import AppointmentRepository
from bot.db.repositories.looked_after import LookedAfterRepository
from bot.db.repositories.patients import PatientRepository
from bot.db.repositories.reminder_queue import ReminderQueueRepository
from bot.db.repositories.reminders import ReminderRepository
from bot.db.repositories.send_budget import SendBudgetRepository
from bot.dialogs.widgets.reminder_texts import pushed
from bot.jobs.reminders import ReminderTicks
from bot.services.add_appointment import AddAppointment
from bot.services.add_own_reminder import AddOwnReminder
from bot.services.answer_own_reminder import AnswerOwnReminder
from bot.services.answer_reminder import AnswerReminder
from bot.services.cancel_appointment import CancelAppointment
from bot.services.change_reminder_settings import ChangeReminderSettings
from bot.services.draft_seal import DraftSeal
from bot.services.edit_appointment import EditAppointment
from bot.services.edit_own_reminder import EditOwnReminder
from bot.services.find_zone import FindZone
from bot.services.list_appointments import ListAppointments
from bot.services.look_after_people import LookAfterPeople
from bot.services.note_birth_date import NoteBirthDate
from bot.services.own_draft_seal import OwnDraftSeal
from bot.services.remind_of_referral import RemindOfReferral
from bot.services.reminders import Reminders
from bot.services.repeat_appointment import RepeatAppointment
from bot.services.say_reminder import SayReminder
from bot.services.send_reminders import SendReminders
from bot.services.show_told import ShowTold
from bot.services.silence_reminders import SilenceReminders
from bot.services.snooze_reminder import SnoozeReminder

if TYPE_CHECKING:
    from aiogram import Bot
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.config import Settings
    from bot.domain.clock import Clock


@dataclass(frozen=True, slots=True)
class ReminderParts:
    """`use_cases` is None without ENCRYPTION_KEYS; the budget is there for other senders too."""

    use_cases: Reminders | None
    ticks: ReminderTicks
    budget: SendBudgetRepository


def reminder_parts(
    settings: Settings, engine: AsyncEngine, bot: Bot, clock: Clock
) -> ReminderParts:
    budget = SendBudgetRepository(engine, clock, settings.messages_per_second)
    if settings.encryption_keys is None:
        return ReminderParts(None, ReminderTicks(send_reminders=None), budget)
    cipher = FernetCipher(split_keys(settings.encryption_keys))
    say = SayReminder(
        pushes=TelegramPushes(bot, pushed),
        budget=budget,
        patients=PatientRepository(engine),
        clock=clock,
    )
    queue = ReminderQueueRepository(engine, cipher)
    send = SendReminders(
        queue=queue,
        say=say,
        budget=budget,
        clock=clock,
        most_at_once=max(1, int(settings.messages_per_second / 4)),
    )
    use_cases = _use_cases(engine, cipher, clock)
    return ReminderParts(use_cases, ReminderTicks(send_reminders=send), budget)


def _use_cases(engine: AsyncEngine, cipher: FernetCipher, clock: Clock) -> Reminders:
    appointments = AppointmentRepository(engine, cipher)
    reminders = ReminderRepository(engine, cipher)
    people = LookedAfterRepository(engine, cipher)
    add = AddAppointment(appointments=appointments, reminders=reminders, clock=clock)
    return Reminders(
        add_appointment=add,
        edit_appointment=EditAppointment(
            appointments=appointments, reminders=reminders, clock=clock
        ),
        cancel_appointment=CancelAppointment(appointments=appointments, clock=clock),
        answer=AnswerReminder(appointments=appointments, reminders=reminders, clock=clock),
        list_appointments=ListAppointments(
            appointments=appointments, reminders=reminders, clock=clock
        ),
        repeat_appointment=RepeatAppointment(appointments=appointments, add=add),
        add_own=AddOwnReminder(reminders=reminders, clock=clock),
        edit_own=EditOwnReminder(reminders=reminders, clock=clock),
        answer_own=AnswerOwnReminder(reminders=reminders),
        snooze=SnoozeReminder(reminders=reminders, clock=clock),
        show_told=ShowTold(appointments=appointments, reminders=reminders),
        change_settings=ChangeReminderSettings(
            appointments=appointments, reminders=reminders, clock=clock
        ),
        silence=SilenceReminders(reminders=reminders, clock=clock),
        people=LookAfterPeople(people=people, clock=clock),
        note_birth_date=NoteBirthDate(
            people=people, appointments=appointments, reminders=reminders, add=add, clock=clock
        ),
        find_zone=FindZone(zones=ZoneMap()),
        referrals=RemindOfReferral(appointments=appointments, add=add, clock=clock),
        drafts=DraftSeal(cipher),
        own_drafts=OwnDraftSeal(cipher),
    )
