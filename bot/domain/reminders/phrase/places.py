"""Tells what a visit is about from where it is, as far as the words show it."""

from __future__ import annotations

import re

from bot.domain.reminders.phrase import words

_LEADING = re.compile(rf"^(?:(?:{words.LEADING})(?!\w)\s*|[\s,.;:!()—–-]+)", re.IGNORECASE)
_TRAILING = re.compile(r"(?:[\s,;:!(—–-]|\s(?:о|об|в|у|на|к|і|и))+$", re.IGNORECASE)
_EMPTY_BRACKETS = re.compile(r"\(\s*\)")
_HOUSE = rf"\d+[а-яіїє]?(?:/\d+)?(?!\w)(?:,?\s*{words.ROOM}\s*№?\s*\w+)*"
_NUMBERED = r"(?:№\s*\d+|\d+[-\w]*)"
_PLACES = tuple(
    re.compile(rf"(?:^|[\s,(]+)(?P<place>{body})", flags)
    for body, flags in (
        (rf"(?:(?:на|в|у)\s+)?{words.STREET}\s*(?:.+?[\s,]{_HOUSE}|.+)", re.IGNORECASE),
        (rf"(?:в|у|на|до)\s+(?:{_NUMBERED}\s+|\w+\s+)?{words.PLACE}(?!\w).*", re.IGNORECASE),
        (rf"(?:на|в|у)\s+(?=[А-ЯІЇЄҐA-Z])(?!(?i:{words.VISIT})(?!\w)).+", re.NOFLAG),
        (rf"(?:(?:в|у)\s+)?{words.ROOM}\s*№?\s*\d.*", re.IGNORECASE),
    )
)


def place_of(text: str) -> tuple[str, str]:
    """Return what and where, each empty where nothing says it."""
    flat = " ".join(_EMPTY_BRACKETS.sub(" ", text).split())
    finds = [found for pattern in _PLACES if (found := pattern.search(flat))]
    if not finds:
        return _trimmed(flat), ""
    found = min(finds, key=lambda one: one.start())
    rest = f"{flat[: found.start()]} {flat[found.end() :]}"
    return _trimmed(" ".join(rest.split())), found["place"].strip(" ,.")


def _trimmed(text: str) -> str:
    before = None
    while before != text:
        before = text
        text = _TRAILING.sub("", _LEADING.sub("", text))
    return text.strip(" ,;")
