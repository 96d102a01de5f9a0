"""What to type for each question, with an example."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.cabinet.change import Question
from bot.domain.cabinet.checks import DocumentType

if TYPE_CHECKING:
    from bot.i18n import Translator


def question_hint(tr: Translator, question: Question, kind: str | None) -> str:
    """Return one or two sentences; `kind` is the document that was chosen."""
    if question is Question.DOCUMENT_NUMBER:
        return _number_hint(tr, kind)
    hints = {
        Question.LAST_NAME: tr.t("question", "Type the new surname as in the passport."),
        Question.FIRST_NAME: tr.t("question", "Type the first name as in the passport."),
        Question.SECOND_NAME: tr.t("question", "Type the patronymic as in the passport."),
        Question.STREET: tr.t("question", "Type the name of the street, for example “Лісова”."),
        Question.BUILDING: tr.t("question", "Type the number, for example “12-А”."),
        Question.APARTMENT: tr.t("question", "Type the number, for example 34."),
        Question.POSTCODE: tr.t("question", "Type 5 digits, for example 01001."),
        Question.DOCUMENT_TYPE: tr.t("question", "Choose the document that you have now."),
        Question.DOCUMENT_ISSUER: tr.t(
            "question",
            "Type who issued it, as it stands there. On an ID card this is a number of 4 digits.",
        ),
        Question.DOCUMENT_ISSUED_AT: tr.t(
            "question", "Type the date of issue, for example 12.03.2024."
        ),
        Question.DOCUMENT_EXPIRES_ON: tr.t(
            "question", "Type the last day, for example 12.03.2034."
        ),
        Question.CONTACT_PHONE: tr.t(
            "question",
            "Type a mobile number, for example 067 123 45 67. "
            "The doctor calls it. Codes go to another one: see “Phone for codes”.",
        ),
        Question.EMAIL: tr.t("question", "Type the address, for example name@example.com."),
        Question.NEAR_LAST_NAME: tr.t(
            "question", "The doctor calls this person when you cannot speak. Type the surname."
        ),
        Question.NEAR_FIRST_NAME: tr.t("question", "Type the first name of this person."),
        Question.NEAR_PHONE: tr.t("question", "Type the phone, for example 067 123 45 67."),
        Question.UNZR: tr.t(
            "question",
            "Type 8 digits, a dash and 5 digits, for example 19850312-00123. "
            "It is on the ID card.",
        ),
        Question.TAX_ID: tr.t(
            "question",
            "Type 10 digits. Check them well: afterwards this number cannot be changed here.",
        ),
        Question.SECRET: tr.t(
            "question",
            "Type one word of 6 to 20 letters. "
            "It proves that it is you when you ask for help by phone.",
        ),
    }
    return hints[question]


def _number_hint(tr: Translator, kind: str | None) -> str:
    if kind == DocumentType.NATIONAL_ID:
        return tr.t("question", "Type the 9 digits of the ID card, for example 001234567.")
    if kind == DocumentType.PASSPORT:
        return tr.t("question", "Type two letters and 6 digits, for example “АБ123456”.")
    if kind == DocumentType.BIRTH_CERTIFICATE:
        return tr.t("question", "Type the series and the number, for example “I-БК123456”.")
    return tr.t("question", "Type the series and the number as they stand there.")
