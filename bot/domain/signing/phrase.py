"""Two words, the same in the chat and on the page, by which a patient knows the page."""

from __future__ import annotations

import secrets
from functools import cache
from pathlib import Path

_WORDS = Path(__file__).with_name("words.txt")


def make_phrase() -> str:
    """Return two different Ukrainian words with a dash between them."""
    first = secrets.choice(words())
    second = secrets.choice([word for word in words() if word != first])
    return f"{first}-{second}"


@cache
def words() -> tuple[str, ...]:
    """Nouns that are short, kind, and unlike each other."""
    return tuple(_WORDS.read_text("utf-8").split())
