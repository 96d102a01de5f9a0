"""Cuts a typed line into words, in each way that the keyboard layout allows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from bot.domain.search.folding import sound, written_words
from bot.domain.search.keyboard import as_latin, as_ukrainian
from bot.domain.search.tables import filler_words

_MOST_SIGNS: Final = 200
_MOST_WORDS: Final = 10
_SHORTEST_TURNED: Final = 3
_CYRILLIC: Final = re.compile("[Ѐ-ӿ]")
_LATIN: Final = re.compile("[A-Za-zÀ-ɏ]")
_INITIALS: Final = re.compile(r"(?:[^\W\d_]{1,4}\.)*[^\W\d_]{1,4}\.?")
_INITIAL_SOUNDS: Final = re.compile("[a-z]|i[aeou]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the query; an initial stands for a first name or patronymic."""

    text: str
    is_initial: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read the line; `doubtful` are the words that another layout changes."""

    tokens: tuple[Token, ...]
    doubtful: tuple[str, ...] = ()


def readings(text: str) -> tuple[Reading, ...]:
    """The line as typed, then as it is with the other layout where that gives other words."""
    chunks = text[:_MOST_SIGNS].split()
    is_mixed = any(map(_LATIN.search, chunks))
    turned = [_turned(chunk, is_mixed=is_mixed) for chunk in chunks]
    typed = _reading(chunks, turned)
    if chunks == turned or max(map(len, chunks)) < _SHORTEST_TURNED:
        return (typed,)
    return (typed, _reading(turned, chunks))


def _turned(chunk: str, *, is_mixed: bool) -> str:
    """The chunk on the other layout; beside Latin chunks the Cyrillic ones are as meant."""
    if _CYRILLIC.search(chunk):
        return chunk if is_mixed else as_latin(chunk)
    return as_ukrainian(chunk) if _LATIN.search(chunk) else chunk


def _reading(chunks: list[str], beside: list[str]) -> Reading:
    tokens = tuple(token for chunk in chunks for token in _tokens(chunk))
    meaningful = tuple(
        token for token in tokens if token.is_initial or token.text not in filler_words()
    )
    doubtful = tuple(
        word
        for chunk, twin in zip(chunks, beside, strict=True)
        if chunk != twin
        for word in written_words(chunk)
    )
    return Reading((meaningful or tokens)[:_MOST_WORDS], doubtful)


def _tokens(chunk: str) -> list[Token]:
    """Words of a chunk; «О.П.» and a capital alone are initials, a small letter may be."""
    words = written_words(chunk)
    if not (_INITIALS.fullmatch(chunk) and all(map(_is_one_letter, words))):
        return [Token(word) for word in words]
    is_sure = len(words) > 1 or (chunk[0].isupper() and chunk.endswith("."))
    return [
        Token(word, is_initial=True) for word in words if is_sure or word not in filler_words()
    ]


def _is_one_letter(word: str) -> bool:
    """Whether it stands for one Cyrillic letter, be it written Zh or Ya."""
    return bool(_INITIAL_SOUNDS.fullmatch(sound(word)))
