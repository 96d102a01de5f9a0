"""The number of a document, by its kind (esoz.md §9.2)."""

from __future__ import annotations

import re
from typing import Final

from bot.domain.cabinet.checks.document_types import DocumentType
from bot.domain.cabinet.checks.faults import Fault
from bot.domain.cabinet.checks.typed import cyrillic, tidy
from bot.errors import InvalidInput

_SERIES: Final = r"[А-ЩЬЮЯҐЇІЄ]{2}"
_RUSSIAN: Final = re.compile(r"[ЫЪЭЁ]")
_SERIES_AND_SIX: Final = re.compile(rf"{_SERIES}[0-9]{{6}}")
_NINE: Final = re.compile(r"[0-9]{9}")
_PERMIT: Final = re.compile(rf"{_SERIES}[0-9]{{4,6}}|[0-9]{{9}}|{_SERIES}[0-9]{{5}}/[0-9]{{5}}")
_CERTIFICATE: Final = re.compile(r"[A-ZА-ЩЬЮЯҐЇІЄ0-9№/()\-]{2,25}")
_ROMAN: Final = r"(?:VIII|VII|III|XII|II|IV|VI|IX|XI|I|V|X)"
_BIRTH_CERTIFICATE: Final = re.compile(
    rf"(?:(?:{_ROMAN}|[0-9А-ЯІЄЇҐ]{{2,}})-?[А-ЯІЄЇҐ]{{2}})?[0-9]{{6}}"
)
_ROMAN_BEFORE_SERIES: Final = re.compile(r"^([IVXІХ]+)-?(\D{2})(\d{6})$")
_NUMBER_SIGN: Final = re.compile(r"[№N](?=[0-9])")
_LATIN_ROMAN: Final = str.maketrans("ІХ", "IX")
_LONGEST: Final = 25

_SHAPES: Final = {
    DocumentType.PASSPORT: (_SERIES_AND_SIX, Fault.SERIES_AND_SIX_DIGITS),
    DocumentType.REFUGEE_CERTIFICATE: (_SERIES_AND_SIX, Fault.SERIES_AND_SIX_DIGITS),
    DocumentType.COMPLEMENTARY_PROTECTION_CERTIFICATE: (
        _SERIES_AND_SIX,
        Fault.SERIES_AND_SIX_DIGITS,
    ),
    DocumentType.NATIONAL_ID: (_NINE, Fault.NINE_DIGITS),
    DocumentType.PERMANENT_RESIDENCE_PERMIT: (_PERMIT, Fault.RESIDENCE_PERMIT_NUMBER),
    DocumentType.TEMPORARY_CERTIFICATE: (_PERMIT, Fault.RESIDENCE_PERMIT_NUMBER),
    DocumentType.TEMPORARY_PASSPORT: (_CERTIFICATE, Fault.CERTIFICATE_NUMBER),
    DocumentType.BIRTH_CERTIFICATE: (_BIRTH_CERTIFICATE, Fault.CERTIFICATE_NUMBER),
}
"""Kinds that are not here have no published shape: length and letters are all that is checked."""


def document_number(text: str, kind: DocumentType) -> str:
    """Return a document's number in ЕСОЗ's form; raises InvalidInput with what is awaited."""
    number = tidy(text).upper().replace(" ", "")
    if kind not in _SHAPES:
        return _any_number(number)
    shape, fault = _SHAPES[kind]
    if kind is DocumentType.BIRTH_CERTIFICATE:
        return _matching(_birth_certificate(number), shape, fault)
    if kind is DocumentType.TEMPORARY_PASSPORT:
        return _matching(number, shape, fault)
    return _matching(cyrillic(number.replace("-", "").replace("№", "")), shape, fault)


def document_issuer(text: str) -> str:
    """Return who issued a document, in Cyrillic letters where the rest is; raises InvalidInput."""
    words = tidy(text)
    return words if words.isascii() else cyrillic(words)


def _birth_certificate(number: str) -> str:
    """Return `I-БК123456`: the volume in Latin, the series in Cyrillic letters, no «№»."""
    bare = _NUMBER_SIGN.sub("", number)
    if volume := _ROMAN_BEFORE_SERIES.fullmatch(bare):
        return f"{volume[1].translate(_LATIN_ROMAN)}-{cyrillic(volume[2])}{volume[3]}"
    return cyrillic(bare)


def _any_number(number: str) -> str:
    if _RUSSIAN.search(number):
        raise InvalidInput(Fault.DOCUMENT_LETTERS)
    if not re.search(r"[0-9]", number) or len(number) > _LONGEST:
        raise InvalidInput(Fault.DOCUMENT_LENGTH)
    return number


def _matching(number: str, shape: re.Pattern[str], fault: Fault) -> str:
    if _RUSSIAN.search(number):
        raise InvalidInput(Fault.DOCUMENT_LETTERS)
    if not shape.fullmatch(number):
        raise InvalidInput(fault)
    return number
