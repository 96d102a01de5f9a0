"""What holds for the checks whatever is typed."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.cabinet.checks import (
    DocumentType,
    birth_date,
    building,
    document_number,
    email,
    name,
    phone,
    secret_word,
    tax_id,
    typed_date,
    unzr,
)
from bot.domain.cabinet.checks.tax_ids import is_tax_id
from bot.errors import InvalidInput

_TODAY = date(2026, 11, 25)
_CHECKS = (tax_id, name, phone, email, building, secret_word)
_TYPED = st.text() | st.from_regex(r"[А-Яа-яIXVABK0-9 .'/-]{1,14}", fullmatch=True)


@given(_TYPED)
def test_any_text_gives_a_value_or_a_refusal_and_a_value_checks_as_itself(typed: str) -> None:
    for check in _CHECKS:
        with suppress(InvalidInput):
            value = check(typed)
            assert check(value) == value


@given(_TYPED, st.sampled_from(DocumentType))
def test_document_number_checks_as_itself(typed: str, kind: DocumentType) -> None:
    with suppress(InvalidInput):
        value = document_number(typed, kind)
        assert document_number(value, kind) == value


@given(st.text())
def test_any_text_is_a_day_or_is_refused(typed: str) -> None:
    with suppress(InvalidInput):
        birth_date(typed, today=_TODAY)


@given(st.dates(min_value=date(1900, 1, 1), max_value=_TODAY))
def test_day_is_read_back_in_every_way_of_writing_it(day: date) -> None:
    for pattern in ("%d.%m.%Y", "%Y-%m-%d", "%d %m %Y", "%d%m%Y", "%d %B %Y"):
        assert typed_date(day.strftime(pattern)) == day
    assert unzr(f"{day:%Y%m%d}-00001", born_on=day)


@given(st.from_regex(r"[0-9]{9}", fullmatch=True))
def test_at_most_one_check_digit_fits(beginning: str) -> None:
    fitting = [last for last in "0123456789" if is_tax_id(beginning + last)]
    assert len(fitting) <= 1


@given(st.from_regex(r"[ABCEHIKMOPTX]{2}[0-9]{6}", fullmatch=True))
def test_passport_typed_on_a_latin_keyboard_has_a_cyrillic_series(typed: str) -> None:
    assert re.fullmatch(
        r"[А-Я]{2}[0-9]{6}|[АВСЕНІКМОРТХ]{2}[0-9]{6}",
        document_number(typed, DocumentType.PASSPORT),
    )
