"""Numbers in words, in any case and gender: Ukrainian, Russian, and as people mix them."""

from __future__ import annotations

import re

_WORDS = {
    0: r"нуль|ноль",
    1: r"one|перш[аеиоуі]\w*|перв\w+|один|одного|одн[аеоуі]",
    2: r"two|друг[аеиоуії]\w*|втор(?:ой|ого|ую|ом|ое)|два|дві|две|двух|двох",
    3: r"three|трет\w+|три|трьох|трех|трёх",
    4: r"four|четверт[аеиоуіы]\w*|чотири|четыре",
    5: r"five|п'?ят[аеиоуіы]\w*|п'?ять",
    6: r"six|шост\w+|шест(?:ой|ого|ую|ом|ое|ь|и)|шість|шести",
    7: r"сьом\w+|седьм\w+|сім|семь|семи",
    8: r"восьм\w+|вісім|восемь",
    9: r"дев'?ят[аеиоуіы]\w*|дев'?ять",
    10: r"десят[аеиоуіы]\w*|десять",
    11: r"одинн?адц[яа]т\w+|одинад?ц[ьяа]т\w+",
    12: r"два?н?ад?ц[ьяа]т\w+|дв[аеі]нн?[ао]д?ц[ьяа]т\w+",
    13: r"тринадц[яа]т\w+",
    14: r"чотирнадцят\w+|четырнадцат\w+",
    15: r"п'?ятн?адц[яа]т\w+",
    16: r"шістнадцят\w+|шестнадцат\w+",
    17: r"сімнадцят\w+|семнадцат\w+",
    18: r"вісімнадцят\w+|восемнадцат\w+",
    19: r"дев'?ятнадц[яа]т\w+",
    20: r"двад?ц[яа]т\w+",
    30: r"тридц[яа]т\w+",
    40: r"сорок\w*",
    50: r"п'?ятдесят\w*|пятьдесят\w*",
}
_ANY = "|".join(_WORDS.values())
_TENS = "|".join(_WORDS[ten] for ten in (20, 30, 40, 50))
_ONES = "|".join(_WORDS[one] for one in range(10))
_LAST_ONE = 9

NUMERAL = rf"(?:(?:{_TENS})\s+(?:{_ONES})(?!\w)|{_ANY})"
"""A number below 60, as part of a pattern that ends at the end of a word."""
COMPOUND = rf"(?:(?:{_TENS})\s+(?:{_ONES}))"
"""One of two words."""


def value_of(said: str) -> int:
    """Return the number that `said`, found by NUMERAL, means: двадцять п'ятого is 25."""
    return sum(_value(word) for word in said.split())


def _value(word: str) -> int:
    ordered = sorted(_WORDS, reverse=True)  # п'ятнадцять before п'ят…
    return next((number for number in ordered if re.fullmatch(_WORDS[number], word)), 0)
