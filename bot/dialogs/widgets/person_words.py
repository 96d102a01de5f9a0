"""Fields of a person in words: what a field is called, and how its value is read."""

from __future__ import annotations

from datetime import date
from html import escape
from typing import TYPE_CHECKING

from bot.domain.cabinet.change import Question, Topic
from bot.domain.cabinet.checks import DocumentType

if TYPE_CHECKING:
    from bot.domain.cabinet import Address
    from bot.i18n import Translator


def topic_label(tr: Translator, topic: Topic) -> str:
    """Return what can be changed, as a button says it."""
    labels = {
        Topic.NAME: tr.t("my data", "Surname, name, patronymic"),
        Topic.ADDRESS: tr.t("my data", "Address"),
        Topic.DOCUMENT: tr.t("my data", "Document"),
        Topic.CONTACT_PHONE: tr.t("my data", "Phone for calls"),
        Topic.EMAIL: tr.t("my data", "E-mail"),
        Topic.EMERGENCY_CONTACT: tr.t("my data", "Whom to call in an emergency"),
        Topic.UNZR: tr.t("my data", "Demographic record number"),
        Topic.TAX_ID: tr.t("my data", "Tax number"),
        Topic.SECRET: tr.t("my data", "Secret word"),
    }
    return labels[topic]


def field_label(tr: Translator, question: Question) -> str:
    """Return the name of a field."""
    labels = {
        Question.LAST_NAME: tr.t("my data", "Surname"),
        Question.FIRST_NAME: tr.t("my data", "First name"),
        Question.SECOND_NAME: tr.t("my data", "Patronymic"),
        Question.STREET: tr.t("my data", "Street"),
        Question.BUILDING: tr.t("my data", "Building"),
        Question.APARTMENT: tr.t("my data", "Apartment"),
        Question.POSTCODE: tr.t("my data", "Postcode"),
        Question.DOCUMENT_TYPE: tr.t("my data", "Document"),
        Question.DOCUMENT_NUMBER: tr.t("my data", "Document number"),
        Question.DOCUMENT_ISSUER: tr.t("my data", "Issued by"),
        Question.DOCUMENT_ISSUED_AT: tr.t("my data", "Issued on"),
        Question.DOCUMENT_EXPIRES_ON: tr.t("my data", "Valid until"),
        Question.CONTACT_PHONE: tr.t("my data", "Phone for calls"),
        Question.EMAIL: tr.t("my data", "E-mail"),
        Question.NEAR_LAST_NAME: tr.t("my data", "Surname of the contact"),
        Question.NEAR_FIRST_NAME: tr.t("my data", "First name of the contact"),
        Question.NEAR_PHONE: tr.t("my data", "Phone of the contact"),
        Question.UNZR: tr.t("my data", "Demographic record number"),
        Question.TAX_ID: tr.t("my data", "Tax number"),
        Question.SECRET: tr.t("my data", "Secret word"),
    }
    return labels[question]


def field_value(tr: Translator, question: Question, value: str) -> str:
    """Return an answer as a person reads it; it is not escaped."""
    if not value:
        return tr.t("my data", "not given")
    if question is Question.DOCUMENT_TYPE:
        return document_name(tr, value)
    if question in {Question.DOCUMENT_ISSUED_AT, Question.DOCUMENT_EXPIRES_ON}:
        return tr.full_date(date.fromisoformat(value))
    return value


def document_name(tr: Translator, kind: str) -> str:
    """Return a kind of document by its code in the dictionary DOCUMENT_TYPE."""
    names = {
        DocumentType.NATIONAL_ID: tr.t("document", "ID card"),
        DocumentType.PASSPORT: tr.t("document", "Passport of Ukraine (booklet)"),
        DocumentType.BIRTH_CERTIFICATE: tr.t("document", "Birth certificate"),
        DocumentType.TEMPORARY_PASSPORT: tr.t("document", "Temporary citizen's certificate"),
        DocumentType.PERMANENT_RESIDENCE_PERMIT: tr.t("document", "Permanent residence permit"),
        DocumentType.TEMPORARY_CERTIFICATE: tr.t("document", "Temporary residence permit"),
        DocumentType.REFUGEE_CERTIFICATE: tr.t("document", "Refugee certificate"),
        DocumentType.COMPLEMENTARY_PROTECTION_CERTIFICATE: tr.t(
            "document", "Complementary protection certificate"
        ),
        DocumentType.NO_CITIZENSHIP_CERTIFICATE: tr.t(
            "document", "Certificate of a stateless person"
        ),
        DocumentType.FOREIGN_PASSPORT: tr.t("document", "Foreign passport"),
        DocumentType.BIRTH_CERTIFICATE_FOREIGN: tr.t("document", "Foreign birth certificate"),
        DocumentType.FOREIGN_DOCUMENT_OTHER: tr.t("document", "Other foreign document"),
    }
    capacity = {
        "LEGAL_CAPACITY_DOCUMENT": tr.t("document", "Document of legal capacity"),
        "MARRIAGE_CERTIFICATE": tr.t("document", "Marriage certificate"),
        "DIVORCE_CERTIFICATE": tr.t("document", "Divorce certificate"),
    }
    known = {name.value: label for name, label in names.items()} | capacity
    return known.get(kind) or tr.t("document", "Other document")


def address_html(tr: Translator, address: Address) -> str:
    """Return an address in one line, the largest part first."""
    apartment = tr.t("my data", "apt. {number}", number=address.apartment)
    parts = (
        *(address.zip, address.area, address.region, address.settlement),
        *(address.street, address.building),
    )
    line = [escape(part) for part in parts if part]
    return ", ".join([*line, apartment] if address.apartment else line)


def gender_name(tr: Translator, gender: str) -> str:
    names = {"MALE": tr.t("my data", "male"), "FEMALE": tr.t("my data", "female")}
    return names.get(gender, "")
