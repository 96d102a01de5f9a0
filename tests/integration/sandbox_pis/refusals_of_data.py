"""Rows 46 to 64: phones, codes, personal data, accesses, sign-in."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from sandbox.esoz.pis.phones import SHARED, UNVERIFIED
from sandbox.signer.mistakes import Mistake
from tests.integration.sandbox_pis.refusals import (
    Why,
    asks_change,
    asks_phone,
    last_code,
    redirect,
    row,
    wrong_one,
)

if TYPE_CHECKING:
    from tests.integration.sandbox_pis.conftest import Cabinet, Patient, Said

CONFLICT, INVALID = "request_conflict", "validation_failed"
SERIES = r"^((?![ЫЪЭЁ])([А-ЯҐЇІЄ])){2}[0-9]{6}$"


@row(46, 422, "unverified", "Unverified phone number")
async def unverified_phone(cabinet: Cabinet) -> Said:
    """The new phone +380990000046."""
    return await asks_phone(await cabinet.signed_in("age_40"), UNVERIFIED)


@row(47, 422, INVALID, "This phone number is present more than 5 times in the system")
async def shared_phone(cabinet: Cabinet) -> Said:
    """The new phone +380990000047, or one that five patients have."""
    return await asks_phone(await cabinet.signed_in("age_40"), SHARED)


@row(48, 409, CONFLICT, "Only THIRD_PERSON authentication method is allowed")
async def phone_of_a_ward(cabinet: Cabinet) -> Said:
    """A phone for whoever is represented."""
    return await asks_phone(await cabinet.signed_in("parent", "child_of_7"))


async def _approves(cabinet: Cabinet, times: int = 1, seconds: float = 0) -> Said:
    """A wrong code `times` times, the right one when it is 0, after `seconds`."""
    patient = await cabinet.signed_in("age_40")
    request = (await asks_phone(patient)).data["id"]
    _, code = await last_code(cabinet)
    await cabinet.world.clock.advance(seconds)
    sent = wrong_one(code) if times else code
    for _ in range(max(times, 1)):
        said = await _approve(patient, request, sent)
    return said


async def _approve(patient: Patient, request: str, code: str) -> Said:
    path = f"authentication_method_requests/{request}/actions/approve"
    return await patient.patches(path, {"verification_code": int(code)})


@row(49, 403, "forbidden", "Invalid verification code")
async def wrong_code(cabinet: Cabinet) -> Said:
    """A wrong code, the first and the second time."""
    return await _approves(cabinet, times=2)


@row(50, 403, "forbidden", "Maximum attempts exceed")
async def third_wrong_code(cabinet: Cabinet) -> Said:
    """A wrong code, the third time and ever after."""
    return await _approves(cabinet, times=3)


@row(51, 403, "forbidden", "Verification code expired")
async def late_code(cabinet: Cabinet) -> Said:
    """The right code after 300 seconds."""
    return await _approves(cabinet, times=0, seconds=300)


@row(52, 404, "not_found", "Verification not found")
async def code_used_twice(cabinet: Cabinet) -> Said:
    """A code for a request that is COMPLETED or CANCELED."""
    patient = await cabinet.signed_in("age_40")
    request = (await asks_phone(patient)).data["id"]
    _, code = await last_code(cabinet)
    await _approve(patient, request, code)
    return await _approve(patient, request, code)


@row(53, 429, "too_many_requests", "Sending OTP timeout. Try later.")
async def code_again_at_once(cabinet: Cabinet) -> Said:
    """`resend_otp` within 30 seconds."""
    patient = await cabinet.signed_in("age_40")
    request = (await asks_phone(patient)).data["id"]
    return await patient.posts(f"authentication_method_requests/{request}/actions/resend_otp")


async def _inactive(cabinet: Cabinet) -> Patient:
    patient = await cabinet.signed_in("age_40")
    await cabinet.changes("age_40", is_active=False)
    return patient


@row(54, 403, "forbidden", "Such person not found")
async def methods_of_nobody(cabinet: Cabinet) -> Said:
    """`POST /sim/esoz/people/{id}` with `is_active` false, then the authentication methods."""
    return await (await _inactive(cabinet)).gets("person/authentication_methods")


@row(55, 404, "not_found", "Person is not found")
async def change_of_nobody(cabinet: Cabinet) -> Said:
    """The same, then a person request or the person."""
    return await (await _inactive(cabinet)).gets("person")


@row(55, 404, "not_found", "Person does not exist or is not active")
async def documents_of_nobody(cabinet: Cabinet) -> Said:
    """The same, then `/api/pis/documents`."""
    return await (await _inactive(cabinet)).posts("documents")


@row(56, 409, CONFLICT, "such person exists. Update this person.")
async def name_of_another(cabinet: Cabinet) -> Said:
    """Name and birth date of another invented person."""
    other = cabinet.person("age_95")
    patient = await cabinet.signed_in("no_viber")
    return await asks_change(
        patient,
        first_name=other.name.first,
        last_name=other.name.last,
        birth_date=other.birth_date.isoformat(),
    )


@row(
    56,
    409,
    CONFLICT,
    "such person can't be updated. New person should be created instead",
)
async def all_of_it_is_new(cabinet: Cabinet) -> Said:
    """First name, last name and birth date changed at once."""
    patient = await cabinet.signed_in("age_95")
    names = {"first_name": "Інна", "last_name": "Інакша", "birth_date": "1932-01-01"}
    return await asks_change(patient, **names)


@row(57, 422, INVALID, "Birthdate or unzr is not correct")
async def other_birth_date_in_unzr(cabinet: Cabinet) -> Said:
    """УНЗР whose date is not the birth date."""
    return await asks_change(await cabinet.signed_in("age_40"), unzr="19900101-00099")


@row(58, 422, INVALID, f'string does not match pattern "{SERIES}"')
async def latin_series(cabinet: Cabinet) -> Said:
    """A passport's series in Latin letters."""
    paper = {"type": "PASSPORT", "number": "AB123456", "issued_at": "2010-01-01"}
    return await asks_change(await cabinet.signed_in("age_95"), documents=[paper])


