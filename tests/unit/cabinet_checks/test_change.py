"""What the answers of a change make of a person, and of the request to ЕСОЗ."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.cabinet import Address, Document, EmergencyContact, Person, Phone
from bot.domain.cabinet.change import (
    ChangeDraft,
    Question,
    Topic,
    changed,
    differences,
    questions_of,
    topics_for,
    update_body,
    value_from,
)
from bot.domain.cabinet.checks import DocumentType, Fault
from bot.errors import InvalidInput

TODAY = date(2026, 11, 25)
PERSON = Person(
    id="person",
    first_name="Марія",
    last_name="Шевченко",
    second_name="Петрівна",
    birth_date=date(1985, 3, 12),
    gender="FEMALE",
    tax_id="3111812345",
    documents=(
        Document("PASSPORT", "КА123456"),
        Document("LEGAL_CAPACITY_DOCUMENT", "1"),
    ),
    addresses=(
        Address(type="REGISTRATION", street="Стара", building="1"),
        Address(type="RESIDENCE", street="Нова", building="2", apartment="3"),
    ),
    phones=(Phone("LAND_LINE", "+380441234567"), Phone("MOBILE", "+380671234567")),
    emergency_contact=EmergencyContact("Іван", "Коваль", "Петрович"),
)
CARD: dict[Question, str | None] = {
    Question.DOCUMENT_TYPE: DocumentType.NATIONAL_ID.value,
    Question.DOCUMENT_NUMBER: "001234567",
    Question.DOCUMENT_ISSUER: "8036",
    Question.DOCUMENT_ISSUED_AT: "2026-10-02",
    Question.DOCUMENT_EXPIRES_ON: "2036-10-02",
}


def test_card_takes_the_place_of_the_passport_and_leaves_other_papers() -> None:
    kinds = [held.type for held in changed(PERSON, CARD).documents]
    assert kinds == ["LEGAL_CAPACITY_DOCUMENT", "NATIONAL_ID"]


def test_only_the_address_of_residence_changes() -> None:
    after = changed(PERSON, {Question.STREET: "Лісова", Question.APARTMENT: ""})
    assert after.addresses[0] == PERSON.addresses[0]
    assert (after.addresses[1].street, after.addresses[1].building) == ("Лісова", "2")
    assert not after.addresses[1].apartment


def test_mobile_phone_changes_and_the_landline_stays() -> None:
    after = changed(PERSON, {Question.CONTACT_PHONE: "+380501112233"})
    assert {held.type: held.number for held in after.phones} == {
        "MOBILE": "+380501112233",
        "LAND_LINE": "+380441234567",
    }


def test_patronymic_of_a_former_contact_is_not_given_to_the_new_one() -> None:
    after = changed(PERSON, {Question.NEAR_LAST_NAME: "Бондар", Question.NEAR_FIRST_NAME: None})
    assert after.emergency_contact == EmergencyContact("Іван", "Бондар", "")


def test_answers_that_change_nothing_are_no_differences() -> None:
    answers = {Question.LAST_NAME: "Шевченко", Question.FIRST_NAME: None}
    assert differences(PERSON, answers) == ()
    assert changed(PERSON, answers) == PERSON


def test_card_is_asked_for_with_the_record_number_where_there_is_none() -> None:
    asked = questions_of(Topic.DOCUMENT, PERSON, CARD)
    assert asked[-2:] == (Question.DOCUMENT_EXPIRES_ON, Question.UNZR)
    passport = {Question.DOCUMENT_TYPE: DocumentType.PASSPORT.value}
    assert questions_of(Topic.DOCUMENT, PERSON, passport)[-1] is Question.DOCUMENT_ISSUED_AT


def test_tax_number_that_is_set_is_not_among_what_can_be_changed() -> None:
    assert Topic.TAX_ID not in topics_for(PERSON)


@pytest.mark.parametrize("typed", ["паспорт", "BIRTH_CERTIFICATE"], ids=["words", "a child's"])
def test_kind_of_document_is_one_that_fits_the_age(typed: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        value_from(typed, Question.DOCUMENT_TYPE, person=PERSON, answers={}, today=TODAY)
    assert refusal.value.code == Fault.DOCUMENT_KIND


def test_request_holds_the_whole_person_and_nothing_empty() -> None:
    body = update_body(PERSON, TODAY)
    assert body["last_name"] == "Шевченко"
    assert "no_tax_id" not in body
    assert "email" not in body
    assert not {"id", "verification", "authentication_methods", "confidant_person"} & set(body)


@pytest.mark.parametrize(
    ("born", "is_said"),
    [
        pytest.param(date(2012, 11, 26), False, id="13 today"),
        pytest.param(date(2012, 11, 25), True, id="14 today"),
    ],
)
def test_mark_of_no_tax_number_is_not_there_under_14(born: date, *, is_said: bool) -> None:
    child = Person(id="1", first_name="Я", last_name="К", birth_date=born, has_no_tax_id=True)
    assert ("no_tax_id" in update_body(child, TODAY)) is is_said


def test_draft_goes_a_question_back_and_then_out_of_the_topic() -> None:
    draft = ChangeDraft("session").begin(Topic.NAME, PERSON)
    assert draft.step(PERSON) == (1, 3)
    draft = draft.answer(Question.LAST_NAME, "Коваль")
    assert draft.asking(PERSON) is Question.FIRST_NAME
    draft = draft.back(PERSON)
    assert draft.asking(PERSON) is Question.LAST_NAME
    assert draft.back(PERSON).topic is None


def test_answers_of_another_topic_stay() -> None:
    draft = ChangeDraft("session").begin(Topic.NAME, PERSON)
    draft = draft.answer(Question.LAST_NAME, "Коваль").begin(Topic.EMAIL, PERSON)
    assert draft.answers == {Question.LAST_NAME: "Коваль"}
