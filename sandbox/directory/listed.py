"""The doctors that patients can find, as /sim lists them (design.md §7)."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from sandbox.directory.chance import record_id
from sandbox.directory.practitioner_rows import employee_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.directory.directory import Directory
    from sandbox.directory.practitioners import Practitioner

_Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=255)]
_Code = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z_-]*$", max_length=64)]


class ListedDoctor(BaseModel):
    """A doctor at the main place of work; a specialist holds no declarations: 0 free places."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    employee_id: _Text
    party_id: _Text
    last_name: _Text
    first_name: _Text
    second_name: _Text | None = None
    speciality: _Code
    division: _Text
    settlement: _Text
    free_places: int = Field(ge=0, le=10_000)


def listed(directory: Directory, limit: int | None) -> Iterator[ListedDoctor]:
    """The first `limit` doctors, all when it is None, of those whom patients may find."""
    everyone = (_findable(directory, one) for one in directory.practitioners())
    return islice((doctor for doctor in everyone if doctor is not None), limit)


def _findable(directory: Directory, one: Practitioner) -> ListedDoctor | None:
    post = one.main
    division = directory.division(post.division)
    is_there = division.serves_patients and not one.is_dismissed
    if not (is_there and directory.service(post.division, post.speciality)["is_active"]):
        return None
    return as_listed(directory, one)


def as_listed(directory: Directory, one: Practitioner) -> ListedDoctor:
    division = directory.division(one.main.division)
    return ListedDoctor(
        employee_id=employee_id(one.index),
        party_id=record_id("party", one.index),
        last_name=one.name.last,
        first_name=one.name.first,
        second_name=one.name.second,
        speciality=one.main.speciality,
        division=division.name,
        settlement=division.settlement.name,
        free_places=one.free_places,
    )
