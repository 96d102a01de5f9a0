"""Reads what a clinic wrote to its patient: that a visit is booked, moved or cancelled."""

from bot.domain.reminders.notice.kinds import kind_of
from bot.domain.reminders.notice.matching import moved_visit, visits_at
from bot.domain.reminders.notice.notice import Notice, NoticeKind
from bot.domain.reminders.notice.reader import read_notice

__all__ = ["Notice", "NoticeKind", "kind_of", "moved_visit", "read_notice", "visits_at"]
