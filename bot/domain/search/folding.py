"""Folds a written word to its sound and to its stem, where spellings of one word meet."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from bot.domain.search.letters import APOSTROPHES, CYRILLIC, LATIN, LOOKALIKES

_SHORTEST_STEM: Final = 3

_NO_APOSTROPHES: Final = str.maketrans(dict.fromkeys(APOSTROPHES, ""))
_SOUNDS: Final = str.maketrans(CYRILLIC)
_CYRILLIC_LOOKS: Final = str.maketrans(LOOKALIKES)
_WORD: Final = re.compile(r"[^\W_]+")
_CYRILLIC_LETTER: Final = re.compile("[Ѐ-ӿ]")
_LATIN_LETTER: Final = re.compile("[a-zÀ-ɏ]")
_LATIN_SOUND: Final = re.compile("|".join(sorted(LATIN, key=len, reverse=True)))

_T_AND_S: Final = re.compile("ts")  # КМУ writes тс and ц alike
_SOFT_O: Final = re.compile("ьо")
_DOUBLED: Final = re.compile(r"([a-z])\1+")
_IOTATED_E: Final = re.compile("i+e")
_SON_OF: Final = re.compile("[ieo]+viq$")  # Сергійович, Сергеевич
_DAUGHTER_OF: Final = re.compile("[ieo]+vna$")  # Сергіївна, Сергеевна
_SHORT_EI: Final = re.compile("(?<=..)ei$")  # Сергей, Сергій

_OF_OV: Final = re.compile("i?[ieo]v(?:oiu|im|om|[iauoe])?$")  # Львів, Львова, Львові, Львов
_CASE_ENDING: Final = re.compile("(?<=...)(?:omu|oho|ih|imi|im|i?ah|i?am[iy]?|[aeiou]+)$")
_CLOSED_SYLLABLE: Final = (("pil", "pol"), ("ec", "c"))  # Тернопіль, Тернополя; -ець, -ця


def written_words(text: str) -> list[str]:
    """The words of a text in small letters without apostrophes; hyphens part words."""
    plain = unicodedata.normalize("NFC", text).lower().translate(_NO_APOSTROPHES)
    return [_one_script(word) for word in _WORD.findall(unicodedata.normalize("NFC", plain))]


def sound(word: str) -> str:
    """The word as it sounds, in the alphabet of `letters`; `word` comes from `written_words`."""
    folded = _LATIN_SOUND.sub(_latin_sound, word) if _LATIN_LETTER.search(word) else word
    folded = _SOFT_O.sub("io", folded).translate(_SOUNDS)
    if not folded.isascii():
        folded = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode()
    folded = _DOUBLED.sub(r"\1", _T_AND_S.sub("c", _IOTATED_E.sub("e", folded)))
    folded = _SON_OF.sub("oviq", folded)
    folded = _DAUGHTER_OF.sub("ivna", folded)
    return _SHORT_EI.sub("i", folded)


def stem(heard: str) -> str:
    """A sound without the ending that case and gender change; digits stay as they are."""
    if len(heard) <= _SHORTEST_STEM and not heard.endswith("v"):
        return heard
    bare = _OF_OV.sub("ov", heard)
    if bare == heard:
        bare = _CASE_ENDING.sub("", heard)
    for closed, opened in _CLOSED_SYLLABLE:
        if bare.endswith(closed) and len(bare) > _SHORTEST_STEM:
            return bare[: -len(closed)] + opened
    return bare


def _one_script(word: str) -> str:
    """A Cyrillic word with Latin look-alikes in it becomes all Cyrillic."""
    if _CYRILLIC_LETTER.search(word) and _LATIN_LETTER.search(word):
        return word.translate(_CYRILLIC_LOOKS)
    return word


def _latin_sound(match: re.Match[str]) -> str:
    return LATIN[match.group()]
