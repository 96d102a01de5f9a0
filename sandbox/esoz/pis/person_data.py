"""Invents what ЕСОЗ knows of a patient: papers, address, phones, relations (esoz.md §5)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from sandbox.directory.rows import address
from sandbox.directory.settlements import settlements
from sandbox.esoz.invented import dice, invented_id
from sandbox.esoz.names import invent_name
from sandbox.esoz.person import AuthMethod
from sandbox.esoz.pis.patient import AuthenticationMethod, Json, Patient, Relationship
from sandbox.signer.identity import document_number

if TYPE_CHECKING:
    from random import Random

    from sandbox.esoz.person import Person

_SECRETS = ("калина", "барвінок", "пролісок", "волошка", "ластівка", "смерека")
_EXPIRING = {
    "NATIONAL_ID",
    "COMPLEMENTARY_PROTECTION_CERTIFICATE",
    "PERMANENT_RESIDENCE_PERMIT",
    "REFUGEE_CERTIFICATE",
    "TEMPORARY_CERTIFICATE",
    "TEMPORARY_PASSPORT",
}
_HALF = 0.5
_OFFICE = "Вигаданий відділ реєстрації"
# Invented: who has which trouble that tests need, by the name of the special case.
_UNCONFIRMED = {"child_relationship_not_verified"}
_BLOCKED = {"blocked_parent"}
_TO_BE_UPLOADED = {
    "not_verified": ["NATIONAL_ID"],
    "no_second_name": ["PERMANENT_RESIDENCE_PERMIT"],
}
_IN_REVIEW = {"no_second_name": "IN_REVIEW", "no_tax_id": "VERIFICATION_NEEDED"}


def invent_patient(person: Person, now: datetime) -> Patient:
    """The same for the same person and day."""
    special = person.special or ""
    relationship = None
    if person.confidant:
        relationship = Relationship(person.confidant.id, special not in _UNCONFIRMED)
    status = _IN_REVIEW.get(special, "VERIFIED") if person.is_verified else "NOT_VERIFIED"
    return Patient(
        id=person.id,
        data=_data(person, now.date()),
        verification_status=status,
        methods=_methods(person, now),
        relationship=relationship,
        is_blocked=special in _BLOCKED,
        missing_documents=list(_TO_BE_UPLOADED.get(special, ())),
    )


def _data(person: Person, today: date) -> Json:
    random = dice(f"data of a person:{person.id}")
    settlement = settlements()[random.randrange(60)]
    data: Json = {
        "id": person.id,
        "first_name": person.name.first,
        "last_name": person.name.last,
        "second_name": person.name.second,
        "birth_date": person.birth_date.isoformat(),
        "birth_country": "Україна",
        "birth_settlement": settlement.name,
        "gender": person.gender,
        "email": f"person{random.randrange(1000)}@example.com"
        if random.random() < _HALF
        else None,
        "tax_id": person.tax_id,
        "no_tax_id": person.tax_id is None,
        "secret": random.choice(_SECRETS),
        "documents": [_paper(person, kind, random, today) for kind in person.documents],
        "addresses": [address(random, settlement) | {"apartment": str(random.randrange(1, 120))}],
        "phones": [{"type": "MOBILE", "number": person.phone}] if person.phone else None,
        "preferred_way_communication": "phone" if person.phone else None,
        "unzr": _unzr(person, random),
        "emergency_contact": _emergency_contact(random),
    }
    return {key: value for key, value in data.items() if value is not None}


def _unzr(person: Person, random: Random) -> str | None:
    digits = random.randrange(100_000)
    if "NATIONAL_ID" not in person.documents:
        return None
    return f"{person.birth_date:%Y%m%d}-{digits:05}"


def _emergency_contact(random: Random) -> Json:
    is_male = random.random() < _HALF
    name = invent_name(random, is_male=is_male)
    phone = f"+380500001{random.randrange(1000):03}"
    return {
        "first_name": name.first,
        "last_name": name.last,
        "second_name": name.second,
        "phones": [{"type": "MOBILE", "number": phone}],
    }


def _paper(person: Person, kind: str, random: Random, today: date) -> Json:
    newest = min(today - timedelta(days=3), person.birth_date + timedelta(days=14 * 366))
    issued = max(person.birth_date + timedelta(days=1), min(today, newest))
    if kind in _EXPIRING:
        issued = max(issued, today - timedelta(days=random.randrange(100, 1500)))
    paper = {
        "type": kind,
        "number": _number(person, kind, random),
        "issued_by": _OFFICE,
        "issued_at": issued.isoformat(),
    }
    if kind in _EXPIRING:
        paper["expiration_date"] = (issued + timedelta(days=3652)).isoformat()
    return paper


def _number(person: Person, kind: str, random: Random) -> str:
    """Formats of esoz.md §9.2."""
    number = document_number(person)
    if kind in {"PASSPORT", "NATIONAL_ID"} and number:
        return number
    digits = random.randrange(100_000, 1_000_000)
    if kind == "BIRTH_CERTIFICATE":
        return f"І-ВГ{digits}"
    return f"{random.randrange(100, 1000)}{digits}" if kind in _EXPIRING else f"ВГ{digits}"


def _methods(person: Person, now: datetime) -> list[AuthenticationMethod]:
    """None for a patient without any (AuthMethod.NA)."""
    if person.auth_method is AuthMethod.NA:
        return []
    days = dice(f"method of a person:{person.id}").randrange(30, 900)
    third = person.confidant if person.auth_method is AuthMethod.THIRD_PERSON else None
    return [
        AuthenticationMethod(
            id=invented_id("auth_method", person.id),
            type=person.auth_method,
            started_at=datetime.combine(now.date() - timedelta(days=days), time(9), UTC),
            phone_number=person.phone,
            value=third.id if third else None,
            alias=third.name.first if third else None,
        )
    ]
