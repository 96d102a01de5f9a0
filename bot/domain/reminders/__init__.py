"""Appointments and reminders: what they are, and the rules of when to speak."""

from bot.domain.reminders.ages import age_occasion, ages_to_come, birthday
from bot.domain.reminders.appointment import (
    LONGEST_NAME,
    LONGEST_NOTE,
    LONGEST_TEXT,
    MOST_APPOINTMENTS,
    MOST_PEOPLE,
    Appointment,
    Details,
    NewAppointment,
    Person,
)
from bot.domain.reminders.due_times import due_times, next_intent, own_intent, snoozed
from bot.domain.reminders.intent import Intent, OwnReminder
from bot.domain.reminders.kinds import AppointmentStatus, Cancelled, Lead, OccasionKind, Outcome
from bot.domain.reminders.quiet_time import QuietTime
from bot.domain.reminders.recurrence import Every, Recurrence
from bot.domain.reminders.schedule import VISIT_LEADS, ReminderSettings, Schedule
from bot.domain.reminders.wall_time import (
    KYIV_ZONE,
    is_doubled,
    is_skipped,
    moment_of,
    wall_of,
    zone_of,
)

__all__ = [
    "KYIV_ZONE",
    "LONGEST_NAME",
    "LONGEST_NOTE",
    "LONGEST_TEXT",
    "MOST_APPOINTMENTS",
    "MOST_PEOPLE",
    "VISIT_LEADS",
    "Appointment",
    "AppointmentStatus",
    "Cancelled",
    "Details",
    "Every",
    "Intent",
    "Lead",
    "NewAppointment",
    "OccasionKind",
    "Outcome",
    "OwnReminder",
    "Person",
    "QuietTime",
    "Recurrence",
    "ReminderSettings",
    "Schedule",
    "age_occasion",
    "ages_to_come",
    "birthday",
    "due_times",
    "is_doubled",
    "is_skipped",
    "moment_of",
    "next_intent",
    "own_intent",
    "snoozed",
    "wall_of",
    "zone_of",
]
