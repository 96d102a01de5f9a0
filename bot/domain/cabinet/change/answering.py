"""Turns what was typed into the answer of a question."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from bot.domain.cabinet import checks
from bot.domain.cabinet.capacity import age_on
from bot.domain.cabinet.change.questions import Question, residence
from bot.domain.cabinet.checks import DocumentType, Fault
from bot.errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from bot.domain.cabinet.person import Address, Person, Phone

MOBILE: Final = "MOBILE"


def value_from(
    typed: str,
    question: Question,
    *,
    person: Person,
    answers: Mapping[Question, str | None],
    today: date,
) -> str:
    """Return the answer in ЕСОЗ's form; raises InvalidInput with a Fault.

    `today` is the date in Ukraine; `answers` are those of the questions before.
    """
    if question in _NAMES:
        return checks.name(typed, was=kept_value(question, person, answers))
    if question is Question.DOCUMENT_TYPE:
        return _document_type(typed, person, today)
    return _check(question, person, answers, today)(typed)


def kept_value(question: Question, person: Person, answers: Mapping[Question, str | None]) -> str:
    """Return what stands at ЕСОЗ now, "" for nothing.

    Of a document, this is the field of the one of the same kind that would be replaced.
    """
    home, near = residence(person), person.emergency_contact
    held = person.document(answers.get(Question.DOCUMENT_TYPE) or "")
    values = {
        Question.LAST_NAME: person.last_name,
        Question.FIRST_NAME: person.first_name,
        Question.SECOND_NAME: person.second_name,
        Question.CONTACT_PHONE: _mobile_of(person.phones),
        Question.EMAIL: person.email,
        Question.NEAR_LAST_NAME: near.last_name if near else "",
        Question.NEAR_FIRST_NAME: near.first_name if near else "",
        Question.NEAR_PHONE: near.phones[0].number if near and near.phones else "",
        Question.UNZR: person.unzr,
        Question.TAX_ID: person.tax_id,
        Question.SECRET: person.secret,
        Question.DOCUMENT_TYPE: held.type if held else "",
        Question.DOCUMENT_NUMBER: held.number if held else "",
        Question.DOCUMENT_ISSUER: held.issued_by if held else "",
        Question.DOCUMENT_ISSUED_AT: _iso(held.issued_at) if held else "",
        Question.DOCUMENT_EXPIRES_ON: _iso(held.expires_on) if held else "",
    }
    return values.get(question) or _address_value(question, home)


_NAMES: Final = frozenset(
    {
        Question.LAST_NAME,
        Question.FIRST_NAME,
        Question.SECOND_NAME,
        Question.NEAR_LAST_NAME,
        Question.NEAR_FIRST_NAME,
    }
)


def _check(
    question: Question,
    person: Person,
    answers: Mapping[Question, str | None],
    today: date,
) -> Callable[[str], str]:
    born_on = person.birth_date or today
    kind = DocumentType(answers.get(Question.DOCUMENT_TYPE) or DocumentType.NATIONAL_ID)
    issued = partial(checks.issue_date, today=today, born_on=born_on)
    expires = partial(checks.expiry_date, today=today)
    found: Mapping[Question, Callable[[str], str]] = {
        Question.STREET: checks.street,
        Question.BUILDING: checks.building,
        Question.APARTMENT: checks.apartment,
        Question.POSTCODE: checks.postcode,
        Question.DOCUMENT_NUMBER: partial(checks.document_number, kind=kind),
        Question.DOCUMENT_ISSUER: checks.document_issuer,
        Question.DOCUMENT_ISSUED_AT: lambda typed: issued(typed).isoformat(),
        Question.DOCUMENT_EXPIRES_ON: lambda typed: expires(typed).isoformat(),
        Question.CONTACT_PHONE: checks.mobile_phone,
        Question.EMAIL: checks.email,
        Question.NEAR_PHONE: checks.phone,
        Question.UNZR: partial(checks.unzr, born_on=born_on),
        Question.TAX_ID: checks.tax_id,
        Question.SECRET: checks.secret_word,
    }
    return found[question]


def _document_type(typed: str, person: Person, today: date) -> str:
    """Return a kind that a button named; words are not understood here."""
    years = age_on(today, person.birth_date or today)
    if typed not in checks.types_for_age(years):
        raise InvalidInput(Fault.DOCUMENT_KIND)
    return typed


def _mobile_of(phones: tuple[Phone, ...]) -> str:
    return next((held.number for held in phones if held.type == MOBILE), "")


def _address_value(question: Question, home: Address | None) -> str:
    if home is None:
        return ""
    values = {
        Question.STREET: home.street,
        Question.BUILDING: home.building,
        Question.APARTMENT: home.apartment,
        Question.POSTCODE: home.zip,
    }
    return values.get(question, "")


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