@row(59, 404, "not_found", "Approval not found")
async def unknown_access(cabinet: Cabinet) -> Said:
    """`DELETE /api/pis/apps/{id}` of an unknown or revoked one."""
    return await (await cabinet.signed_in("age_40")).asks("DELETE", f"apps/{uuid4()}")


async def _confidant(cabinet: Cabinet, signer: str, ward: str) -> Why:
    user_data = await cabinet.signed(signer, cabinet.named(ward))
    return redirect((await cabinet.opens("confidant/sign-in", user_data=user_data))[2])


@row(60, "redirect", "access_denied", "Applicant user is blocked.")
async def blocked(cabinet: Cabinet) -> Why:
    """`blocked_parent` signs in for `child_of_blocked_parent`."""
    return await _confidant(cabinet, "blocked_parent", "child_of_blocked_parent")


@row(61, "redirect", "access_denied", "Incorrect applicant person age for such an action.")
async def too_young_to_represent(cabinet: Cabinet) -> Why:
    """`parent_of_17` signs in for `child_of_parent_of_17`."""
    return await _confidant(cabinet, "parent_of_17", "child_of_parent_of_17")


@row(62, "redirect", "access_denied", "Applicant user not found.")
async def unknown_signer(cabinet: Cabinet) -> Why:
    """A confidant's certificate without РНОКПП (mistake `no_identity`)."""
    content = cabinet.named("child_of_7")
    user_data = await cabinet.signed("parent", content, Mistake.NO_IDENTITY)
    return redirect((await cabinet.opens("confidant/sign-in", user_data=user_data))[2])


@row(62, "redirect", "access_denied", "Applicant person not found.")
async def inactive_applicant(cabinet: Cabinet) -> Why:
    """A confidant whose `is_active` is false."""
    await cabinet.changes("parent", is_active=False)
    return await _confidant(cabinet, "parent", "child_of_7")


@row(62, "redirect", "access_denied", "Confidant person relationship not found")
async def nobodys_ward(cabinet: Cabinet) -> Why:
    """`guardian` signs in for `child_of_7`."""
    return await _confidant(cabinet, "guardian", "child_of_7")


@row(63, "redirect", "access_denied", "User with such tax_id already exists")
async def signed_up_twice(cabinet: Cabinet) -> Why:
    """`/my/sign-up` by anybody: everyone invented is registered."""
    user_data = await cabinet.signed("age_40", {"jwt": await cabinet.nonce()})
    return redirect((await cabinet.opens("sign-up", user_data=user_data))[2])


@row(64, "redirect", "access_denied", "The resource owner denied the request")
async def declined(cabinet: Cabinet) -> Why:
    """«Відмовити» on the consent page."""
    user_data = await cabinet.signed("age_40", {"jwt": await cabinet.nonce()})
    _, html, _ = await cabinet.opens("sign-in", user_data=user_data)
    return redirect(await cabinet.decides(html, "deny"))
