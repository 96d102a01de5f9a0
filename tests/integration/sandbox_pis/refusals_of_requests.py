"""Rows 13 to 32: who may ask for a declaration, and with whom."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from sandbox.directory.chance import record_id
from sandbox.esoz.pis.workplaces import Workplace, Workplaces
from tests.integration.sandbox_pis.refusals import (
    asks_change,
    find_doctor,
    free_doctor,
    requested,
    row,
    takes_patients,
)

if TYPE_CHECKING:
    from tests.integration.sandbox_pis.conftest import Cabinet, Said

CONFLICT, INVALID = "request_conflict", "validation_failed"


@row(13, 404, "not_found", "not found")
async def not_ones_own(cabinet: Cabinet) -> Said:
    """A declaration or request of somebody else, or an unknown id."""
    patient = await cabinet.signed_in("age_40")
    return await patient.gets(f"declarations/{uuid4()}")


@row(14, 409, CONFLICT, "Person is not verified")
async def asks_unverified(cabinet: Cabinet) -> Said:
    """A request by `not_verified`."""
    return (await requested(cabinet, "not_verified"))[1]


@row(15, 403, "forbidden", "Access denied. Person is not verified")
async def ends_unverified(cabinet: Cabinet) -> Said:
    """`not_verified` ends the declaration, or rejects a request."""
    patient = await cabinet.signed_in("not_verified")
    (current,) = (await patient.gets("declarations")).data
    return await patient.patches(f"declarations/{current['id']}/actions/terminate")


@row(16, 409, CONFLICT, "Request must be authorized by confidant person")
async def minor_alone(cabinet: Cabinet) -> Said:
    """`age_17_without_document`, `represented_adult` or `incapable_adult` acts alone."""
    return (await requested(cabinet, "age_17_without_document"))[1]


@row(17, 409, CONFLICT, "Can’t confirm relationship")
async def relation_unverified(cabinet: Cabinet) -> Said:
    """`parent` for `child_relationship_not_verified`."""
    ward = "child_relationship_not_verified"
    return (await requested(cabinet, "parent", ward=ward))[1]


@row(18, 409, CONFLICT, "Confidant person not found or is not verified")
async def confidant_unverified(cabinet: Cabinet) -> Said:
    """`parent_not_verified` for `child_of_parent_not_verified`."""
    ward = "child_of_parent_not_verified"
    return (await requested(cabinet, "parent_not_verified", ward=ward))[1]


@row(
    19,
    409,
    CONFLICT,
    "It is prohibited to create declaration request when there is unfinished person request",
)
async def unfinished_change(cabinet: Cabinet) -> Said:
    """A request while a person request is NEW."""
    await asks_change(await cabinet.signed_in("age_40"))
    return (await requested(cabinet, "age_40"))[1]


@row(20, 409, CONFLICT, "The employee has reached the declaration limit")
async def full_doctor(cabinet: Cabinet) -> Said:
    """A doctor with no free places, or `POST /sim/doctors` with `free_places` 0."""
    full = find_doctor(
        cabinet,
        lambda place: (
            takes_patients(place)
            and place.speciality == "FAMILY_DOCTOR"
            and place.practitioner is not None
            and place.practitioner.free_places == 0
        ),
    )
    return (await requested(cabinet, "age_40", full))[1]


@row(22, 422, INVALID, "Doctor speciality doesn't match patient's age")
async def pediatrician_of_an_adult(cabinet: Cabinet) -> Said:
    """A pediatrician from 18, a therapist under 18."""
    return (await requested(cabinet, "age_40", free_doctor(cabinet, "PEDIATRICIAN")))[1]


@row(23, 422, INVALID, "Invalid employee status")
async def dismissed_doctor(cabinet: Cabinet) -> Said:
    """An employee who is DISMISSED in the export."""
    gone = find_doctor(cabinet, lambda place: not place.employee["is_active"])
    return (await requested(cabinet, "age_40", gone))[1]


@row(24, 422, INVALID, "Employee ID must reference a doctor.")
async def head_of_a_facility(cabinet: Cabinet) -> Said:
    """An employee of type OWNER."""
    workplaces = Workplaces(lambda: cabinet.world.esoz.directory)
    owners = (record_id("owner_employee", index) for index in range(50))
    places = (workplaces.find(owner) for owner in owners)
    owner = next(place for place in places if place and place.employee["is_active"])
    body = free_doctor(cabinet) | {"employee_id": owner.employee["id"]}
    return (await requested(cabinet, "age_40", body))[1]


@row(
    25,
    422,
    INVALID,
    "Employee's speciality does not belong to a doctor: PEDIATRICIAN, THERAPIST, FAMILY_DOCTOR",
)
async def specialist(cabinet: Cabinet) -> Said:
    """An employee of type SPECIALIST."""
    one = find_doctor(cabinet, lambda place: _is(place, "SPECIALIST"))
    return (await requested(cabinet, "age_40", one))[1]


def _is(place: Workplace, kind: str) -> bool:
    return bool(place.employee["is_active"]) and place.employee["employee_type"] == kind


@row(26, 422, INVALID, "Employee does not belong to legal entity.")
async def other_post_of_the_doctor(cabinet: Cabinet) -> Said:
    """One post's employee, and the division of the same doctor's post in another facility."""
    directory = cabinet.world.esoz.directory

    def has_posts_in_two_facilities(place: Workplace) -> bool:
        one = place.practitioner
        posts = (one.main, one.second) if one else ()
        owners = {directory.legal_entity_of(post.division) for post in posts if post}
        return takes_patients(place) and len(owners) > 1

    body = find_doctor(cabinet, has_posts_in_two_facilities)
    place = Workplaces(lambda: directory).find(body["employee_id"])
    assert place
    (elsewhere,) = place.works_at - {body["division_id"]}
    return (await requested(cabinet, "age_40", body | {"division_id": elsewhere}))[1]


@row(27, 422, INVALID, "Division does not belong to legal entity.")
async def division_of_another(cabinet: Cabinet) -> Said:
    """A division of another facility."""
    body = free_doctor(cabinet)
    last = record_id("division", cabinet.world.esoz.directory.plan.divisions - 1)
    return (await requested(cabinet, "age_40", body | {"division_id": last}))[1]


@row(28, 409, CONFLICT, "Legal entity is not active")
async def closed_facility(cabinet: Cabinet) -> Said:
    """A doctor of a facility that is CLOSED, SUSPENDED or REORGANIZED."""
    closed = find_doctor(
        cabinet, lambda place: _is(place, "DOCTOR") and not place.legal_entity["is_active"]
    )
    return (await requested(cabinet, "age_40", closed))[1]


@row(28, 409, CONFLICT, "Invalid legal entity type")
async def facility_of_specialists(cabinet: Cabinet) -> Said:
    """`POST /sim/doctors` gives a specialist of a hospital the speciality THERAPIST."""
    one = find_doctor(cabinet, lambda place: _is(place, "SPECIALIST"))
    change = {"employee_id": one["employee_id"], "speciality": "THERAPIST", "free_places": 5}
    await cabinet.posts("/sim/doctors", change)
    return (await requested(cabinet, "age_40", one))[1]


@row(29, 403, "forbidden", "Access denied. Party is not verified")
async def doctor_unverified(cabinet: Cabinet) -> Said:
    """A doctor whose party is NOT_VERIFIED in the export."""
    one = find_doctor(
        cabinet,
        lambda place: (
            _is(place, "DOCTOR")
            and place.party["verification_status"] == "NOT_VERIFIED"
            and place.legal_entity["is_active"]
        ),
    )
    return (await requested(cabinet, "age_40", one))[1]


@row(29, 403, "forbidden", "Access denied. Party is deceased")
async def doctor_deceased(cabinet: Cabinet) -> Said:
    """The switch `deceased_parties` names the doctor's party."""
    body = free_doctor(cabinet)
    place = Workplaces(lambda: cabinet.world.esoz.directory).find(body["employee_id"])
    assert place
    await cabinet.switches(deceased_parties=[place.party["id"]])
    return (await requested(cabinet, "age_40", body))[1]


@row(30, 422, INVALID, "Person must have authentication method")
async def no_method(cabinet: Cabinet) -> Said:
    """A request by `no_auth_method`."""
    return (await requested(cabinet, "no_auth_method"))[1]


@row(
    31,
    422,
    INVALID,
    "For person 14years declaration request can be create after added birth certificate",
)
async def no_birth_certificate(cabinet: Cabinet) -> Said:
    """`parent` for `child_without_birth_certificate`."""
    ward = "child_without_birth_certificate"
    return (await requested(cabinet, "parent", ward=ward))[1]


@row(
    32,
    422,
    INVALID,
    "Declaration request can’t be create for person with such document type, need one of "
    "PASSPORT, NATIONAL_ID, TEMPORARY_PASSPORT, TEMPORARY_CERTIFICATE, "
    "PERMANENT_RESIDENCE_PERMIT, REFUGEE_CERTIFICATE, COMPLEMENTARY_PROTECTION_CERTIFICATE, "
    "NO_CITIZENSHIP_CERTIFICATE",
)
async def unsuitable_document(cabinet: Cabinet) -> Said:
    """A request by `unsuitable_document`."""
    return (await requested(cabinet, "unsuitable_document"))[1]
