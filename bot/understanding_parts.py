"""Puts together what understands a patient's own words."""

from __future__ import annotations

from bot.content.understanding import patients_language
from bot.handlers.typed_words import labels
from bot.services.understand import Understand


def understand() -> Understand:
    """Read all phrases, which takes about a second the first time; raises BadContent."""
    language = patients_language()
    return Understand(
        vocabulary=language.vocabulary,
        index=language.index,
        same=language.same,
        labels=labels(),
    )
