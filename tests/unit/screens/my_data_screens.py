"""The screens of «My data», with longest values where they matter."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING

from bot.dialogs.widgets import change_screens, my_data_screens, phone_screens, request_screens
from bot.domain.cabinet import (
    Acting,
    Address,
    AuthenticationMethod,
    Document,
    EmergencyContact,
    MethodType,
    Person,
    PersonRequest,
    Phone,
    Register,
    Relationship,
    RequestStatus,
    Standing,
    UploadLink,
    Verification,
    VerificationPart,
    VerificationStatus,
)
from bot.domain.cabinet.change import ChangeDraft, Question, Topic, topics_for
from bot.domain.cabinet.checks import DocumentType, Fault
from bot.domain.cabinet.phone_change import PhoneChange
from bot.i18n import Language
from bot.services.change_desk import Change
from bot.services.show_person import PersonView

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.dialogs.screen import Screen
    from bot.i18n import Translator

    Make = Callable[[Translator], Screen]

NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
TODAY = date(2026, 11, 25)
REQUEST = "0b5f1f0e-4f6f-4b57-9b43-5dc9a9b1a001"


def my_data_screens_by_name() -> Mapping[str, Make]:
    return {**_views(), **_phones(), **_changes(), **_requests()}


def _views() -> Mapping[str, Make]:
    screens = my_data_screens
    return {
        "my_data": lambda tr: screens.my_data(tr, _view(tr)),
        "my_data-read-only": lambda tr: screens.my_data(
            tr, replace(_view(tr), standing=Standing.READ_ONLY)
        ),
        "my_data-for-a-child": lambda tr: screens.my_data(tr, _of_child(tr)),
        "data_on_the_way": screens.data_on_the_way,
        "data_opened": lambda tr: screens.data_opened(tr, _view(tr)),
        "data_hidden-all": partial(screens.data_hidden, is_all_gone=True),
        "data_hidden-part": partial(screens.data_hidden, is_all_gone=False),
        "verification-unknown": lambda tr: screens.verification(
            tr, replace(_view(tr), verification=None)
        ),
        **{
            f"verification-{status.name.lower()}": partial(_verification, status=status)
            for status in VerificationStatus
        },
    }


def _verification(tr: Translator, *, status: VerificationStatus) -> Screen:
    parts = tuple(
        VerificationPart(register, status, comment=_in(tr, "Бракує <копії>", "No <copy>"))
        for register in Register
    )
    found = Verification(status, parts, Relationship(status))
    return my_data_screens.verification(tr, replace(_view(tr), verification=found))


def _phones() -> Mapping[str, Make]:
    screens = phone_screens
    return {
        "phone_now": lambda tr: screens.phone_now(tr, _view(tr)),
        "phone_now-of-others": lambda tr: screens.phone_now(tr, _of_child(tr)),
        "phone_asked": lambda tr: screens.phone_asked(tr, _acting(tr)),
        "phone_asked-again": partial(screens.phone_asked, fault=Fault.PHONE_LANDLINE),
        "code_asked": partial(screens.code_asked, change=_phone_change()),
        "code_asked-again": lambda tr: screens.code_asked(
            tr, _phone_change(), problem=screens.wrong_code(tr, _phone_change())
        ),
        "code_again": screens.code_again,
        "code_dead-old": partial(screens.code_dead, is_expired=True),
        "code_dead-tried": partial(screens.code_dead, is_expired=False),
        "phone_changed": partial(screens.phone_changed, change=_phone_change()),
        "phone_kept": screens.phone_kept,
        "phone_not_waited_for": screens.phone_not_waited_for,
    }


def _changes() -> Mapping[str, Make]:
    screens = change_screens
    return {
        "change_topics": lambda tr: screens.change_topics(
            tr, _change(tr), topics_for(_person(tr))
        ),
        "change_topics-all": lambda tr: screens.change_topics(tr, _change(tr), tuple(Topic)),
        **{f"change_question-{one.value}": partial(_question, question=one) for one in Question},
        "change_question-fault": lambda tr: screens.change_question(
            tr, _change(tr), Question.LAST_NAME, fault=Fault.NAME_LETTERS
        ),
        "change_question-noted": lambda tr: screens.change_question(
            tr, _change(tr), Question.BUILDING, taken=screens.noted(tr, _change(tr).differences[0])
        ),
        "change_summary": lambda tr: screens.change_summary(tr, _change(tr)),
        "nothing_changed": screens.nothing_changed,
        "change_dropped": screens.change_dropped,
        "draft_gone": screens.draft_gone,
        "cannot_change-read-only": partial(screens.cannot_change, standing=Standing.READ_ONLY),
        "cannot_change-child": partial(screens.cannot_change, standing=Standing.CONFIDANT_ONLY),
    }


def _question(tr: Translator, *, question: Question) -> Screen:
    topic = next(
        (topic for topic in Topic if question.value.startswith(_BEGINNINGS[topic])), Topic.NAME
    )
    draft = ChangeDraft("session", topic=topic)
    change = Change(_acting(tr), _person(tr), draft, TODAY)
    return change_screens.change_question(tr, change, question)


_BEGINNINGS = {
    Topic.NAME: ("last_name", "first_name", "second_name"),
    Topic.ADDRESS: ("street", "building", "apartment", "postcode"),
    Topic.DOCUMENT: ("document",),
    Topic.CONTACT_PHONE: ("contact",),
    Topic.EMAIL: ("email",),
    Topic.EMERGENCY_CONTACT: ("near",),
    Topic.UNZR: ("unzr",),
    Topic.TAX_ID: ("tax",),
    Topic.SECRET: ("secret",),
}


def _requests() -> Mapping[str, Make]:
    screens = request_screens
    request = PersonRequest(REQUEST, RequestStatus.NEW, inserted_at=NOW)
    return {
        "upload_wanted": lambda tr: screens.upload_wanted(tr, _waiting(tr)),
        "upload_wanted-refused": lambda tr: screens.upload_wanted(
            tr, _waiting(tr), is_refused=True
        ),
        "ready_to_sign": lambda tr: screens.ready_to_sign(tr, _waiting(tr)),
        "copies_sent": screens.copies_sent,
        "no_copies_needed": screens.no_copies_needed,
        "unfinished": lambda tr: screens.unfinished(tr, _acting(tr), request),
        "nothing_unfinished": screens.nothing_unfinished,
        "reject_question": partial(screens.reject_question, request=REQUEST.replace("-", "")),
        "rejected": screens.rejected,
    }


def _waiting(tr: Translator) -> Change:
    links = tuple(
        UploadLink(kind, "https://esoz.example/1")
        for kind in (DocumentType.NATIONAL_ID, DocumentType.PASSPORT, "SOMETHING_NEW")
    )
    draft = ChangeDraft("session", request_id=REQUEST, uploads=links)
    return Change(_acting(tr), _person(tr), draft, TODAY)


def _change(tr: Translator) -> Change:
    answers = {
        Question.LAST_NAME: _in(tr, "Коваль<", "Koval<"),
        Question.SECOND_NAME: "",
        Question.APARTMENT: "7",
        Question.DOCUMENT_TYPE: DocumentType.NATIONAL_ID.value,
        Question.DOCUMENT_NUMBER: "001234567",
        Question.DOCUMENT_ISSUER: "8036",
        Question.DOCUMENT_ISSUED_AT: "2026-10-02",
        Question.DOCUMENT_EXPIRES_ON: "2036-10-02",
    }
    draft = ChangeDraft("session", answers=answers, topic=Topic.NAME)
    return Change(_acting(tr), _person(tr), draft, TODAY)


def _phone_change() -> PhoneChange:
    return PhoneChange("session", "request", "+380671234567", "+38050*****42", 2, NOW)


def _view(tr: Translator) -> PersonView:
    return PersonView(
        acting=_acting(tr),
        person=_person(tr),
        standing=Standing.FULL,
        verification=Verification(VerificationStatus.VERIFIED),
        methods=(
            AuthenticationMethod("1", MethodType.OTP, phone="+380501234542"),
            AuthenticationMethod("2", MethodType.OFFLINE),
            AuthenticationMethod("3", MethodType.NA),
            AuthenticationMethod("4", MethodType.OTP, phone="+380500000000", is_active=False),
        ),
        unfinished=PersonRequest(REQUEST, RequestStatus.NEW),
    )


def _of_child(tr: Translator) -> PersonView:
    name = _in(tr, "Петров А.А.", "Petrov A.A.")
    return replace(
        _view(tr),
        standing=Standing.CONFIDANT_ONLY,
        methods=(AuthenticationMethod("1", MethodType.THIRD_PERSON, confidant=name),),
    )


def _acting(tr: Translator) -> Acting:
    return Acting(
        telegram_id=7,
        session_id="session",
        person_id="person",
        applicant_person_id="person",
        access_id="access",
        scope=frozenset(),
        access_token="",
        name=_in(tr, "Марія Ш.", "Mariia S."),
    )


def _person(tr: Translator) -> Person:
    phones = (Phone("MOBILE", "+380501234542"),)
    return Person(
        id="person",
        first_name=_in(tr, "Марія", "Mariia"),
        last_name=_in(tr, "Шевченко<", "Shevchenko<"),
        second_name=_in(tr, "Петрівна", "Petrivna"),
        birth_date=date(1985, 3, 12),
        birth_country=_in(tr, "Україна", "Ukraine"),
        birth_settlement=_in(tr, "Ніжин", "Nizhyn"),
        gender="FEMALE",
        email="1@2.3",
        tax_id="3111812345",
        unzr="19850312-00123",
        secret=_in(tr, "калинонька", "guelder"),
        documents=(
            Document(
                "PASSPORT", _in(tr, "КА123456", "12"), _in(tr, "Відділ", "Office"), TODAY, None
            ),
            Document("LEGAL_CAPACITY_DOCUMENT", "1", expires_on=TODAY),
            Document("SOMETHING_NEW", "1"),
        ),
        addresses=(
            Address(
                type="RESIDENCE",
                area=_in(tr, "Київська", "Kyiv"),
                settlement=_in(tr, "Бровари <", "Brovary <"),
                street=_in(tr, "Лісова", "Lisova"),
                building="12",
                apartment="34",
                zip="07400",
            ),
        ),
        phones=phones,
        emergency_contact=EmergencyContact(
            _in(tr, "Іван", "Ivan"), _in(tr, "Коваль", "Koval"), phones=phones
        ),
    )


def _in(tr: Translator, ukrainian: str, english: str) -> str:
    return ukrainian if tr.language is Language.UK else english
