"""A child or a ward, as a confidant names them to sign in for them.

ЕСОЗ finds the ward by surname, given name (first name and patronymic) and either the РНОКПП or a
document (`reference/esoz.md` §1.4, the dummy request of the TRUSTED_PIS document).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.domain.cabinet.checks.tax_ids import is_tax_id
from bot.errors import InvalidInput

NO_NAME, NO_NUMBER, WRONG_TAX_ID = "ward_name", "ward_number", "ward_tax_id"
"""Codes of InvalidInput."""

_LOOK_ALIKE = str.maketrans("ABCEHIKMOPTX", "АВСЕНІКМОРТХ")
_TAX_ID = re.compile(r"[0-9]{10}", re.ASCII)
_ID_CARD = re.compile(r"[0-9]{9}", re.ASCII)
_PASSPORT = re.compile(r"[А-ЯҐЄІЇ]{2}[0-9]{6}")
_LEAST_NAMES = 2


@dataclass(frozen=True, slots=True, repr=False)
class Ward:
    """Exactly one of `tax_id` and `document_number` is given."""

    last_name: str
    given_name: str
    tax_id: str = ""
    document_type: str = ""
    document_number: str = field(default="")

    @property
    def full_name(self) -> str:
        return f"{self.last_name} {self.given_name}"

    def described(self) -> dict[str, object]:
        """The JSON that the confidant signs; the bytes are made of it once."""
        names: dict[str, object] = {"last_name": self.last_name, "given_name": self.given_name}
        if self.tax_id:
            return names | {"tax_id": self.tax_id}
        paper = {"type": self.document_type, "number": self.document_number}
        return names | {"document": paper}


def read_ward(text: str) -> Ward:
    """Read «Іваненко Марія Петрівна 1234567890», or the same with a document in place of it.

    Ten digits are a РНОКПП, nine an ID card, two letters and six digits a passport, anything else
    with a digit a birth certificate. Raises InvalidInput.
    """
    words = text.replace(",", " ").replace(";", " ").split()
    start = next((n for n, word in enumerate(words) if _begins_number(words, n)), len(words))
    names, number = words[:start], "".join(words[start:]).upper()
    if not number:
        raise InvalidInput(NO_NUMBER)
    if len(names) < _LEAST_NAMES or not all(map(_is_name, names)):
        raise InvalidInput(NO_NAME)
    return _identified(_capital(names[0]), " ".join(map(_capital, names[1:])), number)


def _identified(last_name: str, given_name: str, number: str) -> Ward:
    if _TAX_ID.fullmatch(number):
        if not is_tax_id(number):
            raise InvalidInput(WRONG_TAX_ID)
        return Ward(last_name, given_name, tax_id=number)
    spelled = number.translate(_LOOK_ALIKE)
    kind = "BIRTH_CERTIFICATE"
    if _ID_CARD.fullmatch(number):
        kind = "NATIONAL_ID"
    elif _PASSPORT.fullmatch(spelled):
        kind = "PASSPORT"
    return Ward(last_name, given_name, document_type=kind, document_number=spelled)


def _begins_number(words: list[str], place: int) -> bool:
    """Whether a number begins here: a word with a digit, or the series in front of one."""
    if any(sign.isdigit() for sign in words[place]):
        return True
    rest = words[place + 1 :]
    is_series = words[place].isupper() and len(words[place].replace("-", "")) <= len("VIII")
    return is_series and bool(rest) and all(any(map(str.isdigit, word)) for word in rest)


def _is_name(word: str) -> bool:
    return all(sign.isalpha() or sign in "-'’ʼ`." for sign in word)


def _capital(name: str) -> str:
    return "-".join(part[:1].upper() + part[1:].lower() for part in name.split("-"))
