"""What the answers make of a person, and what is different then."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from bot.domain.cabinet.change.answering import MOBILE, kept_value
from bot.domain.cabinet.change.questions import Question, residence
from bot.domain.cabinet.checks.document_types import INSTEAD_OF, DocumentType
from bot.domain.cabinet.person import Document, EmergencyContact, Phone

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.domain.cabinet.person import Address, Person

    Answers = Mapping[Question, str | None]


@dataclass(frozen=True, slots=True)
class Difference:
    """One field before and after; "" is nothing."""

    question: Question
    was: str = field(repr=False)
    becomes: str = field(repr=False)


def differences(person: Person, answers: Answers) -> tuple[Difference, ...]:
    """Return what would change, in the order of the questions."""
    found = []
    for question in Question:
        given = answers.get(question)
        was = kept_value(question, person, answers)
        if given is not None and given != was:
            found.append(Difference(question, was, given))
    return tuple(found)


def changed(person: Person, answers: Answers) -> Person:
    """Return the person as they would be; None as an answer leaves the field as it is."""

    def now(question: Question) -> str:
        given = answers.get(question)
        return kept_value(question, person, answers) if given is None else given

    return replace(
        person,
        last_name=now(Question.LAST_NAME),
        first_name=now(Question.FIRST_NAME),
        second_name=now(Question.SECOND_NAME),
        email=now(Question.EMAIL),
        unzr=now(Question.UNZR),
        tax_id=now(Question.TAX_ID),
        secret=now(Question.SECRET),
        phones=_phones(person.phones, now(Question.CONTACT_PHONE)),
        addresses=tuple(_address(held, person, answers) for held in person.addresses),
        emergency_contact=_near(person, answers),
        documents=_documents(person, answers),
    )


def _phones(phones: tuple[Phone, ...], mobile: str) -> tuple[Phone, ...]:
    if not mobile:
        return phones
    if all(held.type != MOBILE for held in phones):
        return (*phones, Phone(MOBILE, mobile))
    return tuple(Phone(MOBILE, mobile) if held.type == MOBILE else held for held in phones)


def _address(held: Address, person: Person, answers: Answers) -> Address:
    if held is not residence(person):
        return held
    fields = {
        "street": answers.get(Question.STREET),
        "building": answers.get(Question.BUILDING),
        "apartment": answers.get(Question.APARTMENT),
        "zip": answers.get(Question.POSTCODE),
    }
    return replace(held, **{name: given for name, given in fields.items() if given is not None})


def _near(person: Person, answers: Answers) -> EmergencyContact | None:
    near = person.emergency_contact or EmergencyContact("", "")
    last, first = answers.get(Question.NEAR_LAST_NAME), answers.get(Question.NEAR_FIRST_NAME)
    number = answers.get(Question.NEAR_PHONE)
    if last is None and first is None and number is None:
        return person.emergency_contact
    return EmergencyContact(
        first_name=near.first_name if first is None else first,
        last_name=near.last_name if last is None else last,
        # the patronymic of the former contact is not the new one's
        second_name="" if first is not None or last is not None else near.second_name,
        phones=near.phones if number is None else (Phone(MOBILE, number),),
    )


def _documents(person: Person, answers: Answers) -> tuple[Document, ...]:
    kind = answers.get(Question.DOCUMENT_TYPE)
    if kind is None:
        return person.documents
    replaced = {kind, INSTEAD_OF.get(DocumentType(kind))}
    others = tuple(held for held in person.documents if held.type not in replaced)
    return (*others, _document(kind, answers))


def _document(kind: str, answers: Answers) -> Document:
    return Document(
        type=kind,
        number=answers.get(Question.DOCUMENT_NUMBER) or "",
        issued_by=answers.get(Question.DOCUMENT_ISSUER) or "",
        issued_at=_day(answers.get(Question.DOCUMENT_ISSUED_AT)),
        expires_on=_day(answers.get(Question.DOCUMENT_EXPIRES_ON)),
    )


def _day(given: str | None) -> date | None:
    return date.fromisoformat(given) if given else None
