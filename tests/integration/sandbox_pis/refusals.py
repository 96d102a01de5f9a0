"""One table of ЕСОЗ's refusals: the row of esoz.md §10, and how the sandbox is made to say it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from sandbox.directory.practitioner_rows import employee_id
from sandbox.esoz.pis.workplaces import Workplace, Workplaces

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from sandbox.app import World
    from sandbox.signer.mistakes import Mistake
    from tests.integration.sandbox_pis.conftest import Cabinet, Patient, Said

Why = tuple[int | str, str, str]


@dataclass(frozen=True)
class Refusal:
    """`row` of §10; `why` is status, type and words."""

    row: int
    why: Why
    trigger: Callable[[Cabinet], Awaitable[Said | Why]]

    @property
    def how(self) -> str:
        return (self.trigger.__doc__ or "").strip().removesuffix(".")

    @property
    def name(self) -> str:
        return f"{self.row}-{self.trigger.__name__}"


TABLE: list[Refusal] = []


def row(
    number: int, status: int | str, kind: str, words: str
) -> Callable[[Callable[[Cabinet], Awaitable[Any]]], Callable[[Cabinet], Awaitable[Any]]]:
    """Put what follows into the table."""

    def note(
        trigger: Callable[[Cabinet], Awaitable[Any]],
    ) -> Callable[[Cabinet], Awaitable[Any]]:
        TABLE.append(Refusal(number, (status, kind, words), trigger))
        return trigger

    return note


async def requested(
    cabinet: Cabinet, signer: str, body: dict[str, str] | None = None, ward: str | None = None
) -> tuple[Patient, Said]:
    """A declaration request, with a family doctor who has free places where none is named."""
    patient = await cabinet.signed_in(signer, ward)
    return patient, await patient.posts("declaration_requests", body or free_doctor(cabinet))


async def signed_request(
    cabinet: Cabinet,
    signer: str = "age_40",
    mistake: Mistake | None = None,
    **changed: object,
) -> Said:
    """Create a request as `age_40`, sign it as `signer` with `changed` content, and send it."""
    patient, said = await requested(cabinet, "age_40")
    content = said.data["data_to_be_signed"]
    content |= {"person": content["person"] | {"patient_signed": True}} | changed
    how = () if mistake is None else (mistake,)
    return await sends(patient, content["id"], await cabinet.signed(signer, content, *how))


async def sends(patient: Patient, request_id: str, container: str) -> Said:
    body = {"signed_content": container, "signed_content_encoding": "base64"}
    return await patient.patches(f"declaration_requests/{request_id}/actions/sign", body)


class HasWorld(Protocol):
    @property
    def world(self) -> World: ...


def find_doctor(cabinet: HasWorld, is_wanted: Callable[[Workplace], bool]) -> dict[str, str]:
    """The first doctor of the directory for whom it holds, at the main post."""
    return next(_doctors(cabinet, is_wanted))


def _doctors(
    cabinet: HasWorld, is_wanted: Callable[[Workplace], bool]
) -> Iterator[dict[str, str]]:
    directory = cabinet.world.esoz.directory
    workplaces = Workplaces(lambda: directory)
    for one in directory.practitioners():
        place = workplaces.find(employee_id(one.index))
        if place is not None and is_wanted(place):
            yield {
                "employee_id": place.employee["id"],
                "division_id": place.employee["division_id"],
            }


def takes_patients(place: Workplace) -> bool:
    """In order in every way; only speciality and free places are left open."""
    return bool(
        place.employee["employee_type"] == "DOCTOR"
        and place.employee["is_active"]
        and place.legal_entity["is_active"]
        and place.legal_entity["type"] == "PRIMARY_CARE"
        and place.party["verification_status"] != "NOT_VERIFIED"
    )


def free_doctor(cabinet: HasWorld, speciality: str = "FAMILY_DOCTOR") -> dict[str, str]:
    return find_doctor(
        cabinet,
        lambda place: (
            takes_patients(place)
            and place.speciality == speciality
            and place.practitioner is not None
            and place.practitioner.free_places > 1
        ),
    )


def redirect(back: dict[str, str]) -> Why:
    return "redirect", back["error"], back["error_description"]


async def own_data(patient: Patient) -> dict[str, Any]:
    """What a change of data is made from: what ЕСОЗ has."""
    data = dict((await patient.gets("person")).data)
    return {name: value for name, value in data.items() if name not in {"id", "verification"}}


async def asks_change(patient: Patient, **changed: object) -> Said:
    person = await own_data(patient) | changed
    body = {"person": person, "patient_signed": False, "process_disclosure_data_consent": True}
    return await patient.posts("person_requests", body)


async def asks_phone(patient: Patient, phone: str = "+380501112233") -> Said:
    method = {"type": "OTP", "phone_number": phone}
    return await patient.posts("authentication_method_requests", {"authentication_method": method})


async def last_code(cabinet: Cabinet) -> tuple[str, str]:
    """To whom the newest code went, and the code."""
    rows = (await (await cabinet.client.get("/sim/outbox")).json())["messages"]
    codes = [row for row in rows if row["text"].startswith("Код авторизації дій")]
    found = re.search(r"\d{4}$", codes[-1]["text"])
    assert found
    return codes[-1]["to"], found[0]


def wrong_one(code: str) -> str:
    return f"{(int(code) + 1) % 10_000:04}"
