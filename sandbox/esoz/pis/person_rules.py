"""Checks of the data that a patient wants to have (esoz.md §5.2, §9; §10 rows 56 to 58)."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from sandbox.esoz import answers
from sandbox.esoz.bodies import wrong_body
from sandbox.esoz.pis import phones
from sandbox.esoz.pis.patient import SELF_SIGN_IN_AGE
from sandbox.esoz.rnokpp import is_rnokpp

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sandbox.esoz.answers import EsozError
    from sandbox.esoz.pis.patient import Patient
    from sandbox.esoz.pis.patients import Patients

_REQUIRED = (
    "first_name", "last_name", "birth_date", "birth_country", "birth_settlement", "gender",
    "secret", "documents", "addresses", "emergency_contact",
)  # fmt: skip
_FORBIDDEN = ("authentication_methods", "confidant_person")
_NAME = (
    r"^(?!.*[ЫЪЭЁыъэё@%&$^#])[А-ЯҐЇІЄа-яґїіє\'\-]+"
    r"(\s(?!.*[ЫЪЭЁыъэё@%&$^#])[А-ЯҐЇІЄа-яґїіє\'\-]+)*$"
)
_SERIES = r"^((?![ЫЪЭЁ])([А-ЯҐЇІЄ])){2}[0-9]{6}$"
_CERTIFICATE = r"^((?![ЫЪЭЁыъэё@%&$^#`~:,.*|}{?!])[A-ZА-ЯҐЇІЄ0-9№\/()-]){2,25}$"
_DOCUMENTS = {
    "PASSPORT": _SERIES,
    "REFUGEE_CERTIFICATE": _SERIES,
    "COMPLEMENTARY_PROTECTION_CERTIFICATE": _SERIES,
    "NATIONAL_ID": r"^[0-9]{9}$",
    "BIRTH_CERTIFICATE": _CERTIFICATE,
    "TEMPORARY_PASSPORT": _CERTIFICATE,
}
_EXPIRING = {
    "NATIONAL_ID",
    "COMPLEMENTARY_PROTECTION_CERTIFICATE",
    "PERMANENT_RESIDENCE_PERMIT",
    "REFUGEE_CERTIFICATE",
    "TEMPORARY_CERTIFICATE",
    "TEMPORARY_PASSPORT",
}
_EARLIEST = date(1900, 1, 1)
_WHO = ("first_name", "last_name", "birth_date")


def check_data(data: Mapping[str, Any], patient: Patient, today: date) -> None:
    """Raises EsozError for the first thing that is wrong."""
    for error in _problems(data, patient, today):
        raise error


def check_is_the_same_person(
    data: Mapping[str, Any], patient: Patient, patients: Patients
) -> None:
    """The duplicate search of an update, much simplified (§10 row 56). Raises EsozError."""
    wanted = [data.get(name) for name in _WHO]
    for other in patients:
        if other is not patient and [other.data[name] for name in _WHO] == wanted:
            raise answers.conflict("such person exists. Update this person.")
    if all(data.get(name) != patient.data[name] for name in _WHO):
        message = "such person can't be updated. New person should be created instead"
        raise answers.conflict(message)


def _problems(data: Mapping[str, Any], patient: Patient, today: date) -> Iterator[EsozError]:
    for name in _REQUIRED:
        if not data.get(name):
            message = f"required property {name} was not present"
            yield wrong_body(f"$.person.{name}", "required", message)
    for name in _FORBIDDEN:
        if name in data:
            yield wrong_body(f"$.person.{name}", "schema", "schema does not allow this property")
    for name in ("first_name", "last_name", "second_name"):
        yield from _unmatched(data.get(name), _NAME, f"$.person.{name}")
    yield from _wrong_dates(data, today)
    yield from _wrong_tax_id(data, patient, today)
    yield from _wrong_unzr(data)
    for number, document in enumerate(data["documents"]):
        yield from _wrong_document(document, data, today, f"$.person.documents[{number}]")
    for number, phone in enumerate(data.get("phones") or ()):
        phones.checked(phone.get("number"), f"$.person.phones[{number}].number")


def _unmatched(value: object, pattern: str, entry: str) -> Iterator[EsozError]:
    if value and not re.fullmatch(pattern, str(value)):
        yield wrong_body(entry, "format", f'string does not match pattern "{pattern}"')


def _wrong_dates(data: Mapping[str, Any], today: date) -> Iterator[EsozError]:
    born = _day(data["birth_date"])
    if born is None or born > today or born < _EARLIEST:
        yield wrong_body("$.person.birth_date", "invalid", "Invalid birth date.")


def _wrong_tax_id(data: Mapping[str, Any], patient: Patient, today: date) -> Iterator[EsozError]:
    """Set once, never changed; absent for whoever refused it (§5.2, §9.1)."""
    entry, tax_id = "$.person.tax_id", data.get("tax_id")
    known = patient.data.get("tax_id")
    if tax_id and not is_rnokpp(str(tax_id)):
        yield wrong_body(entry, "invalid", "Person's tax ID in not valid.")
    if tax_id and data.get("no_tax_id"):
        message = "Persons who refused the tax_id should be without tax_id"
        yield wrong_body(entry, "invalid", message)
    is_child = patient.age_on(today) < SELF_SIGN_IN_AGE
    if not tax_id and not data.get("no_tax_id") and not is_child:
        message = "Only persons who refused the tax_id could be without tax_id"
        yield wrong_body(entry, "invalid", message)
    if known and tax_id != known:
        yield wrong_body(entry, "invalid", "tax_id can not be changed")


def _wrong_unzr(data: Mapping[str, Any]) -> Iterator[EsozError]:
    entry, unzr = "$.person.unzr", data.get("unzr")
    kinds = {document.get("type") for document in data["documents"]}
    if not unzr:
        if "NATIONAL_ID" in kinds:
            message = "unzr is mandatory for document type NATIONAL_ID"
            yield wrong_body(entry, "invalid", message)
        return
    yield from _unmatched(unzr, r"^[0-9]{8}-[0-9]{5}$", entry)
    if str(unzr)[:8] != str(data["birth_date"]).replace("-", ""):
        yield wrong_body(entry, "invalid", "Birthdate or unzr is not correct")


def _wrong_document(
    document: Mapping[str, Any], data: Mapping[str, Any], today: date, entry: str
) -> Iterator[EsozError]:
    kind = str(document.get("type"))
    for name in ("type", "number"):
        if not document.get(name):
            message = f"required property {name} was not present"
            yield wrong_body(f"{entry}.{name}", "required", message)
    yield from _unmatched(document.get("number"), _DOCUMENTS.get(kind, ".+"), f"{entry}.number")
    issued, expires = _day(document.get("issued_at")), _day(document.get("expiration_date"))
    if issued and issued > today:
        message = "Document issued date should be in the past"
        yield wrong_body(f"{entry}.issued_at", "invalid", message)
    if issued and issued <= date.fromisoformat(data["birth_date"]):
        message = "Document issued date should greater than person.birth_date"
        yield wrong_body(f"{entry}.issued_at", "invalid", message)
    if kind in _EXPIRING and not expires:
        message = f"expiration_date is mandatory for document_type {kind}"
        yield wrong_body(f"{entry}.expiration_date", "invalid", message)
    if expires and expires <= today:
        message = "Document expiration_date should be in the future"
        yield wrong_body(f"{entry}.expiration_date", "invalid", message)


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None
