"""Why ЕСОЗ refused what a patient wanted: a code for each refusal that a patient can meet."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.errors import NotAllowed


class EsozRefusal(StrEnum):
    """The rows of `reference/esoz.md` §10, by number; OTHER is one that has no row."""

    NONCE_EXPIRED = "nonce_expired"  # 6
    SCOPE_MISSING = "scope_missing"  # 8
    PERSON_NOT_VERIFIED = "person_not_verified"  # 14, 15
    CONFIDANT_REQUIRED = "confidant_required"  # 16
    RELATIONSHIP_UNCONFIRMED = "relationship_unconfirmed"  # 17
    CONFIDANT_NOT_VERIFIED = "confidant_not_verified"  # 18
    UNFINISHED_PERSON_REQUEST = "unfinished_person_request"  # 19
    DOCTOR_FULL = "doctor_full"  # 20, 21
    DOCTOR_AGE_MISMATCH = "doctor_age_mismatch"  # 22
    DOCTOR_DISMISSED = "doctor_dismissed"  # 23
    NOT_A_DOCTOR = "not_a_doctor"  # 24
    WRONG_SPECIALITY = "wrong_speciality"  # 25
    DOCTOR_ELSEWHERE = "doctor_elsewhere"  # 26
    DIVISION_ELSEWHERE = "division_elsewhere"  # 27
    FACILITY_CLOSED = "facility_closed"  # 28
    FACILITY_TYPE = "facility_type"  # 28
    DOCTOR_NOT_VERIFIED = "doctor_not_verified"  # 29
    DOCTOR_DECEASED = "doctor_deceased"  # 29
    NO_AUTHENTICATION_METHOD = "no_authentication_method"  # 30
    BIRTH_CERTIFICATE_NEEDED = "birth_certificate_needed"  # 31
    DOCUMENT_UNSUITABLE = "document_unsuitable"  # 32
    SIGNATURE_UNREADABLE = "signature_unreadable"  # 33, 34, 35
    SIGNATURE_INVALID = "signature_invalid"  # 36
    SIGNATURE_MISSING = "signature_missing"  # 37
    SIGNATURE_STALE = "signature_stale"  # 38
    SIGNER_MISMATCH = "signer_mismatch"  # 39
    SIGNED_OTHER_CONTENT = "signed_other_content"  # 40
    CONSENT_NOT_SIGNED = "consent_not_signed"  # 41
    REQUEST_CLOSED = "request_closed"  # 42
    WRONG_STATUS = "wrong_status"  # 43, 44
    DECLARATION_NOT_ACTIVE = "declaration_not_active"  # 45
    PHONE_UNVERIFIED = "phone_unverified"  # 46
    PHONE_USED_TOO_OFTEN = "phone_used_too_often"  # 47
    ONLY_CONFIDANT_METHOD = "only_confidant_method"  # 48
    CODE_WRONG = "code_wrong"  # 49
    CODE_ATTEMPTS_OVER = "code_attempts_over"  # 50
    CODE_EXPIRED = "code_expired"  # 51
    CODE_NOT_REQUESTED = "code_not_requested"  # 52
    CODE_TOO_OFTEN = "code_too_often"  # 53
    PERSON_NOT_FOUND = "person_not_found"  # 54, 55
    PERSON_EXISTS = "person_exists"  # 56
    PERSON_TOO_DIFFERENT = "person_too_different"  # 56
    UNZR_MISMATCH = "unzr_mismatch"  # 57
    FIELDS_INVALID = "fields_invalid"  # 58 and §9.3: see `EsozRefused.fields`
    APPLICANT_BLOCKED = "applicant_blocked"  # 60
    APPLICANT_AGE = "applicant_age"  # 61
    APPLICANT_NOT_FOUND = "applicant_not_found"  # 62
    RELATIONSHIP_NOT_FOUND = "relationship_not_found"  # 62
    ALREADY_REGISTERED = "already_registered"  # 63
    CONSENT_DECLINED = "consent_declined"  # 64
    SIGN_IN_OUTDATED = "sign_in_outdated"  # RFC 6749 invalid_grant, or a state that is not ours
    SIGN_IN_MISCONFIGURED = "sign_in_misconfigured"  # RFC 6749 invalid_client and its like
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class InvalidField:
    """A field that ЕСОЗ does not take: JSON path (`$.person.unzr`), rule, and its own words."""

    entry: str
    rule: str
    description: str = ""


class EsozRefused(NotAllowed):
    """ЕСОЗ answered, and its answer is no; nothing has changed there."""

    def __init__(self, code: EsozRefusal, fields: tuple[InvalidField, ...] = ()) -> None:
        super().__init__(code.value)
        self.code = code
        self.fields = fields
