"""Changes that a person makes: a doctor who is another, or a new one, in the next export."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sandbox.directory.chance import index_of, record_id
from sandbox.directory.facilities import Contract
from sandbox.directory.listed import ListedDoctor, as_listed
from sandbox.directory.names import Name
from sandbox.directory.practitioner_rows import POSTS_OF_A_DOCTOR, employee_id
from sandbox.directory.practitioners import Post, Practitioner, declarations_limit
from sandbox.directory.settlements import Settlement, largest_named

if TYPE_CHECKING:
    from datetime import datetime

    from sandbox.directory.directory import Directory
    from sandbox.directory.facilities import Division

_AGE_OF_A_NEW_DOCTOR = 40


class ImpossibleDoctor(Exception):
    """What was asked for cannot stand in an export; `field` says which part, `reason` why."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(reason)
        self.field = field
        self.reason = reason


def put_doctor(
    directory: Directory, fields: dict[str, object], now: datetime
) -> tuple[ListedDoctor, bool]:
    """Change the doctor with this `employee_id`, or add one; True when it was added.

    A new doctor needs no ids of its own. Raises pydantic.ValidationError, ImpossibleDoctor.
    """
    known = _known(directory, fields.get("employee_id"))
    index = directory.count_of_practitioners if known is None else known.index
    ids = {"employee_id": employee_id(index), "party_id": record_id("party", index)}
    base = as_listed(directory, known).model_dump() if known else ids
    doctor = ListedDoctor.model_validate(base | fields, strict=True)
    for name, value in ids.items():
        if getattr(doctor, name) != value:
            raise ImpossibleDoctor(name, "no doctor has this id; leave ids out for a new one")
    moment = now.strftime("%Y-%m-%dT%H:%M:%S.000Z")
    directory.put(_with(directory, known or _new(index), doctor, moment), moment)
    return doctor, known is None


def _known(directory: Directory, employee: object) -> Practitioner | None:
    number = index_of("employee", str(employee))
    if number is None or number % POSTS_OF_A_DOCTOR:
        return None
    index = number // POSTS_OF_A_DOCTOR
    return directory.practitioner(index) if index < directory.count_of_practitioners else None


def _new(index: int) -> Practitioner:
    return Practitioner(
        index=index,
        name=Name("", "", None),
        is_male=False,
        age=_AGE_OF_A_NEW_DOCTOR,
        main=Post(-1, ""),
        second=None,
        former=None,
        other_speciality=None,
        is_dismissed=False,
        verification_status="VERIFIED",
        declarations=0,
        declarations_limit=0,
    )


def _with(
    directory: Directory, one: Practitioner, doctor: ListedDoctor, moment: str
) -> Practitioner:
    limit = _limit(doctor)
    name = Name(doctor.last_name, doctor.first_name, doctor.second_name)
    division = _division(directory, one, doctor, moment)
    return replace(
        one,
        name=name,
        is_male=_is_male(name, otherwise=one.is_male),
        main=Post(division.index, doctor.speciality),
        declarations_limit=limit,
        declarations=limit - doctor.free_places,
        changed_at=moment,
    )


def _limit(doctor: ListedDoctor) -> int:
    limit = declarations_limit(doctor.speciality)
    if not limit and doctor.free_places:
        reason = "a doctor of this speciality holds no declarations"
        raise ImpossibleDoctor("free_places", reason)
    return max(limit, doctor.free_places)


def _division(
    directory: Directory, one: Practitioner, doctor: ListedDoctor, moment: str
) -> Division:
    """The doctor's own division, one of that name in that settlement, or a new one."""
    if one.main.division >= 0:
        own = directory.division(one.main.division)
        if (own.name, own.settlement.name) == (doctor.division, doctor.settlement):
            return own
    settlement = largest_named(doctor.settlement)
    if settlement is None:
        raise ImpossibleDoctor("settlement", "no settlement of this name is in the directory")
    for there in directory.divisions_in(settlement.index):
        if there.name == doctor.division and there.serves_patients:
            return there
    return _opened(directory, doctor.division, settlement, moment)


def _opened(directory: Directory, name: str, settlement: Settlement, moment: str) -> Division:
    """A new division of a facility with a contract, of the same oblast where there is one."""
    serving = (
        one
        for one in directory.legal_entities()
        if one.is_active and one.is_primary and one.contract is Contract.ACTIVE
    )
    facility = max(serving, key=lambda one: one.seat.area == settlement.area)
    return directory.open_division(name, facility, settlement, moment)


def _is_male(name: Name, *, otherwise: bool) -> bool:
    if name.second is None:
        return otherwise
    return not name.second.endswith("на")
