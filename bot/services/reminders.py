"""The use cases of reminders, together; None in `Services` where the operator gave no keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.services.add_appointment import AddAppointment
    from bot.services.add_own_reminder import AddOwnReminder
    from bot.services.answer_reminder import AnswerReminder
    from bot.services.cancel_appointment import CancelAppointment
    from bot.services.change_reminder_settings import ChangeReminderSettings
    from bot.services.draft_seal import DraftSeal
    from bot.services.edit_appointment import EditAppointment
    from bot.services.list_appointments import ListAppointments
    from bot.services.look_after_people import LookAfterPeople
    from bot.services.repeat_appointment import RepeatAppointment
    from bot.services.show_told import ShowTold
    from bot.services.silence_reminders import SilenceReminders
    from bot.services.snooze_reminder import SnoozeReminder


@dataclass(frozen=True, slots=True)
class Reminders:
    add_appointment: AddAppointment
    edit_appointment: EditAppointment
    cancel_appointment: CancelAppointment
    answer: AnswerReminder
    list_appointments: ListAppointments
    repeat_appointment: RepeatAppointment
    add_own: AddOwnReminder
    snooze: SnoozeReminder
    show_told: ShowTold
    change_settings: ChangeReminderSettings
    silence: SilenceReminders
    people: LookAfterPeople
    drafts: DraftSeal
