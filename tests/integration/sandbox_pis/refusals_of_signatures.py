"""Row 21, and rows 33 to 45: signing, and what can no longer be done."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from asn1crypto import cms

from sandbox.signer.mistakes import Mistake
from tests.integration.sandbox_pis.refusals import (
    Why,
    asks_change,
    redirect,
    requested,
    row,
    sends,
    signed_request,
)

if TYPE_CHECKING:
    from tests.integration.sandbox_pis.conftest import Cabinet, Said

CONFLICT, INVALID, MALFORMED = "request_conflict", "validation_failed", "request_malformed"


@row(21, 422, MALFORMED, "This doctor has 1800 declarations and could not sign more")
async def doctor_filled_meanwhile(cabinet: Cabinet) -> Said:
    """`POST /sim/doctors` with `free_places` 0 between create and sign."""
    patient, said = await requested(cabinet, "age_40")
    content = said.data["data_to_be_signed"]
    content["person"]["patient_signed"] = True
    doctor = content["employee"]["id"]
    await cabinet.posts("/sim/doctors", {"employee_id": doctor, "free_places": 0})
    return await sends(patient, content["id"], await cabinet.signed("age_40", content))


async def _signs_with(cabinet: Cabinet, **body: str) -> Said:
    patient, said = await requested(cabinet, "age_40")
    path = f"declaration_requests/{said.data['id']}/actions/sign"
    return await patient.patches(path, body)


@row(33, 422, INVALID, "required property signed_content was not present")
async def nothing_signed(cabinet: Cabinet) -> Said:
    """Sign without `signed_content`."""
    return await _signs_with(cabinet)


@row(34, 422, INVALID, "Invalid signed content")
async def not_a_container(cabinet: Cabinet) -> Said:
    """`signed_content` that is no base64 or no PKCS#7."""
    return await _signs_with(cabinet, signed_content="AAAA", signed_content_encoding="base64")


@row(35, 422, INVALID, "value is not allowed in enum")
async def other_encoding(cabinet: Cabinet) -> Said:
    """`signed_content_encoding` other than base64."""
    return await _signs_with(cabinet, signed_content="AAAA", signed_content_encoding="hex")


@row(36, 400, MALFORMED, "Invalid signature")
async def broken_signature(cabinet: Cabinet) -> Said:
    """The signer's mistake `broken`, `expired` or `unknown_authority`."""
    return await signed_request(cabinet, mistake=Mistake.BROKEN)


@row(37, 400, MALFORMED, "document must be signed by 1 signer but contains 0 signatures")
async def no_signature(cabinet: Cabinet) -> Said:
    """A container without a signer; with two signers it says 2."""
    patient, said = await requested(cabinet, "age_40")
    info = cms.ContentInfo.load(base64.b64decode(await cabinet.signed("age_40", {})))
    info["content"]["signer_infos"] = cms.SignerInfos([])
    container = base64.b64encode(info.dump(force=True)).decode()
    return await sends(patient, said.data["id"], container)


@row(38, "redirect", "access_denied", "Digital signature timestamp is expired")
async def stale_signature(cabinet: Cabinet) -> Why:
    """A sign-in of a confidant that was signed more than 15 minutes ago."""
    user_data = await cabinet.signed("parent", cabinet.named("child_of_7"))
    await cabinet.world.clock.advance(16 * 60)
    return redirect((await cabinet.opens("confidant/sign-in", user_data=user_data))[2])


@row(39, 422, INVALID, "Does not match the signer drfo")
async def somebody_else_signs(cabinet: Cabinet) -> Said:
    """Another person signs."""
    return await signed_request(cabinet, "parent")


@row(40, 422, INVALID, "Signed content does not match the previously created content")
async def altered_content(cabinet: Cabinet) -> Said:
    """One key of what is signed is altered, added or dropped."""
    return await signed_request(cabinet, seed="another")


@row(41, 422, INVALID, "Patient must sign declaration form")
async def no_yes_to_signing(cabinet: Cabinet) -> Said:
    """A declaration request signed with `patient_signed` false."""
    return await signed_request(cabinet, person={"patient_signed": False})


@row(41, 422, INVALID, "value is not allowed in enum")
async def no_yes_to_a_change(cabinet: Cabinet) -> Said:
    """A person request signed with `patient_signed` false."""
    patient = await cabinet.signed_in("age_40")
    data = (await asks_change(patient)).data
    container = await cabinet.signed("age_40", data)
    body = {"signed_content": container, "signed_content_encoding": "base64"}
    return await patient.patches(f"person_requests/{data['id']}/actions/complete", body)


@row(
    42,
    403,
    "forbidden",
    " Only declaration request with NEW or APPROVED statuses can be rejected",
)
async def rejected_twice(cabinet: Cabinet) -> Said:
    """Reject a request that is SIGNED, EXPIRED, REJECTED or CANCELLED."""
    patient, said = await requested(cabinet, "age_40")
    path = f"declaration_requests/{said.data['id']}/actions/reject"
    await patient.patches(path)
    return await patient.patches(path)


@row(43, 409, CONFLICT, "Invalid transition")
async def signed_after_rejecting(cabinet: Cabinet) -> Said:
    """Sign a request that is not NEW."""
    patient, said = await requested(cabinet, "age_40")
    await patient.patches(f"declaration_requests/{said.data['id']}/actions/reject")
    return await sends(patient, said.data["id"], "")


@row(44, 422, INVALID, "Incorrect status")
async def cosigned_too_early(cabinet: Cabinet) -> Said:
    """`POST /sim/desk/declaration_requests/{id}` before the patient has signed."""
    _, said = await requested(cabinet, "age_40")
    desk = f"/sim/desk/declaration_requests/{said.data['id']}"
    return await cabinet.posts(desk, {"action": "cosign"})


@row(45, 422, MALFORMED, "declaration status is not active")
async def ended_twice(cabinet: Cabinet) -> Said:
    """End a declaration that has ended."""
    patient = await cabinet.signed_in("age_40")
    (current,) = (await patient.gets("declarations", status="active")).data
    path = f"declarations/{current['id']}/actions/terminate"
    await patient.patches(path, {"reason_description": "Переїзд"})
    return await patient.patches(path)
