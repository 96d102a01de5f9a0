"""What ЕСОЗ's refusals mean in plain words: what happened, and what to do now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.widgets.esoz_signature_words import SIGNATURE_WORDS
from bot.domain.cabinet import EsozRefusal as Why

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.i18n import Translator

    Words = Callable[[Translator], str]


def refusal_text(tr: Translator, refusal: Why) -> str:
    """Return whole sentences in HTML."""
    words: Mapping[Why, Words] = {
        **_DOCTOR_WORDS,
        **_PERSON_WORDS,
        **_REQUEST_WORDS,
        **SIGNATURE_WORDS,
    }
    return words.get(refusal, _other)(tr)


def outage_text(tr: Translator) -> str:
    """Return what to say when ЕСОЗ gives no answer to a question or a change."""
    return tr.t(
        "esoz",
        "<b>The electronic health system does not answer now.</b>\n"
        "Please try again in a few minutes. If you were changing something, "
        "look first whether it is done.",
    )


def _other(tr: Translator) -> str:
    return tr.t(
        "esoz",
        "The electronic health system refused and gave no reason that I know. "
        "Nothing was changed. Try again later, or ask your doctor or the hotline.",
    )


_PERSON_WORDS: dict[Why, Words] = {
    Why.SCOPE_MISSING: lambda tr: tr.t(
        "esoz",
        "You did not allow me this when you signed in, or it is not allowed for you. "
        "You can sign in again and allow it. Under 18, only viewing is often open.",
    ),
    Why.PERSON_NOT_VERIFIED: lambda tr: tr.t(
        "esoz",
        "Your data is not confirmed in the state registers. "
        "Check it in My data, or take your documents to your family doctor.",
    ),
    Why.CONFIDANT_REQUIRED: lambda tr: tr.t(
        "esoz",
        "This may be done only by a parent or a guardian. "
        "They sign in with their own signature: My data → For a child or a ward.",
    ),
    Why.RELATIONSHIP_UNCONFIRMED: lambda tr: tr.t(
        "esoz",
        "It is not confirmed that you may act for this person. "
        "Take the birth certificate or the decision on guardianship to the family doctor.",
    ),
    Why.CONFIDANT_NOT_VERIFIED: lambda tr: tr.t(
        "esoz",
        "Your own data is not confirmed in the state registers, so you cannot act for another. "
        "Take your documents to your family doctor.",
    ),
    Why.NO_AUTHENTICATION_METHOD: lambda tr: tr.t(
        "esoz",
        "There is no phone for codes in the electronic health system. "
        "Add it in My data, or at the reception desk.",
    ),
    Why.BIRTH_CERTIFICATE_NEEDED: lambda tr: tr.t(
        "esoz",
        "The birth certificate is missing in the electronic health system. "
        "Take it to the family doctor: they will add it.",
    ),
    Why.DOCUMENT_UNSUITABLE: lambda tr: tr.t(
        "esoz",
        "The document in the electronic health system does not fit for this. "
        "Take your passport or ID card to the family doctor.",
    ),
    Why.PHONE_UNVERIFIED: lambda tr: tr.t(
        "esoz", "This phone number is not confirmed. Ask for a code and enter it."
    ),
    Why.PHONE_USED_TOO_OFTEN: lambda tr: tr.t(
        "esoz",
        "Too many people use this phone number already. Please give a number of your own.",
    ),
    Why.ONLY_CONFIDANT_METHOD: lambda tr: tr.t(
        "esoz",
        "For this person the codes go to the phone of the parent or guardian. "
        "Another number cannot be added here.",
    ),
    Why.CODE_WRONG: lambda tr: tr.t(
        "esoz", "This code is not right. Look at the newest message and enter it again."
    ),
    Why.CODE_ATTEMPTS_OVER: lambda tr: tr.t(
        "esoz", "The code was wrong three times. Ask for a new code."
    ),
    Why.CODE_EXPIRED: lambda tr: tr.t(
        "esoz", "The code is too old: it works for 5 minutes. Ask for a new one."
    ),
    Why.CODE_NOT_REQUESTED: lambda tr: tr.t(
        "esoz", "No code is expected now. Begin the change of the phone again."
    ),
    Why.CODE_TOO_OFTEN: lambda tr: tr.t(
        "esoz", "Codes were asked for too often. Wait a few minutes, then try again."
    ),
    Why.PERSON_NOT_FOUND: lambda tr: tr.t(
        "esoz",
        "The electronic health system does not know this person. "
        "If you have never had a declaration, a family doctor will register you.",
    ),
    Why.PERSON_EXISTS: lambda tr: tr.t(
        "esoz",
        "There is another person with such data in the electronic health system. "
        "Take your documents to your family doctor: they will sort it out.",
    ),
    Why.PERSON_TOO_DIFFERENT: lambda tr: tr.t(
        "esoz",
        "Too much would change at once, so the electronic health system does not take it. "
        "Take your documents to your family doctor.",
    ),
    Why.UNZR_MISMATCH: lambda tr: tr.t(
        "esoz",
        "The record number (УНЗР) does not fit the date of birth. "
        "Check it in the ID card or in Diia.",
    ),
    Why.FIELDS_INVALID: lambda tr: tr.t(
        "esoz", "Some of the data has a wrong form. Please check it and try again."
    ),
    Why.APPLICANT_BLOCKED: lambda tr: tr.t(
        "esoz",
        "The electronic health system has blocked your sign-in for others. "
        "Ask the hotline 16-77 why.",
    ),
    Why.APPLICANT_AGE: lambda tr: tr.t(
        "esoz",
        "The age does not allow this. One signs in for oneself from the age of 14. "
        "For a child under 14 a parent or a guardian signs in.",
    ),
    Why.APPLICANT_NOT_FOUND: lambda tr: tr.t(
        "esoz",
        "The electronic health system does not know the person who signed. "
        "A family doctor registers you when you make a declaration.",
    ),
    Why.RELATIONSHIP_NOT_FOUND: lambda tr: tr.t(
        "esoz",
        "The electronic health system finds no such person whom you represent. "
        "Check the name and the number. If they are right, "
        "ask the family doctor to enter you as parent or guardian.",
    ),
    Why.ALREADY_REGISTERED: lambda tr: tr.t("esoz", "You are registered already. Just sign in."),
}

_DOCTOR_WORDS: dict[Why, Words] = {
    Why.DOCTOR_FULL: lambda tr: tr.t(
        "esoz",
        "This doctor has no free places. Choose another one, or watch until a place opens.",
    ),
    Why.DOCTOR_AGE_MISMATCH: lambda tr: tr.t(
        "esoz",
        "This doctor does not see people of this age. A paediatrician is for those under 18, "
        "a therapist for adults, a family doctor for everyone.",
    ),
    Why.DOCTOR_DISMISSED: lambda tr: tr.t(
        "esoz", "This doctor no longer works there. Please choose another one."
    ),
    Why.NOT_A_DOCTOR: lambda tr: tr.t(
        "esoz", "A declaration is made only with a doctor. Please choose another one."
    ),
    Why.WRONG_SPECIALITY: lambda tr: tr.t(
        "esoz",
        "A declaration is made with a family doctor, a therapist or a paediatrician. "
        "Please choose one of them.",
    ),
    Why.DOCTOR_ELSEWHERE: lambda tr: tr.t(
        "esoz", "This doctor no longer works in this facility. Please choose again."
    ),
    Why.DIVISION_ELSEWHERE: lambda tr: tr.t(
        "esoz", "This place no longer belongs to the facility. Please choose again."
    ),
    Why.FACILITY_CLOSED: lambda tr: tr.t(
        "esoz", "This facility does not work any more. Please choose another one."
    ),
    Why.FACILITY_TYPE: lambda tr: tr.t(
        "esoz", "This facility makes no declarations. Please choose another one."
    ),
    Why.DOCTOR_NOT_VERIFIED: lambda tr: tr.t(
        "esoz",
        "The doctor's own data is not confirmed, so no declaration can be made now. "
        "Ask at the reception desk, or choose another doctor.",
    ),
    Why.DOCTOR_DECEASED: lambda tr: tr.t(
        "esoz", "This doctor no longer sees patients. Please choose another one."
    ),
}

_REQUEST_WORDS: dict[Why, Words] = {
    Why.UNFINISHED_PERSON_REQUEST: lambda tr: tr.t(
        "esoz",
        "You have an unfinished change of your data. Finish or cancel it first: My data.",
    ),
    Why.REQUEST_CLOSED: lambda tr: tr.t(
        "esoz", "This request is finished already, so it cannot be changed. Look how it stands."
    ),
    Why.WRONG_STATUS: lambda tr: tr.t(
        "esoz", "The request has moved on meanwhile. Look how it stands now."
    ),
    Why.DECLARATION_NOT_ACTIVE: lambda tr: tr.t(
        "esoz", "This declaration has ended already. There is nothing to do."
    ),
}
