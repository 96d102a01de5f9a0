"""The secret word, by which a call centre knows a person."""

from __future__ import annotations

from typing import Final

from bot.domain.cabinet.checks.faults import Fault
from bot.domain.cabinet.checks.names import name
from bot.domain.cabinet.checks.typed import tidy
from bot.errors import InvalidInput

_SHORTEST: Final = 6
_LONGEST: Final = 20


def secret_word(text: str) -> str:
    """Return 6 to 20 signs that a name could have (esoz.md §9.2); capitals stay as typed."""
    word = tidy(text)
    if not _SHORTEST <= len(word) <= _LONGEST:
        raise InvalidInput(Fault.SECRET_LENGTH)
    checked = name(word)
    return word if checked.casefold() == word.casefold() else checked
