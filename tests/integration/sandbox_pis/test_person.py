"""A patient's own data: reading, phone by code, change by signature, papers, accesses (§5, §6)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from sandbox.esoz.pis.person_requests import documents_to_upload
from sandbox.esoz.pis.person_rules import check_data
from tests.integration.sandbox_pis.conftest import NOW
from tests.integration.sandbox_pis.refusals import asks_change, asks_phone, last_code, own_data

if TYPE_CHECKING:
    from tests.integration.sandbox_pis.conftest import Cabinet, Patient, Said

JPEG = b"\xff\xd8\xff\xe0 an invented picture"
PERSON = {
    "id", "first_name", "last_name", "second_name", "birth_date", "birth_country",
    "birth_settlement", "gender", "email", "tax_id", "no_tax_id", "secret", "documents",
    "addresses", "phones", "preferred_way_communication", "unzr", "emergency_contact",
    "verification",
}  # fmt: skip
OPTIONAL = {"second_name", "email", "tax_id", "phones", "preferred_way_communication", "unzr"}
CHECKS = {
    "drfo", "dracs_death", "nhs", "unzr", "mvs_passport", "dms_passport", "dracs_birth",
    "dracs_name_change", "legal_capacity",
}  # fmt: skip
APPROVAL = {
    "id", "created_at", "updated_at", "user_id", "applicant_user_id", "client_name", "client_id",
    "scope",
}  # fmt: skip
PERSON_REQUEST = {
    "id", "status", "channel", "inserted_at", "updated_at", "patient_signed",
    "process_disclosure_data_consent", "content", "person",
}  # fmt: skip


async def completes(patient: Patient, content: Any, special: str = "age_40") -> Said:
    agreed = content | {"patient_signed": True}
    body = {
        "signed_content": await patient.cabinet.signed(special, agreed),
        "signed_content_encoding": "base64",
    }
    return await patient.patches(f"person_requests/{content['id']}/actions/complete", body)


async def test_everyones_data_have_the_fields_of_the_document_and_pass_its_rules(
    cabinet: Cabinet,
) -> None:
    for patient in cabinet.world.esoz.pis.patients:
        if patient.relationship is None:
            said = await (await cabinet.signed_in_as(patient.id)).gets("person")
            assert PERSON - OPTIONAL <= set(said.data) <= PERSON
        data = {name: value for name, value in patient.data.items() if name != "id"}
        check_data(data, patient, NOW.date())
        assert documents_to_upload(patient, data) == []


async def test_verification_says_which_check_failed(cabinet: Cabinet) -> None:
    patient = await cabinet.signed_in("not_verified")
    said = await patient.gets("person/verification")
    (verification,) = said.data.values()
    assert verification["verification_status"] == "NOT_VERIFIED"
    assert set(verification["details"]) == CHECKS
    assert verification["details"]["nhs"]["verification_status"] == "NOT_VERIFIED"
    ward = await cabinet.signed_in("parent", "child_relationship_not_verified")
    said = await ward.gets("person/verification")
    relationship = said.data["confidant_person_relationship_verification"]
    assert relationship["verification_status"] == "VERIFICATION_NEEDED"


async def test_methods_of_a_ward_name_the_confidant_behind_a_mask(cabinet: Cabinet) -> None:
    ward = await cabinet.signed_in("parent", "child_of_7")
    (method,) = (await ward.gets("person/authentication_methods")).data
    parent = cabinet.person("parent")
    assert (method["type"], method["value"]) == ("THIRD_PERSON", parent.id)
    masked = f"{parent.name.last} {parent.name.first[0]}.{(parent.name.second or '')[0]}."
    assert method["confidant_person"]["name"] == masked


async def test_new_phone_needs_the_code_from_the_present_one(cabinet: Cabinet) -> None:
    patient = await cabinet.signed_in("age_40")
    said = await asks_phone(patient)
    assert (said.status, set(said.data)) == (201, {"id", "status", "channel"})
    current = said.body["urgent"]["authentication_method_current"]
    assert current == [{"type": "OTP", "phone_number": "+38050*****20"}]
    to, code = await last_code(cabinet)
    assert to == cabinet.person("age_40").phone
    path = f"authentication_method_requests/{said.data['id']}/actions"
    said = await patient.patches(f"{path}/approve", {"verification_code": int(code)})
    assert (said.status, said.data["status"]) == (201, "COMPLETED")
    (method,) = (await patient.gets("person/authentication_methods")).data
    assert method["phone_number"] == "+380501112233"
    renamed = await patient.patches(f"authentication_methods/{method['id']}", {"alias": "дім"})
    assert renamed.data["alias"] == "дім"
    path = f"authentication_methods/{method['id']}/actions/deactivate"
    assert (await patient.patches(path)).data["is_active"] is False
    assert (await patient.gets("person/authentication_methods")).data == []


async def test_code_goes_to_the_new_phone_where_there_is_no_other(cabinet: Cabinet) -> None:
    await asks_phone(await cabinet.signed_in("no_auth_method"))
    assert (await last_code(cabinet))[0] == "+380501112233"


async def test_code_can_be_sent_again_and_then_only_the_new_one_is_right(cabinet: Cabinet) -> None:
    patient = await cabinet.signed_in("age_40")
    path = f"authentication_method_requests/{(await asks_phone(patient)).data['id']}/actions"
    _, old = await last_code(cabinet)
    await cabinet.world.clock.advance(30)
    said = await patient.posts(f"{path}/resend_otp")
    assert set(said.data) == {"id", "status", "code_expired_at", "active"}
    _, new = await last_code(cabinet)
    wrong = await patient.patches(f"{path}/approve", {"verification_code": int(old)})
    assert wrong.status == 403
    right = await patient.patches(f"{path}/approve", {"verification_code": int(new)})
    assert right.status == 201


async def test_change_of_data_is_signed_and_then_stands(cabinet: Cabinet) -> None:
    patient = await cabinet.signed_in("age_40")
    said = await asks_change(patient, email="new@example.com")
    assert (said.status, set(said.data)) == (201, PERSON_REQUEST)
    assert said.body["urgent"] == {"documents": []}
    done = await completes(patient, said.data)
    assert set(done.data) == {"person_id", "status", "id", "updated_at"}
    assert done.data["status"] == "SIGNED"
    assert (await patient.gets("person")).data["email"] == "new@example.com"
    (listed,) = (await patient.gets("person_requests", status="signed")).data
    assert set(listed) == {"id", "status", "channel", "inserted_at", "updated_at", "person"}
    one = await patient.gets(f"person_requests/{listed['id']}")
    assert one.body["urgent"]["links"][0]["type"] == "SIGNED_CONTENT"


async def test_new_document_needs_its_picture_first(cabinet: Cabinet) -> None:
    patient = await cabinet.signed_in("age_40")
    (paper,) = (await own_data(patient))["documents"]
    said = await asks_change(patient, documents=[paper | {"number": "123456789"}])
    (link,) = said.body["urgent"]["documents"]
    assert link["type"] == "NATIONAL_ID"
    early = await completes(patient, said.data)
    assert early.why == (409, "request_conflict", "Documents NATIONAL_ID is not uploaded")
    assert await cabinet.puts(link["url"], b"GIF89a") == 415
    assert await cabinet.puts(link["url"], JPEG) == 200
    assert (await completes(patient, said.data)).status == 200


async def test_address_for_an_upload_stops_working(cabinet: Cabinet) -> None:
    patient = await cabinet.signed_in("not_verified")
    (link,) = (await patient.posts("documents")).data
    await cabinet.world.clock.advance(timedelta(minutes=30).total_seconds())
    assert await cabinet.puts(link["url"], JPEG) == 403


async def test_wanted_papers_are_uploaded_and_then_looked_at(cabinet: Cabinet) -> None:
    patient = await cabinet.signed_in("not_verified")
    (link,) = (await patient.posts("documents")).data
    (missing,) = (await patient.patches("documents/actions/complete")).data
    assert missing["type"] == link["type"] == "NATIONAL_ID"
    await cabinet.puts(link["url"], JPEG)
    assert (await patient.patches("documents/actions/complete")).data == []
    said = await patient.gets("person/verification")
    assert said.data["person_verification"]["verification_status"] == "IN_REVIEW"


@pytest.mark.parametrize("how", ["reject", "another"])
async def test_change_can_be_dropped(cabinet: Cabinet, how: str) -> None:
    patient = await cabinet.signed_in("age_40")
    said = await asks_change(patient, email="new@example.com")
    path = f"person_requests/{said.data['id']}"
    if how == "reject":
        await patient.patches(f"{path}/actions/reject")
    else:
        await asks_change(patient, email="newer@example.com")
    status = (await patient.gets(path)).data["status"]
    assert status == ("REJECTED" if how == "reject" else "CANCELLED")


async def test_change_that_nobody_signs_expires(cabinet: Cabinet) -> None:
    await cabinet.switches(access_token_seconds=100 * 24 * 3600)
    patient = await cabinet.signed_in("age_40")
    await asks_change(patient, email="new@example.com")
    await cabinet.world.clock.advance(timedelta(days=32).total_seconds())
    (listed,) = (await patient.gets("person_requests")).data
    assert listed["status"] == "EXPIRED"
    assert (await patient.gets("person")).data.get("email") != "new@example.com"


async def test_accesses_are_listed_and_taken_back(cabinet: Cabinet) -> None:
    patient = await cabinet.signed_in("age_40")
    rows = (await patient.gets("apps")).data
    assert all(set(row) == APPROVAL for row in rows)
    own = patient.token["details"]["app_id"]
    other = next(row for row in rows if row["id"] != own)
    assert (await patient.gets("apps", client_names=other["client_name"])).data == [other]
    assert (await patient.asks("DELETE", f"apps/{other['id']}")).status == 204
    assert [row["id"] for row in (await patient.gets("apps")).data] == [own]
    assert (await patient.asks("DELETE", f"apps/{own}")).status == 204
    assert (await patient.gets("person")).why[2] == "Invalid access token"
    refresh = patient.token["details"]["refresh_token"]
    said = await cabinet.exchanges(grant_type="refresh_token", refresh_token=refresh)
    assert said.status == 401


async def test_dictionary_and_settlements_are_there(cabinet: Cabinet) -> None:
    patient = await cabinet.signed_in("age_40")
    (dictionary,) = (await patient.gets("../v2/dictionaries", name="DOCUMENT_TYPE")).data
    assert "PASSPORT" in {value["code"] for value in dictionary["values"]}
    regions = (await patient.gets("../uaddresses/regions", name="льв")).data
    assert [row["region"] for row in regions] == ["Львівська"]
    found = await patient.gets("../uaddresses/settlements", region="Львівська", name="льв")
    assert "Львів" in {row["name"] for row in found.data}
    assert (await patient.gets("../uaddresses/settlements")).entry == "$.region"
