"""The use cases of reminders, together; None in `Services` where the operator gave no keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
    edit_own: EditOwnReminder
    answer_own: AnswerOwnReminder
    snooze: SnoozeReminder
    show_told: ShowTold
    change_settings: ChangeReminderSettings
    silence: SilenceReminders
    people: LookAfterPeople
    note_birth_date: NoteBirthDate
    find_zone: FindZone
    drafts: DraftSeal
    own_drafts: OwnDraftSeal
    referrals: RemindOfReferral
