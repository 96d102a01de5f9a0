"""A patient's data, verification and authentication methods as PIS answers them (esoz.md §5.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.esoz.invented import invented_id
from sandbox.esoz.person import AuthMethod
from sandbox.esoz.record import moment

if TYPE_CHECKING:
    from sandbox.esoz.pis.patient import AuthenticationMethod, Json, Patient

_CHECKS = (
    "drfo",
    "dracs_death",
    "nhs",
    "unzr",
    "mvs_passport",
    "dms_passport",
    "dracs_birth",
    "dracs_name_change",
    "legal_capacity",
)


def person_record(patient: Patient) -> Json:
    """`pis_person_response`."""
    return {**patient.data, "verification": verification_details(patient)}


def verification_details(patient: Patient) -> Json:
    """`Person_Verification_Details`: what is in order, and the check that is not."""
    details = {check: _check(patient, check) for check in _CHECKS}
    return {"verification_status": patient.verification_status, "details": details}


def _check(patient: Patient, check: str) -> Json:
    status, reason = "VERIFIED", "AUTO"
    if check == "legal_capacity":
        status, reason = "VERIFICATION_NOT_NEEDED", "AUTO_DATA_ABSENT"
    if check == "drfo" and "tax_id" not in patient.data:
        status, reason = "VERIFICATION_NOT_NEEDED", "AUTO_DATA_ABSENT"
    record: Json = {"verification_status": status, "verification_reason": reason}
    if check == "nhs" and patient.verification_status != "VERIFIED":
        record |= {
            "verification_status": patient.verification_status,
            "verification_reason": "MANUAL_NOT_CONFIRMED",
            "verification_comment": "Бракує копії документа, що посвідчує особу",
        }
    return record


def relationship_verification(patient: Patient) -> Json | None:
    """`confidant_person_relationship_verification`; None for who acts alone."""
    if patient.relationship is None:
        return None
    is_verified = patient.relationship.is_verified
    return {
        "verification_status": "VERIFIED" if is_verified else "VERIFICATION_NEEDED",
        "verification_reason": "AUTO" if is_verified else "INITIAL",
    }


def method_record(method: AuthenticationMethod, patient: Patient, third: Patient | None) -> Json:
    """`Person_auth_methods` (a third person's, an alias) or `Person_auth_methods_v2`."""
    system = invented_id("user", "system")
    record: Json = {
        "id": method.id,
        "type": method.type,
        "phone_number": method.phone_number,
        "value": method.value,
        "alias": method.alias,
        "started_at": moment(method.started_at),
        "ended_at": moment(method.ended_at) if method.ended_at else None,
        "is_active": method.is_active,
        "person_id": patient.id,
        "confidant_person": _masked(third) if third else None,
        "inserted_by": system,
        "updated_by": system,
        "inserted_at": moment(method.started_at),
        "updated_at": moment(method.ended_at or method.started_at),
    }
    return {key: value for key, value in record.items() if value is not None}


def current_method(patient: Patient, third: Patient | None) -> list[Json] | None:
    """`Authentication_Method_for_request`, the phone masked; None without an active method."""
    method = patient.method
    if method is None:
        return None
    if method.type is AuthMethod.THIRD_PERSON and third and third.method:
        method = third.method
    record: Json = {"type": method.type}
    if method.phone_number:
        record["phone_number"] = masked_phone(method.phone_number)
    return [record]


def masked_phone(number: str) -> str:
    """As `+38093*****85` (esoz.md §1.6)."""
    return f"{number[:6]}*****{number[-2:]}"


def _masked(third: Patient) -> Json:
    given = (third.data["first_name"], third.data.get("second_name"))
    initials = "".join(f"{part[0]}." for part in given if part)
    return {
        "name": f"{third.data['last_name']} {initials}",
        "phones": third.data.get("phones", []),
    }
