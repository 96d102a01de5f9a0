"""Takes out of a clinic's message what must never be repeated, and what only looks like a time."""

from __future__ import annotations

import re

_LINK = re.compile(
    r"(?:https?://|www\.|t\.me/|viber://|tg://)\S+|\b[\w.-]{1,64}@[\w.-]+\b|"
    r"\b(?:[a-z0-9-]+\.)+(?:ua|com|net|org|info|me|ly|gl|app|link|health|clinic|online|site|io|co)"
    r"(?:/\S*)?(?!\w)",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"(?:\b\d{3,8}\s*[:–—-]?\s*)?\b(?:код\w*|пін|pin|otp|парол\w+|code|промокод\w*|номер\s+(?:запису|"
    r"заявки|візиту|талон\w*|замовлення|черги))\b[^\n]{0,100}?(?=[.!;](?:\s|$)|\n|$|,\s)",
    re.IGNORECASE,
)
_SIGNS = re.compile(r"[^\w\s.,:;!?'’ʼ`\"«»()/№+–—-]")  # pictures and the like
_PHONE = re.compile(
    r"(?<![\d-])(?:\+?38[\s-]?)?\(?0\d{2}\)?[\s-]?\d{3}[\s-]?\d{2}[\s-]?\d{2}(?![\d-])"
)
_SHORT_PHONE = re.compile(r"(?<!\d)0\s?800[\s-]?\d{3}[\s-]?\d{3}(?!\d)")
_OFFSET = re.compile(
    r"\bза\s+(?:\d+(?:\s*[-–]\s*\d+)?\s*)?(?:добу|день|дні|днів|годин\w*|год\.?|хвилин\w*|хв\.?|"
    r"\w+\s+(?:годин\w*|хвилин\w*|дні|днів))\s+(?:до|раніше)|"
    r"\b(?:на|не\s+раніше\s+ніж\s+за)\s+\d+(?:\s*[-–]\s*\d+)?\s*(?:хв\w*|годин\w*)\.?(?:\s+раніше)?|"
    r"\b\d+(?:\s*[-–]\s*\d+)?\s*(?:хв\w*|годин\w*)\.?\s+(?:до|раніше)|"
    r"\b\d+(?:\s*[-–]\s*\d+)?\s*годин\w*\s+(?:голод\w+|без\s+їж\w+)",
    re.IGNORECASE,
)
_OFFICE_HOURS = re.compile(
    r"(?:графік|години|час)\s+роботи[^.\n]*|працю\w+\s+[^.\n]{0,60}?\d[^.\n]*|"
    r"(?:реєстратура|кол-?центр|call-?cent\w+)[^.\n]{0,60}?\d{1,2}[:.]\d\d\s*(?:[-–—]|до)\s*"
    r"\d{1,2}[:.]\d\d|\b(?:пн|вт)\s*[-–]\s*(?:пт|сб|нд)\b[^.\n]*",
    re.IGNORECASE,
)
_PRICE = re.compile(
    r"(?:(?:вартість|ціна|стоимость)\W{0,3})?\d[\d\s]{0,10}(?:[.,]\d\d)?\s*(?:грн|uah|₴)\.?",
    re.IGNORECASE,
)


def cleaned(text: str) -> str:
    """Return `text` without links, codes, prices and pictures, line by line."""
    bare = _PRICE.sub(" ", _LINK.sub(" ", text))
    return "\n".join(
        " ".join(line.split()) for line in _CODE.sub(" ", _SIGNS.sub(" ", bare)).splitlines()
    )


def phones_of(text: str) -> list[str]:
    """Return the telephone numbers as they stand in `text`."""
    return [found[0].strip() for found in (*_PHONE.finditer(text), *_SHORT_PHONE.finditer(text))]


def without_phones(text: str) -> str:
    return _SHORT_PHONE.sub(" ", _PHONE.sub(" ", text))


def without_other_times(text: str) -> str:
    """Return `text` without «за 2 години до візиту», opening hours and telephone numbers."""
    return _OFFSET.sub(" ", _OFFICE_HOURS.sub(" ", without_phones(text)))
