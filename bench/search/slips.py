"""Spoils a rightly written line in one way, by rules of its own: nothing of the search is used."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from random import Random

_UK: Final = "йцукенгшщзхїфівапролджєячсмитьбю'.ґ"
_RU: Final = "йцукенгшщзхъфывапролджэячсмитьбюё.\\"
_EN: Final = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`/\\"
_ROWS: Final = ("йцукенгшщзхї", "фівапролджє", "ячсмитьбю")
_LETTERS: Final = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"
_PIECES: Final = re.compile(r"[\w']+|[^\w']+")
_SHORTEST_SPOILT: Final = 4

_COMMON: Final = {
    **dict(zip("абвдезіклмнопрстуф", "abvdeziklmnoprstuf", strict=True)),
    "'": "",
    "ь": "",
}
# Resolution 55 of the Cabinet of Ministers, 2010; a word's first letter differs.
_KMU: Final = _COMMON | {
    "г": "h",
    "ґ": "g",
    "є": "ie",
    "ж": "zh",
    "и": "y",
    "ї": "i",
    "й": "i",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ю": "iu",
    "я": "ia",
}
_KMU_FIRST: Final = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
# ISO 9:1995, letter for letter.
_ISO: Final = _COMMON | {
    "г": "g",
    "ґ": "g",
    "є": "ê",
    "ж": "ž",
    "и": "i",
    "і": "ì",
    "ї": "ï",
    "й": "j",
    "х": "h",
    "ц": "c",
    "ч": "č",
    "ш": "š",
    "щ": "ŝ",
    "ю": "û",
    "я": "â",
    "ь": "ʹ",
    "'": "ʼ",
}


def one_typo(line: str, random: Random) -> str:
    """One letter left out, put in, replaced, or swapped with the next.

    Words of fewer than four letters and initials are spared: nobody can tell what was meant.
    """
    at = random.choice(_places(line))
    kind: Callable[[str, int, Random], str] = random.choice(
        (_left_out, _put_in, _replaced, _swapped)
    )
    return kind(line, at, random)


def can_be_spoilt(line: str) -> bool:
    """Whether a typo in it can be told from another word at all."""
    return bool(_places(line))


def wrong_layout(line: str, random: Random) -> str:
    """The Latin layout instead of the Ukrainian, or the Russian instead of the Ukrainian."""
    typed = _EN if random.random() < 2 / 3 else _RU
    return line.translate(str.maketrans(_UK, typed))


def transliterated_kmu(line: str, _: Random) -> str:
    """As in passports since 2010."""
    return "".join(map(_kmu_word, _PIECES.findall(line)))


def transliterated_iso(line: str, _: Random) -> str:
    """ISO 9; half of the people who use it leave the marks out, which is not tried here."""
    return _spelt(line, _ISO)


def _kmu_word(word: str) -> str:
    first = _KMU_FIRST.get(word[0], _spelt(word[0], _KMU))
    return first + _spelt(word[1:].replace("зг", "zgh"), _KMU)


def _spelt(text: str, letters: Mapping[str, str]) -> str:
    return "".join(letters.get(letter, letter) for letter in text)


def _left_out(line: str, at: int, _: Random) -> str:
    return line[:at] + line[at + 1 :]


def _put_in(line: str, at: int, random: Random) -> str:
    return line[:at] + _wrong_letter(line[at], random) + line[at:]


def _replaced(line: str, at: int, random: Random) -> str:
    return line[:at] + _wrong_letter(line[at], random) + line[at + 1 :]


def _swapped(line: str, at: int, random: Random) -> str:
    """Equal neighbours, or the end of the word, give another slip instead."""
    beside = line[at : at + 2]
    if " " in beside or len(set(beside)) < len("ab"):
        return _replaced(line, at, random)
    return line[:at] + beside[::-1] + line[at + 2 :]


def _wrong_letter(letter: str, random: Random) -> str:
    """Half of the time the key beside it, else any letter but this."""
    for row in _ROWS:
        at = row.find(letter)
        if at >= 0 and random.random() < 1 / 2:
            return random.choice(row[max(at - 1, 0) : at] + row[at + 1 : at + 2])
    return random.choice(_LETTERS.replace(letter, ""))


def _places(line: str) -> list[int]:
    return [
        at
        for start, word in _words(line)
        if len(word) >= _SHORTEST_SPOILT and "." not in word
        for at in range(start, start + len(word))
    ]


def _words(line: str) -> list[tuple[int, str]]:
    found, at = [], 0
    for word in line.split(" "):
        found.append((at, word))
        at += len(word) + 1
    return found
