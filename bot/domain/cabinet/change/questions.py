"""What can be changed, and the questions that it takes, one at a time."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from bot.domain.cabinet.checks import DocumentType
from bot.domain.cabinet.checks.document_types import EXPIRING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.domain.cabinet.person import Address, Person

RESIDENCE: Final = "RESIDENCE"


class Topic(StrEnum):
    """What a patient may want to change, in the order in which it is offered."""

    NAME = "name"
    ADDRESS = "addr"
    DOCUMENT = "doc"
    CONTACT_PHONE = "phone"
    EMAIL = "email"
    EMERGENCY_CONTACT = "near"
    UNZR = "unzr"
    TAX_ID = "tax"
    SECRET = "secret"  # noqa: S105 - names a topic, is no secret


class Question(StrEnum):
    """One thing asked; its answer is a text in ЕСОЗ's form, a date as YYYY-MM-DD."""

    LAST_NAME = "last_name"
    FIRST_NAME = "first_name"
    SECOND_NAME = "second_name"
    STREET = "street"
    BUILDING = "building"
    APARTMENT = "apartment"
    POSTCODE = "postcode"
    DOCUMENT_TYPE = "document_type"
    DOCUMENT_NUMBER = "document_number"
    DOCUMENT_ISSUER = "document_issuer"
    DOCUMENT_ISSUED_AT = "document_issued_at"
    DOCUMENT_EXPIRES_ON = "document_expires_on"
    CONTACT_PHONE = "contact_phone"
    EMAIL = "email"
    NEAR_LAST_NAME = "near_last_name"
    NEAR_FIRST_NAME = "near_first_name"
    NEAR_PHONE = "near_phone"
    UNZR = "unzr"
    TAX_ID = "tax_id"
    SECRET = "secret"  # noqa: S105 - names a question, is no secret


CLEARABLE: Final = frozenset({Question.SECOND_NAME, Question.APARTMENT, Question.EMAIL})
"""Fields that ЕСОЗ does not ask for: they may be left empty."""

_OF_TOPIC: Final = {
    Topic.NAME: (Question.LAST_NAME, Question.FIRST_NAME, Question.SECOND_NAME),
    Topic.ADDRESS: (
        Question.STREET,
        Question.BUILDING,
        Question.APARTMENT,
        Question.POSTCODE,
    ),
    Topic.CONTACT_PHONE: (Question.CONTACT_PHONE,),
    Topic.EMAIL: (Question.EMAIL,),
    Topic.EMERGENCY_CONTACT: (
        Question.NEAR_LAST_NAME,
        Question.NEAR_FIRST_NAME,
        Question.NEAR_PHONE,
    ),
    Topic.UNZR: (Question.UNZR,),
    Topic.TAX_ID: (Question.TAX_ID,),
    Topic.SECRET: (Question.SECRET,),
}
_DOCUMENT: Final = (
    Question.DOCUMENT_TYPE,
    Question.DOCUMENT_NUMBER,
    Question.DOCUMENT_ISSUER,
    Question.DOCUMENT_ISSUED_AT,
)


def questions_of(
    topic: Topic, person: Person, answers: Mapping[Question, str | None]
) -> tuple[Question, ...]:
    """Return the questions of a topic; those of a document depend on the kind that was chosen."""
    if topic is not Topic.DOCUMENT:
        return _OF_TOPIC[topic]
    kind = answers.get(Question.DOCUMENT_TYPE) or DocumentType.NATIONAL_ID
    expiry = (Question.DOCUMENT_EXPIRES_ON,) if kind in EXPIRING else ()
    # «unzr is mandatory for document type NATIONAL_ID» (esoz.md §9.2)
    needs_unzr = kind == DocumentType.NATIONAL_ID and not person.unzr
    return (*_DOCUMENT, *expiry, *((Question.UNZR,) if needs_unzr else ()))


def topics_for(person: Person) -> tuple[Topic, ...]:
    """Return what this person can change here.

    A tax id and the mark that there is none can be set once and never changed (esoz.md §5.2).
    """
    impossible = {
        Topic.TAX_ID: bool(person.tax_id) or person.has_no_tax_id,
        Topic.UNZR: person.birth_date is None,
        Topic.DOCUMENT: person.birth_date is None,
        Topic.ADDRESS: residence(person) is None,
    }
    return tuple(topic for topic in Topic if not impossible.get(topic, False))


def residence(person: Person) -> Address | None:
    """The address where the person lives: «one and only one» at ЕСОЗ (esoz.md §9.3)."""
    return next((held for held in person.addresses if held.type == RESIDENCE), None)
