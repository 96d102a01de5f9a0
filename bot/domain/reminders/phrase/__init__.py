"""Reads when and what from a patient's own line: Ukrainian, Russian, and both mixed."""

from bot.domain.reminders.phrase.places import place_of
from bot.domain.reminders.phrase.reader import Phrase, read_phrase, read_time

__all__ = ["Phrase", "place_of", "read_phrase", "read_time"]
