"""Declaration requests: create, sign, co-sign, reject, expire (esoz.md §4)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from sandbox.signer.mistakes import Mistake
from tests.integration.sandbox_pis.conftest import NOW

if TYPE_CHECKING:
    from tests.integration.sandbox_pis.conftest import Cabinet, Patient, Said

TO_BE_SIGNED = {
    "id", "status", "declaration_number", "declaration_id", "start_date", "end_date",
    "content", "channel", "person", "employee", "legal_entity", "division", "seed",
    "authorize_with",
}  # fmt: skip
CREATED = TO_BE_SIGNED - {"authorize_with"} | {"scope", "data_to_be_signed"}
LISTED = {
    "id", "declaration_number", "start_date", "end_date", "channel", "status", "status_reason",
    "person", "employee", "legal_entity", "division",
}  # fmt: skip
DETAILS = {
    "id", "declaration_number", "declaration_id", "start_date", "end_date", "scope", "status",
    "status_reason", "channel", "current_declaration_count", "system_declaration_limit",
    "patient_id", "employee_id", "legal_entity_id", "division_id", "data_to_be_signed",
}  # fmt: skip


async def created(cabinet: Cabinet, special: str = "age_40") -> tuple[Patient, Said]:
    patient = await cabinet.signed_in(special)
    said = await patient.posts("declaration_requests", await cabinet.doctor())
    assert said.status == 201, said.body
    return patient, said


async def signs(
    patient: Patient, content: Any, special: str = "age_40", mistake: Mistake = Mistake.NONE
) -> Said:
    """Agree to signing, as ЕСОЗ wants it, sign, and send."""
    person = content["person"] | {"patient_signed": True}
    signed = await patient.cabinet.signed(special, content | {"person": person}, mistake)
    body = {"signed_content": signed, "signed_content_encoding": "base64"}
    return await patient.patches(f"declaration_requests/{content['id']}/actions/sign", body)


async def test_request_has_the_fields_of_the_document(cabinet: Cabinet) -> None:
    patient, said = await created(cabinet)
    assert set(said.data) == CREATED
    content = said.data["data_to_be_signed"]
    assert set(content) == TO_BE_SIGNED
    assert (said.data["status"], said.data["channel"]) == ("NEW", "PIS")
    assert content["person"]["patient_signed"] is False
    assert content["person"]["id"] == patient.token["user"]["person_id"]
    assert content["declaration_number"] in content["content"]
    listed = await patient.gets("declaration_requests")
    assert set(listed.data[0]) == LISTED
    assert set(listed.body["paging"]) == {
        "page_number",
        "page_size",
        "total_entries",
        "total_pages",
    }
    one = await patient.gets(f"declaration_requests/{said.data['id']}")
    assert set(one.data) == DETAILS
    assert one.data["data_to_be_signed"] == content
    method = one.body["urgent"]["authentication_method_current"]
    assert method == {"type": "OTP", "number": "+38050*****20"}


async def test_signed_request_becomes_a_declaration_at_the_desk(cabinet: Cabinet) -> None:
    patient, said = await created(cabinet)
    (before,) = (await patient.gets("declarations", status="active")).data
    answer = await signs(patient, said.data["data_to_be_signed"])
    assert (answer.status, answer.data["status"]) == (201, "APPROVED")
    desk = f"/sim/desk/declaration_requests/{said.data['id']}"
    assert (await cabinet.posts(desk, {"action": "cosign"})).body["status"] == "SIGNED"
    (now,) = (await patient.gets("declarations", status="active")).data
    assert now["id"] == said.data["declaration_id"]
    ended = (await patient.gets(f"declarations/{before['id']}")).data
    assert ended["status"] == "terminated"
    events = await cabinet.gets("/esoz/api/events/", **{"api-key": cabinet.world.esoz.api_key})
    changes = {(one["entity_id"], one["properties"]["status"]["new_value"]) for one in events.data}
    assert {(now["id"], "active"), (before["id"], "terminated")} <= changes


async def test_doctors_count_grows_with_a_declaration(cabinet: Cabinet) -> None:
    patient, said = await created(cabinet)
    path = f"declaration_requests/{said.data['id']}"
    before = (await patient.gets(path)).data["current_declaration_count"]
    await signs(patient, said.data["data_to_be_signed"])
    await cabinet.posts(f"/sim/desk/{path}", {"action": "cosign"})
    after = (await patient.gets(path)).data
    assert after["current_declaration_count"] == before + 1
    party = said.data["employee"]["party"]["id"]
    limits = {row["party_id"]: row for row in await cabinet.bulk("declarations_limit")}
    assert limits[party]["declarations_count"] == before + 1


async def test_answer_after_signing_can_be_the_one_that_the_document_prints(
    cabinet: Cabinet,
) -> None:
    await cabinet.switches(status_after_sign="SIGNED")
    patient, said = await created(cabinet)
    answer = await signs(patient, said.data["data_to_be_signed"])
    assert answer.data["status"] == "SIGNED"


async def test_parent_signs_for_a_child(cabinet: Cabinet) -> None:
    patient = await cabinet.signed_in("parent", ward="child_of_7")
    doctor = await cabinet.doctor("FAMILY_DOCTOR")
    said = await patient.posts("declaration_requests", doctor)
    content = said.data["data_to_be_signed"]
    (confidant,) = content["person"]["confidant_person"]
    assert confidant["tax_id"] == cabinet.person("parent").tax_id
    assert (await signs(patient, content, "parent")).status == 201


async def test_pediatrician_keeps_a_child_until_the_day_before_majority(cabinet: Cabinet) -> None:
    special = "age_17_with_legal_capacity_document"
    patient = await cabinet.signed_in(special)
    said = await patient.posts("declaration_requests", await cabinet.doctor("PEDIATRICIAN"))
    born = cabinet.person(special).birth_date
    last = born.replace(year=born.year + 18) - timedelta(days=1)
    assert said.data["end_date"] == last.isoformat()
    assert said.data["start_date"] == NOW.date().isoformat()


async def test_new_request_cancels_the_one_before(cabinet: Cabinet) -> None:
    patient, first = await created(cabinet)
    await patient.posts("declaration_requests", await cabinet.doctor())
    one = (await patient.gets(f"declaration_requests/{first.data['id']}")).data
    assert (one["status"], one["status_reason"]) == ("CANCELLED", "request_cancelled")


async def test_request_that_waits_too_long_expires_and_is_cleared(cabinet: Cabinet) -> None:
    patient, said = await created(cabinet)
    await cabinet.switches(access_token_seconds=100 * 24 * 3600)
    patient = await cabinet.signed_in("age_40")
    await cabinet.world.clock.advance(31 * 24 * 3600)
    (row,) = (await patient.gets("declaration_requests")).data
    assert (row["status"], row["status_reason"]) == ("EXPIRED", "request_overdue")
    assert set(row["person"]) == {"id"}
    one = (await patient.gets(f"declaration_requests/{said.data['id']}")).data
    assert "data_to_be_signed" not in one


@pytest.mark.parametrize("action", ["patient", "desk"])
async def test_request_can_be_rejected_by_patient_or_facility(
    cabinet: Cabinet, action: str
) -> None:
    patient, said = await created(cabinet)
    await signs(patient, said.data["data_to_be_signed"])
    path = f"declaration_requests/{said.data['id']}"
    if action == "desk":
        await cabinet.posts(f"/sim/desk/{path}", {"action": "reject"})
    else:
        answer = await patient.patches(f"{path}/actions/reject")
        assert (answer.status, set(answer.data)) == (201, DETAILS)
    assert (await patient.gets(path)).data["status"] == "REJECTED"


async def test_lists_can_be_filtered_and_paged(cabinet: Cabinet) -> None:
    patient = await cabinet.signed_in("age_40")
    everything = (await patient.gets("declarations")).data
    assert len(everything) == 3
    statuses = [row["status"] for row in everything]
    assert statuses == ["active", "terminated", "terminated"]
    assert len((await patient.gets("declarations", status="TERMINATED")).data) == 2
    first = everything[-1]["start_date"]
    assert len((await patient.gets("declarations", start_date_to=first)).data) == 1
    page = await patient.gets("declarations", page="2", page_size="2")
    assert [row["id"] for row in page.data] == [everything[2]["id"]]
    assert page.body["paging"]["total_pages"] == 2
    wrong = await patient.gets("declarations", page_size="301")
    assert (wrong.status, wrong.entry) == (422, "$.page_size")


async def test_declaration_closes_after_its_last_day(cabinet: Cabinet) -> None:
    await cabinet.switches(access_token_seconds=6 * 366 * 24 * 3600)
    patient = await cabinet.signed_in("age_40")
    await cabinet.world.clock.advance(6 * 365 * 24 * 3600)
    statuses = [row["status"] for row in (await patient.gets("declarations")).data]
    assert statuses == ["closed", "terminated", "terminated"]
