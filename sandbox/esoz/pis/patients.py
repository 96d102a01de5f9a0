"""All patients of the invented ЕСОЗ, found by id, by what a certificate says, or by papers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sandbox.esoz.pis.person_data import invent_patient

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from sandbox.esoz.person import Person
    from sandbox.esoz.pis.patient import Json, Patient

# Certificates bear a passport's series in Latin letters (esoz.md §4.9).
_CYRILLIC = str.maketrans("ABCEHIKMOPTX", "АВСЕНІКМОРТХ")
_SIGNING_PAPERS = ("NATIONAL_ID", "PASSPORT")


class Patients:
    """One for each invented person."""

    def __init__(self, people: Sequence[Person], now: datetime) -> None:
        self._by_id = {person.id: invent_patient(person, now) for person in people}

    def __iter__(self) -> Iterator[Patient]:
        return iter(self._by_id.values())

    def get(self, patient_id: str) -> Patient | None:
        return self._by_id.get(patient_id)

    def named(self, patient_id: str) -> Patient:
        """One whose id came from ЕСОЗ itself; raises KeyError otherwise."""
        return self._by_id[patient_id]

    def signer(self, drfo: str | None) -> Patient | None:
        """Whose certificate says `drfo`."""
        return next((one for one in self if drfo and signs_as(one, drfo)), None)

    def described(self, content: Json) -> Patient | None:
        """The person that a confidant's sign-in names (esoz.md §1.4): name, number or paper."""
        return next((one for one in self if _is_described(one, content)), None)

    def phone_count(self, phone: str) -> int:
        """How many patients get codes on this number."""
        methods = (one.method for one in self)
        return sum(method is not None and method.phone_number == phone for method in methods)


def signs_as(patient: Patient, drfo: str) -> bool:
    """The signer check of esoz.md §4.9: РНОКПП, ID card, or passport spelled back."""
    if re.fullmatch(r"[0-9]{10}", drfo):
        return drfo == patient.data.get("tax_id")
    number = drfo.upper().translate(_CYRILLIC)
    documents = patient.data["documents"]
    return any(
        paper["type"] in _SIGNING_PAPERS and paper["number"] == number for paper in documents
    )


def _is_described(patient: Patient, content: Json) -> bool:
    data = patient.data
    given = " ".join(part for part in (data["first_name"], data.get("second_name")) if part)
    wanted = (str(content.get("last_name")), str(content.get("given_name")))
    if [part.casefold() for part in wanted] != [data["last_name"].casefold(), given.casefold()]:
        return False
    if content.get("tax_id"):
        return bool(content["tax_id"] == data.get("tax_id"))
    document = content.get("document")
    return isinstance(document, dict) and any(
        (paper["type"], paper["number"]) == (document.get("type"), document.get("number"))
        for paper in data["documents"]
    )
