"""ЕСОЗ's own sentences and what each means; `reference/esoz.md` §10 has them by number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.cabinet import EsozRefusal as Why

if TYPE_CHECKING:
    from collections.abc import Iterable

_SENTENCES: tuple[tuple[str, Why], ...] = (
    ("jwt expired", Why.NONCE_EXPIRED),
    ("jwt is invalid", Why.NONCE_EXPIRED),
    ("missing allowances", Why.SCOPE_MISSING),
    ("confidant person not found or is not verified", Why.CONFIDANT_NOT_VERIFIED),
    ("party is not verified", Why.DOCTOR_NOT_VERIFIED),
    ("party is deceased", Why.DOCTOR_DECEASED),
    ("person is not verified", Why.PERSON_NOT_VERIFIED),
    ("patient is not verified", Why.PERSON_NOT_VERIFIED),
    ("must be authorized by confidant person", Why.CONFIDANT_REQUIRED),
    ("can't confirm relationship", Why.RELATIONSHIP_UNCONFIRMED),
    ("when there is unfinished person request", Why.UNFINISHED_PERSON_REQUEST),
    ("has reached the declaration limit", Why.DOCTOR_FULL),
    ("declarations and could not sign more", Why.DOCTOR_FULL),
    ("doesn't match patient's age", Why.DOCTOR_AGE_MISMATCH),
    ("invalid employee status", Why.DOCTOR_DISMISSED),
    ("must reference a doctor", Why.NOT_A_DOCTOR),
    ("speciality does not belong to a doctor", Why.WRONG_SPECIALITY),
    ("employee does not belong to legal entity", Why.DOCTOR_ELSEWHERE),
    ("division does not belong to legal entity", Why.DIVISION_ELSEWHERE),
    ("legal entity is not active", Why.FACILITY_CLOSED),
    ("invalid legal entity type", Why.FACILITY_TYPE),
    ("must have authentication method", Why.NO_AUTHENTICATION_METHOD),
    ("after added birth certificate", Why.BIRTH_CERTIFICATE_NEEDED),
    ("can't be create for person with such document type", Why.DOCUMENT_UNSUITABLE),
    ("signed_content was not present", Why.SIGNATURE_UNREADABLE),
    ("invalid signed content", Why.SIGNATURE_UNREADABLE),
    ("invalid signature", Why.SIGNATURE_INVALID),
    ("but contains 0 signatures", Why.SIGNATURE_MISSING),
    ("document must", Why.SIGNATURE_INVALID),
    ("unable to authenticate signer", Why.SIGNATURE_INVALID),
    ("digital signature timestamp is expired", Why.SIGNATURE_STALE),
    ("does not match the signer drfo", Why.SIGNER_MISMATCH),
    ("confidant person and signer must be the same", Why.SIGNER_MISMATCH),
    ("person that sign should be the same", Why.SIGNER_MISMATCH),
    ("doesn't match name from digital signature", Why.SIGNER_MISMATCH),
    ("does not match the previously created content", Why.SIGNED_OTHER_CONTENT),
    ("patient must sign declaration form", Why.CONSENT_NOT_SIGNED),
    ("expected true but got false", Why.CONSENT_NOT_SIGNED),
    ("statuses can be rejected", Why.REQUEST_CLOSED),
    ("invalid transition", Why.WRONG_STATUS),
    ("incorrect status", Why.WRONG_STATUS),
    ("declaration status is not active", Why.DECLARATION_NOT_ACTIVE),
    ("unverified phone number", Why.PHONE_UNVERIFIED),
    ("phone number is not verified", Why.PHONE_UNVERIFIED),
    ("phone number is present more than", Why.PHONE_USED_TOO_OFTEN),
    ("only third_person authentication method", Why.ONLY_CONFIDANT_METHOD),
    ("invalid verification code", Why.CODE_WRONG),
    ("maximum attempts exceed", Why.CODE_ATTEMPTS_OVER),
    ("verification code expired", Why.CODE_EXPIRED),
    ("verification not found", Why.CODE_NOT_REQUESTED),
    ("applicant user is blocked", Why.APPLICANT_BLOCKED),
    ("applicant person age", Why.APPLICANT_AGE),
    ("incorrect person age for such an action", Why.APPLICANT_AGE),
    ("applicant user not found", Why.APPLICANT_NOT_FOUND),
    ("applicant person not found", Why.APPLICANT_NOT_FOUND),
    ("confidant person relationship not found", Why.RELATIONSHIP_NOT_FOUND),
    ("such person not found", Why.PERSON_NOT_FOUND),
    ("such person doesn't exist", Why.PERSON_NOT_FOUND),
    ("person is not found", Why.PERSON_NOT_FOUND),
    ("person does not exist or is not active", Why.PERSON_NOT_FOUND),
    ("such person exists. update this person", Why.PERSON_EXISTS),
    ("such person can't be updated", Why.PERSON_TOO_DIFFERENT),
    ("birthdate or unzr is not correct", Why.UNZR_MISMATCH),
    ("user with such tax_id already exists", Why.ALREADY_REGISTERED),
)
"""Looked for in this order: a sentence that holds another stands before it."""

_ENTRIES: tuple[tuple[str, Why], ...] = (
    ("patient_signed", Why.CONSENT_NOT_SIGNED),
    ("signed_content_encoding", Why.SIGNATURE_UNREADABLE),
    ("signed_content", Why.SIGNATURE_UNREADABLE),
)
"""What a field tells where its sentence says only `is invalid` or `not allowed in enum`."""


def refusal_in(sentences: Iterable[str]) -> Why | None:
    """The first refusal that one of the sentences names."""
    for sentence in sentences:
        said = _plain(sentence)
        for part, why in _SENTENCES:
            if part in said:
                return why
    return None


def refusal_at(entries: Iterable[str]) -> Why | None:
    """The refusal that a JSON path alone tells."""
    for entry in entries:
        for name, why in _ENTRIES:
            if entry.endswith(name):
                return why
    return None


def _plain(sentence: str) -> str:
    """Small letters, single spaces, one kind of apostrophe: ЕСОЗ writes two."""
    return " ".join(sentence.replace("’", "'").lower().split())
