"""How long ago each entry was checked against its source, and which are due again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.content.phone_lines import Line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bot.content.entries import Checked
    from bot.content.library import Library

DAYS_FOR_NUMBERS = 90
"""Telephone numbers and opening hours change without notice."""
DAYS_FOR_RULES = 180

_TIME_OF_DAY = re.compile(r"\b[0-9]{1,2}:[0-9]{2}\b")


def stale_entries(library: Library, today: date) -> list[str]:
    """Every entry whose check is too old, as a sentence that names it."""
    warnings = []
    for name, entry in _entries(library):
        days = (today - entry.checked_on).days
        fresh_for = _fresh_for(entry)
        if days > fresh_for:
            warnings.append(f"{name}: checked {days} days ago, due after {fresh_for}.")
    return warnings


def _entries(library: Library) -> Iterator[tuple[str, Checked]]:
    for slug, topic in library.topics.items():
        yield f"topic '{slug}'", topic
    for slug, tree in library.trees.items():
        for name, outcome in tree.outcomes.items():
            yield f"tree '{slug}', outcome '{name}'", outcome
    for name, line in library.lines.items():
        yield f"line '{name}'", line
    for name, cabinet in library.cabinets.items():
        yield f"e-cabinet '{name}'", cabinet
    yield "public holidays", library.public_holidays


def _fresh_for(entry: Checked) -> int:
    """Days: fewer for a line, and for an answer that names its hours."""
    body = getattr(entry, "body", None)
    names_hours = body is not None and _TIME_OF_DAY.search(body.uk)
    return DAYS_FOR_NUMBERS if isinstance(entry, Line) or names_hours else DAYS_FOR_RULES
