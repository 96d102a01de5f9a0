"""What every check does first: one spacing, one apostrophe, one dash, the right alphabet."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from bot.domain.cabinet.checks.faults import Fault
from bot.errors import InvalidInput

LONGEST: Final = 255
"""Signs in a field of ЕСОЗ (esoz.md §9.2)."""

_APOSTROPHES: Final = str.maketrans(dict.fromkeys("’‘ʼ`´′＇ʹ", "'"))
_DASHES: Final = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))

_LATIN: Final = "ABCEHIKMOPTXaceiopxy"
_CYRILLIC: Final = "АВСЕНІКМОРТХасеіорху"
_CYRILLIC_OF_LATIN: Final = str.maketrans(_LATIN, _CYRILLIC)
"""Letters that look alike; the capitals are ЕСОЗ's own mapping (esoz.md §9.3)."""


def tidy(text: str) -> str:
    """Return `text` with one apostrophe, one dash and single spaces; raises for nothing at all."""
    whole = unicodedata.normalize("NFC", text).translate(_APOSTROPHES).translate(_DASHES)
    visible = "".join(" " if sign.isspace() else sign for sign in whole if _is_seen(sign))
    words = " ".join(visible.split())
    if not words:
        raise InvalidInput(Fault.EMPTY)
    if len(words) > LONGEST:
        raise InvalidInput(Fault.TOO_LONG)
    return words


def cyrillic(text: str) -> str:
    """Return `text` with the Latin letters that look Cyrillic turned into those."""
    return text.translate(_CYRILLIC_OF_LATIN)


def digits(text: str) -> str:
    """Return `text` without the spaces and dashes that people put between digits."""
    return re.sub(r"[\s.\-]", "", tidy(text))


def _is_seen(sign: str) -> bool:
    """Tell whether a sign is more than a control or format mark pasted along."""
    return sign.isspace() or unicodedata.category(sign) not in {"Cc", "Cf"}
