"""What a patient types about themselves, in the form that ЕСОЗ takes, or why it cannot be."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import pytest

from bot.domain.cabinet.checks import (
    DocumentType,
    Fault,
    birth_date,
    building,
    document_number,
    email,
    expiry_date,
    issue_date,
    mobile_phone,
    name,
    one_time_code,
    phone,
    postcode,
    secret_word,
    street,
    tax_id,
    typed_date,
    types_for_age,
    unzr,
)
from bot.errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Callable

    Check = Callable[[str], object]

TODAY = date(2026, 11, 25)
BORN = date(1985, 3, 12)


def _document(kind: DocumentType) -> Check:
    return partial(document_number, kind=kind)


_unzr = partial(unzr, born_on=BORN)
_born = partial(birth_date, today=TODAY)
_issued = partial(issue_date, today=TODAY, born_on=BORN)
_expires = partial(expiry_date, today=TODAY)
_passport = _document(DocumentType.PASSPORT)
_id_card = _document(DocumentType.NATIONAL_ID)
_permit = _document(DocumentType.PERMANENT_RESIDENCE_PERMIT)
_birth_paper = _document(DocumentType.BIRTH_CERTIFICATE)
_foreign = _document(DocumentType.FOREIGN_PASSPORT)
_temporary = _document(DocumentType.TEMPORARY_PASSPORT)

TAKEN = [
    pytest.param(tax_id, "3999869394", "3999869394", id="tax-id"),
    pytest.param(tax_id, " 2659 719 350 ", "2659719350", id="tax-id-with-spaces"),
    pytest.param(_unzr, "19850312-12345", "19850312-12345", id="unzr"),
    pytest.param(_unzr, "1985 0312 12345", "19850312-12345", id="unzr-without-dash"),
    pytest.param(_passport, "КА123456", "КА123456", id="passport"),
    pytest.param(_passport, "ka 123456", "КА123456", id="passport-in-latin-look-alikes"),
    pytest.param(_passport, "КА № 123456", "КА123456", id="passport-with-number-sign"),
    pytest.param(_id_card, "001 234 567", "001234567", id="id-card"),
    pytest.param(_permit, "ОО12345/67890", "ОО12345/67890", id="permit-with-fraction"),
    pytest.param(_permit, "123456789", "123456789", id="permit-of-digits"),
    pytest.param(_permit, "тв 1234", "ТВ1234", id="permit-of-series"),
    pytest.param(_birth_paper, "I-БК 123456", "I-БК123456", id="birth-certificate"),
    pytest.param(_birth_paper, "І-БК № 123456", "I-БК123456", id="birth-volume-in-cyrillic"),
    pytest.param(_birth_paper, "iibk123456", "II-ВК123456", id="birth-certificate-all-latin"),
    pytest.param(_birth_paper, "123456", "123456", id="birth-certificate-digits"),
    pytest.param(_temporary, "ТП-123/45", "ТП-123/45", id="temporary-passport"),
    pytest.param(_foreign, "ab 1234567", "AB1234567", id="foreign-passport-stays-latin"),
    pytest.param(name, "Шевченко", "Шевченко", id="name"),
    pytest.param(name, "  марія   ", "Марія", id="name-in-small-letters"),
    pytest.param(name, "НЕЧУЙ-ЛЕВИЦЬКИЙ", "Нечуй-Левицький", id="name-in-capitals"),
    pytest.param(name, "дар’я", "Дар'я", id="name-with-apostrophe"),
    pytest.param(name, "Iван", "Іван", id="name-with-one-latin-letter"),
    pytest.param(name, "Огли Мамед-заде", "Огли Мамед-заде", id="name-of-two-words"),
    pytest.param(partial(name, was="Smith"), "Jones", "Jones", id="name-latin-at-esoz"),
    pytest.param(phone, "044 123 45 67", "+380441234567", id="landline"),
    pytest.param(mobile_phone, "(067) 123-45-67", "+380671234567", id="mobile"),
    pytest.param(mobile_phone, "8 067 123 45 67", "+380671234567", id="mobile-with-old-eight"),
    pytest.param(mobile_phone, "380671234567", "+380671234567", id="mobile-without-plus"),
    pytest.param(mobile_phone, "+38 067 123 45 67", "+380671234567", id="mobile-whole"),
    pytest.param(email, "oksana.k+1@ukr.net", "oksana.k+1@ukr.net", id="email"),
    pytest.param(postcode, "01 001", "01001", id="postcode"),
    pytest.param(building, "12", "12", id="building"),
    pytest.param(building, "7-A", "7-А", id="building-latin-letter"),
    pytest.param(building, "3/5 корп 2", "3/5 корп 2", id="building-with-block"),
    pytest.param(street, "8-го Березня", "8-го Березня", id="street"),
    pytest.param(typed_date, "12.03.1985", BORN, id="date-in-digits"),
    pytest.param(typed_date, "12 березня 1985 року", BORN, id="date-in-words"),
    pytest.param(typed_date, "12 березень 1985р.", BORN, id="date-nominative"),
    pytest.param(typed_date, "12 марта 1985", BORN, id="date-in-russian"),
    pytest.param(typed_date, "12 March 1985", BORN, id="date-in-english"),
    pytest.param(typed_date, "1985-03-12", BORN, id="date-iso"),
    pytest.param(typed_date, "12/3/1985", BORN, id="date-with-slashes"),
    pytest.param(typed_date, "12 03 1985", BORN, id="date-with-spaces"),
    pytest.param(typed_date, "12031985", BORN, id="date-together"),
    pytest.param(_issued, "24.11.2026", date(2026, 11, 24), id="issued-yesterday"),
    pytest.param(_expires, "26.11.2026", date(2026, 11, 26), id="expires-tomorrow"),
    pytest.param(secret_word, "калинонька", "калинонька", id="secret-word"),
    pytest.param(one_time_code, "0 123", "0123", id="code-with-leading-zero"),
]

REFUSED = [
    pytest.param(tax_id, "  \u200b ", Fault.EMPTY, id="nothing"),
    pytest.param(name, "а" * 256, Fault.TOO_LONG, id="too-long"),
    pytest.param(tax_id, "399986939", Fault.TAX_ID_LENGTH, id="tax-id-nine-digits"),
    pytest.param(tax_id, "3126509816", Fault.TAX_ID_CHECKSUM, id="tax-id-checksum"),
    pytest.param(tax_id, "9000000002", Fault.TAX_ID_CHECKSUM, id="tax-id-negative-sum"),
    pytest.param(tax_id, "0000000000", Fault.TAX_ID_CHECKSUM, id="tax-id-of-zeros"),
    pytest.param(_unzr, "1985031212", Fault.UNZR_SHAPE, id="unzr-short"),
    pytest.param(_unzr, "19860312-12345", Fault.UNZR_BIRTH_DATE, id="unzr-of-another-day"),
    pytest.param(_passport, "КА12345", Fault.SERIES_AND_SIX_DIGITS, id="passport-short"),
    pytest.param(_passport, "ЫЫ123456", Fault.DOCUMENT_LETTERS, id="passport-russian-letters"),
    pytest.param(_passport, "ZZ123456", Fault.SERIES_AND_SIX_DIGITS, id="passport-latin-letters"),
    pytest.param(_id_card, "КА1234567", Fault.NINE_DIGITS, id="id-card-with-letters"),
    pytest.param(_permit, "ТВ123", Fault.RESIDENCE_PERMIT_NUMBER, id="permit-short"),
    pytest.param(_birth_paper, "I-БК12345", Fault.CERTIFICATE_NUMBER, id="birth-short"),
    pytest.param(_temporary, "№*№", Fault.CERTIFICATE_NUMBER, id="temporary-odd-signs"),
    pytest.param(_foreign, "ABCDEF", Fault.DOCUMENT_LENGTH, id="foreign-without-digits"),
    pytest.param(_foreign, "Ы1", Fault.DOCUMENT_LETTERS, id="foreign-russian-letters"),
    pytest.param(name, "Smith", Fault.NAME_ALPHABET, id="name-in-latin"),
    pytest.param(partial(name, was="Smith"), "Шев", Fault.NAME_ALPHABET, id="name-not-latin"),
    pytest.param(name, "Алёна", Fault.NAME_LETTERS, id="name-russian-letter"),
    pytest.param(name, "Марія2", Fault.NAME_LETTERS, id="name-with-digit"),
    pytest.param(name, "-Марія", Fault.NAME_BEGINNING, id="name-begins-with-dash"),
    pytest.param(name, "Марія-", Fault.NAME_END, id="name-ends-with-dash"),
    pytest.param(name, "Анна--Марія", Fault.NAME_DOUBLED_SIGN, id="name-two-dashes"),
    pytest.param(phone, "подзвоніть", Fault.PHONE_DIGITS, id="phone-of-words"),
    pytest.param(phone, "067 123", Fault.PHONE_DIGITS, id="phone-short"),
    pytest.param(phone, "011 123 45 67", Fault.PHONE_UNKNOWN, id="phone-code-unknown"),
    pytest.param(phone, "+48 501 234 567", Fault.PHONE_FOREIGN, id="phone-polish"),
    pytest.param(mobile_phone, "044 123 45 67", Fault.PHONE_LANDLINE, id="sms-to-landline"),
    pytest.param(email, "oksana@ukr", Fault.EMAIL_SHAPE, id="email-without-domain"),
    pytest.param(email, "оксана@ukr.net", Fault.EMAIL_SHAPE, id="email-cyrillic"),
    pytest.param(postcode, "1001", Fault.POSTCODE_DIGITS, id="postcode-short"),
    pytest.param(building, "б. 7", Fault.BUILDING_BEGINNING, id="building-letter-first"),
    pytest.param(building, "7 ы", Fault.BUILDING_LETTERS, id="building-russian-letter"),
    pytest.param(street, "Крещатик ы", Fault.STREET_LETTERS, id="street-russian-letter"),
    pytest.param(typed_date, "12.03.85", Fault.DATE_YEAR, id="date-short-year"),
    pytest.param(typed_date, "12 березня 85", Fault.DATE_YEAR, id="date-short-year-in-words"),
    pytest.param(typed_date, "у вівторок", Fault.DATE_SHAPE, id="date-weekday"),
    pytest.param(typed_date, "12 ого 1985", Fault.DATE_SHAPE, id="date-no-month"),
    pytest.param(typed_date, "30.02.1985", Fault.DATE_NO_SUCH_DAY, id="date-30-february"),
    pytest.param(_born, "26.11.2026", Fault.DATE_IN_FUTURE, id="born-tomorrow"),
    pytest.param(_born, "31.12.1899", Fault.BORN_TOO_LONG_AGO, id="born-before-1900"),
    pytest.param(_issued, "25.11.2026", Fault.DATE_IN_FUTURE, id="issued-today"),
    pytest.param(_issued, "12.03.1985", Fault.DATE_BEFORE_BIRTH, id="issued-at-birth"),
    pytest.param(_expires, "25.11.2026", Fault.DATE_IN_PAST, id="expires-today"),
    pytest.param(secret_word, "кіт", Fault.SECRET_LENGTH, id="secret-short"),
    pytest.param(secret_word, "калина7", Fault.NAME_LETTERS, id="secret-with-digit"),
    pytest.param(one_time_code, "12345", Fault.CODE_FOUR_DIGITS, id="code-of-five"),
]


@pytest.mark.parametrize(("check", "typed", "value"), TAKEN)
def test_typed_value_is_brought_to_the_form_of_esoz(
    check: Check, typed: str, value: object
) -> None:
    assert check(typed) == value


@pytest.mark.parametrize(("check", "typed", "fault"), REFUSED)
def test_wrong_value_is_refused_with_its_reason(check: Check, typed: str, fault: Fault) -> None:
    with pytest.raises(InvalidInput) as refusal:
        check(typed)
    assert refusal.value.code == fault


def test_every_fault_is_met_by_a_case() -> None:
    met = {case.values[2] for case in REFUSED}
    assert met == set(Fault) - {Fault.DOCUMENT_KIND}, "a kind is chosen by a button: test_change"


def test_child_has_other_documents_than_a_teenager() -> None:
    assert not set(types_for_age(13)) & set(types_for_age(14))
    assert set(types_for_age(13)) | set(types_for_age(14)) == set(DocumentType)
