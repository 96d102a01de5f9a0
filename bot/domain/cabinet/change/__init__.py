"""A change of personal data: what is asked, what the answers make of a person, and its draft."""

from bot.domain.cabinet.change.answering import kept_value, value_from
from bot.domain.cabinet.change.applying import Difference, changed, differences
from bot.domain.cabinet.change.body import update_body
from bot.domain.cabinet.change.draft import ChangeDraft
from bot.domain.cabinet.change.questions import (
    CLEARABLE,
    Question,
    Topic,
    questions_of,
    topics_for,
)

__all__ = [
    "CLEARABLE",
    "ChangeDraft",
    "Difference",
    "Question",
    "Topic",
    "changed",
    "differences",
    "kept_value",
    "questions_of",
    "topics_for",
    "update_body",
    "value_from",
]
