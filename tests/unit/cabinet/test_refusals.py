"""ЕСОЗ's answers that are no success, as errors of our own (esoz.md §10, by row)."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from bot.clients.esoz.pis.oauth_errors import declined, not_granted
from bot.clients.esoz.pis.verdict import TokenRefused, refused
from bot.dialogs.widgets.esoz_words import refusal_text
from bot.domain.cabinet import EsozRefusal, EsozRefused
from bot.errors import NotFound, Outage, Unavailable
from bot.i18n import Language, Translator

Why = EsozRefusal


def _answer(status: int, message: str, kind: str = "", **more: Any) -> httpx.Response:
    return httpx.Response(status, json={"error": {"type": kind, "message": message, **more}})


def _invalid(entry: str, description: str, params: object = ()) -> dict[str, Any]:
    rule = {"rule": "invalid", "params": params, "description": description}
    return {"invalid": [{"entry": entry, "entry_type": "json_data_property", "rules": [rule]}]}


ROWS = [
    (6, 401, "JWT expired", Why.NONCE_EXPIRED),
    (8, 403, "Your scope does not allow to access this resource. Missing allowances: app:read_pis",
     Why.SCOPE_MISSING),
    (14, 409, "Person is not verified", Why.PERSON_NOT_VERIFIED),
    (15, 403, "Access denied. Person is not verified", Why.PERSON_NOT_VERIFIED),
    (16, 409, "Request must be authorized by confidant person", Why.CONFIDANT_REQUIRED),
    (17, 409, "Can’t confirm relationship", Why.RELATIONSHIP_UNCONFIRMED),
    (18, 409, "Confidant person not found or is not verified", Why.CONFIDANT_NOT_VERIFIED),
    (19, 409, "It is prohibited to create … when there is unfinished person request",
     Why.UNFINISHED_PERSON_REQUEST),
    (20, 409, "The employee has reached the declaration limit", Why.DOCTOR_FULL),
    (21, 422, "This doctor has 1800 declarations and could not sign more", Why.DOCTOR_FULL),
    (28, 409, "Legal entity is not active", Why.FACILITY_CLOSED),
    (28, 409, "Invalid legal entity type", Why.FACILITY_TYPE),
    (29, 403, "Access denied. Party is not verified", Why.DOCTOR_NOT_VERIFIED),
    (29, 403, "Access denied. Party is deceased", Why.DOCTOR_DECEASED),
    (30, 422, "Person must have authentication method", Why.NO_AUTHENTICATION_METHOD),
    (31, 422, "For person 14years declaration request can be create after added birth certificate",
     Why.BIRTH_CERTIFICATE_NEEDED),
    (32, 422, "Declaration request can’t be create for person with such document type, need …",
     Why.DOCUMENT_UNSUITABLE),
    (34, 422, "Invalid signed content", Why.SIGNATURE_UNREADABLE),
    (36, 400, "Invalid signature", Why.SIGNATURE_INVALID),
    (37, 400, "document must be signed by 1 signer but contains 0 signatures",
     Why.SIGNATURE_MISSING),
    (38, 401, "Digital signature timestamp is expired", Why.SIGNATURE_STALE),
    (39, 422, "Does not match the signer drfo", Why.SIGNER_MISMATCH),
    (42, 403, " Only declaration request with NEW or APPROVED statuses can be rejected",
     Why.REQUEST_CLOSED),
    (43, 409, "Invalid transition", Why.WRONG_STATUS),
    (45, 422, "declaration status is not active", Why.DECLARATION_NOT_ACTIVE),
    (46, 422, "Unverified phone number", Why.PHONE_UNVERIFIED),
    (47, 422, "This phone number is present more than 5 times in the system",
     Why.PHONE_USED_TOO_OFTEN),
    (48, 409, "Only THIRD_PERSON authentication method is allowed", Why.ONLY_CONFIDANT_METHOD),
    (49, 403, "Invalid verification code", Why.CODE_WRONG),
    (50, 403, "Maximum attempts exceed", Why.CODE_ATTEMPTS_OVER),
    (51, 403, "Verification code expired", Why.CODE_EXPIRED),
    (52, 404, "Verification not found", Why.CODE_NOT_REQUESTED),
    (53, 429, "too_many_requests", Why.CODE_TOO_OFTEN),
    (54, 403, "Such person not found", Why.PERSON_NOT_FOUND),
    (55, 404, "Person is not found", Why.PERSON_NOT_FOUND),
    (56, 409, "such person exists. Update this person.", Why.PERSON_EXISTS),
    (56, 409, "such person can't be updated. New person should be created instead",
     Why.PERSON_TOO_DIFFERENT),
    (60, 401, "Applicant user is blocked.", Why.APPLICANT_BLOCKED),
    (61, 401, "Incorrect applicant person age for such an action.", Why.APPLICANT_AGE),
    (62, 404, "Confidant person relationship not found", Why.RELATIONSHIP_NOT_FOUND),
    (63, 409, "User with such tax_id already exists", Why.ALREADY_REGISTERED),
    (0, 409, "a sentence that nobody has seen yet", Why.OTHER),
]  # fmt: skip

FIELDS = [
    (22, "$.data", "Doctor speciality doesn't match patient's age", Why.DOCTOR_AGE_MISMATCH),
    (23, "$.employee_id", "Invalid employee status", Why.DOCTOR_DISMISSED),
    (24, "$.data", "Employee ID must reference a doctor.", Why.NOT_A_DOCTOR),
    (25, "$.data", "Employee's speciality does not belong to a doctor: PEDIATRICIAN, THERAPIST",
     Why.WRONG_SPECIALITY),
    (26, "$.data", "Employee does not belong to legal entity.", Why.DOCTOR_ELSEWHERE),
    (27, "$.data", "Division does not belong to legal entity.", Why.DIVISION_ELSEWHERE),
    (33, "$.signed_content", "required property signed_content was not present",
     Why.SIGNATURE_UNREADABLE),
    (35, "$.signed_content_encoding", "value is not allowed in enum", Why.SIGNATURE_UNREADABLE),
    (40, "$.content", "Signed content does not match the previously created content",
     Why.SIGNED_OTHER_CONTENT),
    (41, "$.person.patient_signed", "value is not allowed in enum", Why.CONSENT_NOT_SIGNED),
    (44, "$.status", "Incorrect status", Why.WRONG_STATUS),
    (57, "$.person.unzr", "Birthdate or unzr is not correct", Why.UNZR_MISMATCH),
    (58, "$.person.documents[0].number", "string does not match pattern", Why.FIELDS_INVALID),
]  # fmt: skip


@pytest.mark.parametrize(
    ("status", "message", "code"), [row[1:] for row in ROWS], ids=[f"{r[0]} {r[3]}" for r in ROWS]
)
def test_sentence_of_esoz_is_known(status: int, message: str, code: Why) -> None:
    error = refused(_answer(status, message), request_id="1")
    assert isinstance(error, EsozRefused)
    assert error.code is code


@pytest.mark.parametrize(
    ("entry", "description", "code"),
    [row[1:] for row in FIELDS],
    ids=[f"{row[0]} {row[3]}" for row in FIELDS],
)
@pytest.mark.parametrize("params", [[], {"values": ["base64"]}, None], ids=["list", "map", "null"])
def test_field_of_esoz_is_known(entry: str, description: str, code: Why, params: object) -> None:
    answer = _answer(422, "Validation failed.", **_invalid(entry, description, params))
    error = refused(answer, request_id="1")
    assert isinstance(error, EsozRefused)
    assert error.code is code
    assert error.fields[0].entry == entry


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        pytest.param(httpx.Response(429, text="API rate limit exceeded"), Outage.RATE_LIMIT,
                     id="11: plain text"),
        pytest.param(httpx.Response(502, json={"message": "bad gateway"}), Outage.DOWN,
                     id="70: no envelope"),
        pytest.param(httpx.Response(403, text="<html>blocked</html>"), Outage.ACCESS,
                     id="a firewall"),
        pytest.param(_answer(401, "Invalid api key"), Outage.ACCESS, id="4"),
        pytest.param(_answer(401, "API-KEY header required"), Outage.ACCESS, id="5"),
        pytest.param(_answer(403, "ACL: No matching rule was found for path /api/pis"),
                     Outage.ACCESS, id="9"),
        pytest.param(_answer(500, "Remote server internal error"), Outage.DOWN, id="70"),
        pytest.param(httpx.Response(400, text="?"), Outage.GARBAGE, id="nothing known"),
    ],
)  # fmt: skip
def test_what_is_no_refusal_is_an_outage(answer: httpx.Response, expected: Outage) -> None:
    error = refused(answer, request_id="1")
    assert isinstance(error, Unavailable)
    assert error.reason is expected


def test_record_of_another_is_not_found() -> None:
    assert isinstance(refused(_answer(404, "not found"), request_id="1"), NotFound)
    assert isinstance(refused(_answer(404, "Approval not found"), request_id="1"), NotFound)
    assert isinstance(refused(_answer(403, "Access denied"), request_id="1"), NotFound)


def test_refused_token_is_told_apart() -> None:
    assert isinstance(refused(_answer(401, "Invalid access token"), request_id="1"), TokenRefused)


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (_answer(401, "Token not found.", "invalid_grant"), Why.SIGN_IN_OUTDATED),
        (_answer(401, "Resource owner revoked access", "access_denied"), Why.SIGN_IN_OUTDATED),
        (_answer(401, "Invalid client id or secret.", "invalid_client"),
         Why.SIGN_IN_MISCONFIGURED),
        (httpx.Response(400, json={"error": "invalid_grant"}), Why.SIGN_IN_OUTDATED),
        (httpx.Response(401, json={"error": "invalid_client", "error_description": "?"}),
         Why.SIGN_IN_MISCONFIGURED),
    ],
)  # fmt: skip
def test_refused_tokens_lead_to_a_new_sign_in_or_to_the_operator(
    answer: httpx.Response, code: Why
) -> None:
    error = not_granted(answer, request_id="1")
    assert isinstance(error, EsozRefused)
    assert error.code is code


@pytest.mark.parametrize(
    ("error", "description", "code"),
    [
        ("access_denied", "The resource owner denied the request", Why.CONSENT_DECLINED),
        ("access_denied", "Incorrect person age for such an action.", Why.APPLICANT_AGE),
        ("access_denied", "Unable to authenticate signer", Why.SIGNATURE_INVALID),
        ("invalid_scope", "Scope is not allowed by client type.", Why.SIGN_IN_MISCONFIGURED),
        ("", "", Why.OTHER),
    ],
)
def test_errors_of_the_consent_page_are_known(error: str, description: str, code: Why) -> None:
    refusal = declined(error, description)
    assert isinstance(refusal, EsozRefused)
    assert refusal.code is code


def test_busy_consent_page_is_an_outage() -> None:
    assert isinstance(declined("temporarily_unavailable", ""), Unavailable)


@pytest.mark.parametrize("language", Language)
def test_every_refusal_has_words_of_its_own(language: Language) -> None:
    tr = Translator(language)
    other = refusal_text(tr, Why.OTHER)
    said = {why: refusal_text(tr, why) for why in Why if why is not Why.OTHER}
    assert [why for why, text in said.items() if text == other] == []
    assert all(text.endswith(".") for text in said.values())
