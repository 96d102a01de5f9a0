"""Reads a text as if it was typed with the wrong keyboard layout."""

from __future__ import annotations

from typing import Final

_LATIN: Final = "qwertyuiop[]asdfghjkl;'zxcvbnm,./\\`"
_UKRAINIAN: Final = "йцукенгшщзхїфівапролджєячсмитьбю.ґ'"
_RUSSIAN: Final = "йцукенгшщзхъфывапролджэячсмитьбю.\\ё"
_SHIFTED: Final = str.maketrans('{}:"<>?|~', "[];',./\\`")

_TO_UKRAINIAN: Final = str.maketrans(_LATIN, _UKRAINIAN)
_TO_LATIN: Final = str.maketrans(_RUSSIAN + "їієґ", _LATIN + "]s'\\")


def as_ukrainian(text: str) -> str:
    """The text that the same keys give on the Ukrainian layout, in small letters.

    The Russian layout differs in four keys, whose letters fold to the same sounds.
    """
    return text.lower().translate(_SHIFTED).translate(_TO_UKRAINIAN)


def as_latin(text: str) -> str:
    """The text that the same keys give on the Latin layout, in small letters."""
    return text.lower().translate(_TO_LATIN)
