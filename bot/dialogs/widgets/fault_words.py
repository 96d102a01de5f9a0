"""Why something typed cannot be used, in words, and what to type instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.cabinet.checks import Fault

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.i18n import Translator


def fault_text(tr: Translator, code: str) -> str:
    """Return one or two sentences; a code that is not ours is answered in general words."""
    try:
        return _TEXTS[Fault(code)](tr)
    except ValueError:
        return tr.t("fault", "This does not fit here. Look at the example and type it again.")


_TEXTS: Mapping[Fault, Callable[[Translator], str]] = {
    Fault.EMPTY: lambda tr: tr.t("fault", "I see no text. Type it, please."),
    Fault.TOO_LONG: lambda tr: tr.t(
        "fault", "This is too long. At most 255 signs fit. Type it shorter."
    ),
    Fault.TAX_ID_LENGTH: lambda tr: tr.t(
        "fault", "A tax number has 10 digits. Count them and type it again."
    ),
    Fault.TAX_ID_CHECKSUM: lambda tr: tr.t(
        "fault",
        "There is a slip in this tax number: its last digit does not fit the others. "
        "Compare it with your document, digit by digit.",
    ),
    Fault.UNZR_SHAPE: lambda tr: tr.t(
        "fault", "This number has 8 digits, a dash and 5 digits more. It is on the ID card."
    ),
    Fault.UNZR_BIRTH_DATE: lambda tr: tr.t(
        "fault",
        "The first 8 digits must be the birth date: year, month, day. "
        "Compare the number with the ID card.",
    ),
    Fault.NAME_LETTERS: lambda tr: tr.t(
        "fault",
        "Only Ukrainian letters, a dash, an apostrophe, a dot and a slash can stand in a name. "
        "Letters of the Russian alphabet cannot.",
    ),
    Fault.NAME_ALPHABET: lambda tr: tr.t(
        "fault", "Type the name in the same letters as in your document."
    ),
    Fault.NAME_BEGINNING: lambda tr: tr.t("fault", "A name begins with a letter."),
    Fault.NAME_END: lambda tr: tr.t(
        "fault", "A name cannot end with a dash, an apostrophe or a slash."
    ),
    Fault.NAME_DOUBLED_SIGN: lambda tr: tr.t(
        "fault", "There are two equal signs in a row. Leave one of them."
    ),
    Fault.SERIES_AND_SIX_DIGITS: lambda tr: tr.t(
        "fault", "This document has two Ukrainian letters and 6 digits, for example “АБ123456”."
    ),
    Fault.NINE_DIGITS: lambda tr: tr.t(
        "fault", "An ID card has a number of 9 digits, without letters."
    ),
    Fault.RESIDENCE_PERMIT_NUMBER: lambda tr: tr.t(
        "fault",
        "This document has 9 digits, or two Ukrainian letters and 4 to 6 digits, "
        "or two letters and digits with a slash.",
    ),
    Fault.CERTIFICATE_NUMBER: lambda tr: tr.t(
        "fault", "Type the series and the number as they stand, for example “I-БК123456”."
    ),
    Fault.DOCUMENT_LETTERS: lambda tr: tr.t(
        "fault", "Letters of the Russian alphabet do not stand in these documents."
    ),
    Fault.DOCUMENT_LENGTH: lambda tr: tr.t(
        "fault", "A number has digits, and at most 25 signs. Compare it with the document."
    ),
    Fault.DOCUMENT_KIND: lambda tr: tr.t(
        "fault", "Choose the document by a button below the message."
    ),
    Fault.PHONE_DIGITS: lambda tr: tr.t(
        "fault", "A Ukrainian number has 10 digits, for example 067 123 45 67."
    ),
    Fault.PHONE_UNKNOWN: lambda tr: tr.t(
        "fault", "There is no such code of an operator or a city. Compare the number again."
    ),
    Fault.PHONE_FOREIGN: lambda tr: tr.t(
        "fault", "The health system takes only Ukrainian numbers here: they begin with +380."
    ),
    Fault.PHONE_LANDLINE: lambda tr: tr.t(
        "fault", "This is a landline: no message reaches it. Type a mobile number."
    ),
    Fault.EMAIL_SHAPE: lambda tr: tr.t(
        "fault", "This does not look like an e-mail address. An example: name@example.com."
    ),
    Fault.POSTCODE_DIGITS: lambda tr: tr.t("fault", "A postcode has 5 digits, for example 01001."),
    Fault.BUILDING_BEGINNING: lambda tr: tr.t(
        "fault", "A building begins with a digit, for example “7” or “12-А”."
    ),
    Fault.BUILDING_LETTERS: lambda tr: tr.t(
        "fault", "Only digits, Ukrainian letters, a dash and a slash can stand here."
    ),
    Fault.STREET_LETTERS: lambda tr: tr.t(
        "fault", "Type the street in Ukrainian letters and digits only."
    ),
    Fault.DATE_SHAPE: lambda tr: tr.t(
        "fault", "I did not understand the date. Type it like this: 12.03.2024."
    ),
    Fault.DATE_YEAR: lambda tr: tr.t(
        "fault", "Type the year with four digits, for example 12.03.2024."
    ),
    Fault.DATE_NO_SUCH_DAY: lambda tr: tr.t(
        "fault", "There is no such day in the calendar. Compare it with the document."
    ),
    Fault.DATE_IN_FUTURE: lambda tr: tr.t(
        "fault", "This day has not passed yet. Compare the date with the document."
    ),
    Fault.DATE_IN_PAST: lambda tr: tr.t(
        "fault",
        "This day has passed: the document is no longer valid. The health system takes only a "
        "valid one.",
    ),
    Fault.DATE_BEFORE_BIRTH: lambda tr: tr.t(
        "fault", "A document cannot be issued before the birth. Compare the date."
    ),
    Fault.BORN_TOO_LONG_AGO: lambda tr: tr.t(
        "fault", "The year of birth cannot be before 1900. Compare the date."
    ),
    Fault.SECRET_LENGTH: lambda tr: tr.t("fault", "A secret word has 6 to 20 letters."),
    Fault.CODE_FOUR_DIGITS: lambda tr: tr.t(
        "fault", "The code has 4 digits. Look at the message from the health system."
    ),
}
"""Every Fault has its words: a test holds that."""
