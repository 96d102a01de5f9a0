"""Makes what a patient has to sign for a declaration: `data_to_be_signed` (esoz.md §4.3)."""

from __future__ import annotations

import hashlib
import secrets
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from sandbox.esoz.invented import dice
from sandbox.esoz.pis.declaration import party_short
from sandbox.esoz.pis.past_declarations import TERM_DAYS, declaration_number
from sandbox.esoz.pis.patient import MAJORITY
from sandbox.esoz.pis.person_records import masked_phone
from sandbox.esoz.pis.printed_form import declaration_form

if TYPE_CHECKING:
    from sandbox.esoz.pis.patient import AuthenticationMethod, Patient
    from sandbox.esoz.pis.workplaces import Workplace

Json = dict[str, Any]
_OF_DIVISION = (
    "id", "legal_entity_id", "name", "addresses", "phones", "email", "type", "dls_id",
    "dls_verified", "location", "status",
)  # fmt: skip
_OF_LEGAL_ENTITY = (
    "id", "name", "short_name", "legal_form", "public_name", "edrpou", "accreditation",
    "addresses", "phones", "email",
)  # fmt: skip
_OF_CONFIDANT = (
    "first_name", "last_name", "second_name", "birth_date", "birth_country",
    "birth_settlement", "gender", "tax_id", "secret", "unzr", "preferred_way_communication",
    "phones", "email",
)  # fmt: skip


def draft(
    patient: Patient, applicant: Patient, place: Workplace, division: Json, today: date
) -> Json:
    """A NEW request's content, the printed form within it."""
    number = declaration_number(dice(f"declaration number:{uuid4()}"))
    end = _end_date(patient, place.speciality, today)
    person = _person(patient, applicant)
    employee = {
        "id": place.employee["id"],
        "position": place.employee["position"],
        "speciality": place.speciality,
        "party": {**party_short(place), "no_tax_id": False},
    }
    form = declaration_form(
        number=number,
        person=patient.data,
        confidant=None if patient is applicant else applicant.full_name,
        workplace={
            "party": {"second_name": None, **place.party},
            "legal_entity": place.legal_entity,
            "division": division,
        },
        start_date=today.isoformat(),
        end_date=end.isoformat(),
    )
    data: Json = {
        "id": str(uuid4()),
        "status": "NEW",
        "declaration_number": number,
        "declaration_id": str(uuid4()),
        "start_date": today.isoformat(),
        "end_date": end.isoformat(),
        "content": form,
        "channel": "PIS",
        "person": person,
        "employee": employee,
        "legal_entity": _part(place.legal_entity, _OF_LEGAL_ENTITY) | {"licenses": []},
        "division": _part(division, _OF_DIVISION),
        "seed": hashlib.sha3_256(secrets.token_bytes(32)).hexdigest(),
    }
    if patient.method:
        data["authorize_with"] = patient.method.id
    return data


def _end_date(patient: Patient, speciality: str, today: date) -> date:
    """The day before majority at the latest, with a pediatrician (§4.6, row 10)."""
    end = today + timedelta(days=TERM_DAYS)
    if speciality != "PEDIATRICIAN":
        return end
    born = date.fromisoformat(patient.data["birth_date"])
    is_leap_day = (born.month, born.day) == (2, 29)
    birthday = born.replace(year=born.year + MAJORITY, day=28 if is_leap_day else born.day)
    return min(end, birthday - timedelta(days=1))


def _person(patient: Patient, applicant: Patient) -> Json:
    """`Data_to_be_signed_PersonDetails`."""
    methods = [_method(method) for method in patient.methods if method.is_active]
    person = {
        **patient.data,
        "authentication_methods": methods,
        "patient_signed": False,
        "process_disclosure_data_consent": True,
    }
    if patient is not applicant:
        person["confidant_person"] = [_confidant(patient, applicant)]
    return person


def _confidant(patient: Patient, applicant: Patient) -> Json:
    certificates = [
        {name: paper[name] for name in ("type", "number", "issued_by", "issued_at")}
        for paper in patient.data["documents"]
        if paper["type"] == "BIRTH_CERTIFICATE"
    ]
    return _part(applicant.data, _OF_CONFIDANT) | {
        "relation_type": "PRIMARY",
        "documents_person": applicant.data["documents"],
        "documents_relationship": certificates,
    }


def _method(method: AuthenticationMethod) -> Json:
    record: Json = {"type": method.type.value}
    if method.phone_number:
        record["phone_number"] = masked_phone(method.phone_number)
    return record


def _part(whole: Json, names: tuple[str, ...]) -> Json:
    return {name: whole[name] for name in names if name in whole}
