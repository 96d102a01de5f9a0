"""The checks of a new declaration request, in ЕСОЗ's order (esoz.md §4.6 to §4.8)."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from sandbox.directory.specialities import DECLARATION_LIMITS
from sandbox.esoz import answers
from sandbox.esoz.answers import EsozError
from sandbox.esoz.bodies import wrong_body
from sandbox.esoz.pis.acting import check_is_represented
from sandbox.esoz.pis.patient import MAJORITY, SELF_SIGN_IN_AGE

if TYPE_CHECKING:
    from datetime import date

    from sandbox.esoz.pis.gate import Call
    from sandbox.esoz.pis.patient import Patient
    from sandbox.esoz.pis.switches import Switches
    from sandbox.esoz.pis.workplaces import Json, Workplace, Workplaces

_CERTIFICATES = ("BIRTH_CERTIFICATE", "BIRTH_CERTIFICATE_FOREIGN")
_GROWN_UP_PAPERS = (
    "PASSPORT",
    "NATIONAL_ID",
    "TEMPORARY_PASSPORT",
    "TEMPORARY_CERTIFICATE",
    "PERMANENT_RESIDENCE_PERMIT",
    "REFUGEE_CERTIFICATE",
    "COMPLEMENTARY_PROTECTION_CERTIFICATE",
    "NO_CITIZENSHIP_CERTIFICATE",
)
_LEGAL_ENTITY_TYPES = {"MSP", "PRIMARY_CARE", "MSP_PHARMACY", "MSP_LIMITED"}


class DeclarationChecks:
    def __init__(self, workplaces: Workplaces, switches: Switches) -> None:
        self._workplaces = workplaces
        self._switches = switches

    def check_person(self, call: Call) -> None:
        """Rows 3 to 6; raises EsozError."""
        if not call.patient.is_active:
            raise answers.not_found("not found")
        if not call.patient.is_verified:
            raise answers.conflict("Person is not verified")
        check_is_represented(call)

    def check_doctor(
        self, call: Call, employee_id: str, division_id: str
    ) -> tuple[Workplace, Json]:
        """Row 7: the doctor's post and the division; raises EsozError."""
        place = self._workplaces.find(employee_id)
        division = self._workplaces.division(division_id)
        if place is None or division is None:
            raise answers.not_found("not found")
        _check_employee(place)
        _check_facility(place, division)
        self._check_party(place)
        _check_age(place, call.patient.age_on(call.now.date()))
        if call.patient.method is None:
            raise _invalid("$.person", "Person must have authentication method")
        if is_full(place):
            raise answers.conflict("The employee has reached the declaration limit")
        return place, division

    def _check_party(self, place: Workplace) -> None:
        if place.party["verification_status"] == "NOT_VERIFIED":
            raise answers.forbidden("Access denied. Party is not verified")
        if place.party["id"] in self._switches.deceased_parties:
            raise answers.forbidden("Access denied. Party is deceased")


def is_full(place: Workplace) -> bool:
    """By the directory's own `declarations_limit` of the doctor (§4.8)."""
    return place.declarations >= place.declarations_limit


def check_papers(patient: Patient, today: date) -> None:
    """Row 8: papers that suit the age; raises EsozError."""
    kinds = patient.document_types
    if patient.age_on(today) < SELF_SIGN_IN_AGE:
        if not kinds & set(_CERTIFICATES):
            message = (
                f"For person {SELF_SIGN_IN_AGE}years declaration request can be create "
                "after added birth certificate"
            )
            raise _invalid("$.person.documents", message)
    elif patient.age_on(today) >= MAJORITY and not kinds & set(_GROWN_UP_PAPERS):
        message = (
            "Declaration request can’t be create for person with such document type, "
            f"need one of {', '.join(_GROWN_UP_PAPERS)}"
        )
        raise _invalid("$.person.documents", message)


def limit_reached(place: Workplace) -> EsozError:
    """At the signature (§10 row 21)."""
    message = f"This doctor has {place.declarations_limit} declarations and could not sign more"
    return EsozError(HTTPStatus.UNPROCESSABLE_ENTITY, "request_malformed", message)


def _check_employee(place: Workplace) -> None:
    employee = place.employee
    if employee["status"] != "APPROVED" or not employee["is_active"]:
        raise _invalid("$.employee_id", "Invalid employee status")
    if employee["employee_type"] == "SPECIALIST":
        message = (
            "Employee's speciality does not belong to a doctor: "
            "PEDIATRICIAN, THERAPIST, FAMILY_DOCTOR"
        )
        raise _invalid("$.data.person.employee_id", message)
    if employee["employee_type"] != "DOCTOR" or place.speciality not in DECLARATION_LIMITS:
        message = "Employee ID must reference a doctor."
        raise _invalid("$.data.person.employee_id", message)


def _check_facility(place: Workplace, division: Json) -> None:
    legal_entity = place.legal_entity
    if legal_entity["type"] not in _LEGAL_ENTITY_TYPES:
        raise answers.conflict("Invalid legal entity type")
    if not legal_entity["is_active"]:
        raise answers.conflict("Legal entity is not active")
    if division["legal_entity_id"] == legal_entity["id"]:
        return
    if division["id"] in place.works_at:
        # another post of the same doctor: its employee is the one to be named
        raise _invalid("$.employee_id", "Employee does not belong to legal entity.")
    raise _invalid("$.division_id", "Division does not belong to legal entity.")


def _check_age(place: Workplace, age: int) -> None:
    """esoz.md §4.7."""
    is_wrong = {
        "PEDIATRICIAN": age >= MAJORITY,
        "THERAPIST": age < MAJORITY,
    }.get(place.speciality, False)
    if is_wrong:
        message = "Doctor speciality doesn't match patient's age"
        raise wrong_body("$.data", "invalid_age", message)


def _invalid(entry: str, message: str) -> EsozError:
    return wrong_body(entry, "invalid", message)
