"""The three digits that an operator says by telephone, as patients write them down."""

from __future__ import annotations

import re
from typing import Final

_CODE = re.compile(
    r"(?:код|тема?|тему|теми|номер|цифри|code|topic|number)?[\s:№#-]*([2-9])[\s.,-]*(\d)[\s.,-]*(\d)",
    re.IGNORECASE,
)
_DIGITS: Final = {
    word: str(digit)
    for digit, words in enumerate(
        (
            "нуль ноль zero",
            "один одна одиниця one",
            "два дві две двійка two",
            "три трійка three",
            "чотири четыре four",
            "п'ять пять five",
            "шість шесть six",
            "сім семь seven",
            "вісім восемь eight",
            "дев'ять девять nine",
        )
    )
    for word in words.split()
}


def code_in(text: str) -> str | None:
    """Return the code when a message is nothing but one: "412", «код 4 1 2», «чотири один два».

    Codes begin with 2 to 9, so 101, 102, 103, 104 and 112 are never taken for one.
    """
    line = text.strip().strip(".!?«»\"'").replace("’", "'").casefold()
    words = [word for word in re.split(r"[\s,]+", line) if word not in {"код", "code"}]
    if len(words) == len("412") and all(word in _DIGITS for word in words):
        line = "".join(_DIGITS[word] for word in words)
    found = _CODE.fullmatch(line)
    return "".join(found.groups()) if found else None
