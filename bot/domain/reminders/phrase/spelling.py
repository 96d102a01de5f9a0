"""Mends a day's or a month's name that is one slip of the finger away."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.domain.reminders.phrase import words

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD = re.compile(r"(?P<number>\d{1,2}(?:-?го)?\s+)?(?P<word>[^\W\d_]+(?:['’ʼ`′][^\W\d_]+)*)")
_APOSTROPHES = re.compile("['’ʼ`′]")
_SHORTEST = 5


def mended(text: str) -> str:
    """Return `text` with such words as they were meant; months only behind a number."""
    return _WORD.sub(_meant, text)


def _meant(found: re.Match[str]) -> str:
    written = _APOSTROPHES.sub("", found["word"].lower())
    if len(written) < _SHORTEST or written in words.NO_SLIPS:
        return found[0]
    known = words.MONTH_WORDS if found["number"] else words.DAY_WORDS
    meant = _nearest(written, known)
    return f"{found['number'] or ''}{meant}" if meant else found[0]


def _nearest(written: str, known: Iterable[str]) -> str | None:
    return next((word for word in known if _is_one_slip(written, word)), None)


def _is_one_slip(written: str, word: str) -> bool:
    """Whether a sign is missing, one too many, another one, or two neighbours changed places."""
    short, long = sorted((written, word), key=len)
    start = next(
        (n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short)
    )
    if len(short) != len(long):
        return short[start:] == long[start + 1 :]
    is_other = short[start + 1 :] == long[start + 1 :]
    is_swap = short[start : start + 2] == long[start : start + 2][::-1]
    return short != long and (is_other or (is_swap and short[start + 2 :] == long[start + 2 :]))
