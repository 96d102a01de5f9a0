"""Telephone numbers in ЕСОЗ's form, +380 and nine digits (esoz.md §9.2)."""

from __future__ import annotations

import re
from typing import Final

import phonenumbers

from bot.domain.cabinet.checks.faults import Fault
from bot.domain.cabinet.checks.typed import tidy
from bot.errors import InvalidInput

_HOME: Final = "UA"
_HOME_CODE: Final = 380
_DIGITS_AT_HOME: Final = 9
_OLD_TRUNK: Final = re.compile(r"^80(?=\d{9}$)")
"""People still write 8 (067)…, as the number was dialled before 2009."""


def phone(text: str) -> str:
    """Return a Ukrainian number as +380…; raises InvalidInput for any other."""
    return phonenumbers.format_number(_parsed(text), phonenumbers.PhoneNumberFormat.E164)


def mobile_phone(text: str) -> str:
    """Return a number that an SMS can reach; raises InvalidInput for a landline too."""
    number = _parsed(text)
    if phonenumbers.number_type(number) == phonenumbers.PhoneNumberType.FIXED_LINE:
        raise InvalidInput(Fault.PHONE_LANDLINE)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _parsed(text: str) -> phonenumbers.PhoneNumber:
    typed = re.sub(r"[\s().\-]", "", tidy(text))
    try:
        number = phonenumbers.parse(_OLD_TRUNK.sub("0", typed), _HOME)
    except phonenumbers.NumberParseException as refusal:
        raise InvalidInput(Fault.PHONE_DIGITS) from refusal
    if number.country_code != _HOME_CODE:
        raise InvalidInput(Fault.PHONE_FOREIGN)
    if len(phonenumbers.national_significant_number(number)) != _DIGITS_AT_HOME:
        raise InvalidInput(Fault.PHONE_DIGITS)
    if not phonenumbers.is_valid_number(number):
        raise InvalidInput(Fault.PHONE_UNKNOWN)
    return number
