"""Why something typed cannot be used."""

from __future__ import annotations

from enum import StrEnum


class Fault(StrEnum):
    """The codes that the checks raise; every one has its sentence in the dialogs."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    TAX_ID_LENGTH = "tax_id_length"
    TAX_ID_CHECKSUM = "tax_id_checksum"
    UNZR_SHAPE = "unzr_shape"
    UNZR_BIRTH_DATE = "unzr_birth_date"
    NAME_LETTERS = "name_letters"
    NAME_ALPHABET = "name_alphabet"
    NAME_BEGINNING = "name_beginning"
    NAME_END = "name_end"
    NAME_DOUBLED_SIGN = "name_doubled_sign"
    SERIES_AND_SIX_DIGITS = "series_and_six_digits"
    NINE_DIGITS = "nine_digits"
    RESIDENCE_PERMIT_NUMBER = "residence_permit_number"
    CERTIFICATE_NUMBER = "certificate_number"
    DOCUMENT_LETTERS = "document_letters"
    DOCUMENT_LENGTH = "document_length"
    PHONE_DIGITS = "phone_digits"
    PHONE_UNKNOWN = "phone_unknown"
    PHONE_FOREIGN = "phone_foreign"
    PHONE_LANDLINE = "phone_landline"
    EMAIL_SHAPE = "email_shape"
    POSTCODE_DIGITS = "postcode_digits"
    BUILDING_BEGINNING = "building_beginning"
    BUILDING_LETTERS = "building_letters"
    STREET_LETTERS = "street_letters"
    DATE_SHAPE = "date_shape"
    DATE_YEAR = "date_year"
    DATE_NO_SUCH_DAY = "date_no_such_day"
    DATE_IN_FUTURE = "date_in_future"
    DATE_IN_PAST = "date_in_past"
    DATE_BEFORE_BIRTH = "date_before_birth"
    BORN_TOO_LONG_AGO = "born_too_long_ago"
    SECRET_LENGTH = "secret_length"  # noqa: S105 - names a fault, is no secret
    DOCUMENT_KIND = "document_kind"
    CODE_FOUR_DIGITS = "code_four_digits"
