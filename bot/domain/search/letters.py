"""What each letter sounds like, in an alphabet where both scripts and both languages meet.

One small Latin letter is one sound: h stands for г, ґ and х, j for ж, c for ц, q for ч, w for
ш and щ. So Cyrillic, КМУ 2010, ISO 9 and habits of passports give one word (reference: КМУ
resolution 55 of 2010; ISO 9:1995).
"""

from __future__ import annotations

from typing import Final

APOSTROPHES: Final = "'’ʼ‘`´ʹ′\"″“”„*ʺ"
"""Signs that stand for the Ukrainian apostrophe or a transliterated soft sign."""

CYRILLIC: Final = {
    **dict(zip("абвгґдежзиіклмнопрстуфхцчшщ", "abvhhdejziiklmnoprstufhcqww", strict=True)),
    "є": "e",
    "ё": "e",
    "э": "e",
    "ї": "i",
    "й": "i",
    "ы": "i",
    "ў": "v",
    "ъ": "i",  # the key where the Ukrainian layout has ї; no name of the directory has ъ
    "ь": "",
    "ю": "iu",
    "я": "ia",
}

LATIN: Final = {
    "shch": "w",
    "šč": "w",
    "sch": "w",
    "sh": "w",
    "sz": "w",
    "š": "w",
    "ŝ": "w",
    "ch": "q",
    "cz": "q",
    "č": "q",
    "ć": "q",
    "zh": "j",
    "ž": "j",
    "ż": "j",
    "zgh": "zh",
    "kh": "h",
    "gh": "h",
    "g": "h",
    "ts": "c",
    "tz": "c",
    "ck": "k",
    "ph": "f",
    "th": "t",
    "x": "ks",
    "q": "k",
    "w": "v",
    "y": "i",
    "j": "i",
    "ł": "l",
    "â": "ia",
    "û": "iu",
    "ê": "e",
    "ë": "e",
    "ï": "i",
    "ì": "i",
}
"""The longest match counts: зг is written zgh so that it is not ж."""

LOOKALIKES: Final = dict(zip("aceikmoptxyhb", "асеікморткунв", strict=True)) | {"x": "х"}
"""Latin letters that slip into a Cyrillic word unseen."""
