"""What a patient reads and changes at ЕСОЗ, through the client."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from bot.domain.cabinet import (
    DeclarationStatus,
    EsozRefusal,
    EsozRefused,
    MethodType,
    RequestStatus,
    VerificationStatus,
)
from bot.errors import NotFound

if TYPE_CHECKING:
    from tests.integration.esoz_pis.conftest import Esoz

NOBODY = "00000000-0000-4000-8000-000000000000"


async def test_person_is_read_whole(esoz: Esoz) -> None:
    known = await esoz.person()
    person = await esoz.cabinet.person(await esoz.acting())
    assert (person.last_name, person.first_name) == (known["last_name"], known["first_name"])
    assert str(person.birth_date) == known["birth_date"]
    assert person.tax_id == known["tax_id"]
    assert person.documents[0].number
    assert person.addresses[0].settlement
    assert person.emergency_contact


@pytest.mark.parametrize(
    ("special", "status"),
    [("", VerificationStatus.VERIFIED), ("not_verified", VerificationStatus.NOT_VERIFIED)],
)
async def test_verification_is_read(esoz: Esoz, special: str, status: VerificationStatus) -> None:
    verification = await esoz.cabinet.verification(await esoz.acting(special))
    assert verification.status is status
    assert verification.parts


async def test_ward_has_a_relationship_and_the_confidants_phone(esoz: Esoz) -> None:
    acting = await esoz.acting("child_of_7", confidant="parent")
    assert acting.is_confidant
    assert (await esoz.cabinet.verification(acting)).relationship
    methods = await esoz.cabinet.authentication_methods(acting)
    assert [method.type for method in methods] == [MethodType.THIRD_PERSON]


async def test_phone_is_changed_by_a_code(esoz: Esoz) -> None:
    acting = await esoz.acting()
    request = await esoz.cabinet.request_phone(acting, "+380501112233")
    sent = (await esoz.town.call("GET", "/sim/outbox"))["messages"]
    code = "".join(filter(str.isdigit, sent[-1]["text"]))[-4:]
    wrong = f"{(int(code) + 1) % 10000:04}"
    with pytest.raises(EsozRefused) as refused:
        await esoz.cabinet.approve_phone(acting, request.id, wrong)
    assert refused.value.code is EsozRefusal.CODE_WRONG
    await esoz.cabinet.approve_phone(acting, request.id, code)
    methods = await esoz.cabinet.authentication_methods(acting)
    assert [method.phone for method in methods if method.is_active] == ["+380501112233"]


async def test_change_of_data_is_signed_with_the_bytes_that_were_read(esoz: Esoz) -> None:
    acting = await esoz.acting()
    path = f"/sim/esoz/people/{acting.person_id}"
    person = (await esoz.town.call("GET", path))["person"]
    kept = {name: value for name, value in person.items() if name != "id"}
    request = await esoz.cabinet.create_person_request(acting, {**kept, "secret": "барвінок"})
    assert request.status is RequestStatus.NEW
    assert "<" in request.content_html
    assert json.loads(request.data_to_be_signed)["patient_signed"] is True
    again = await esoz.cabinet.person_request(acting, request.id)
    assert json.loads(again.data_to_be_signed) == json.loads(request.data_to_be_signed)
    for link in request.documents:
        await esoz.cabinet.upload_document(link, b"\xff\xd8\xff\xe0 a picture \xff\xd9")
    signed = await esoz.signed("", request.data_to_be_signed)
    done = await esoz.cabinet.complete_person_request(acting, request.id, signed)
    assert done is RequestStatus.SIGNED
    assert (await esoz.cabinet.person(acting)).secret == "барвінок"
    listed = await esoz.cabinet.person_requests(acting)
    assert [(one.id, one.status) for one in listed.items] == [(request.id, RequestStatus.SIGNED)]


async def test_request_of_a_declaration_is_made_signed_and_found(esoz: Esoz) -> None:
    acting = await esoz.acting()
    doctor = await esoz.family_doctor()
    request = await esoz.cabinet.create_declaration_request(
        acting, doctor["id"], doctor["division_id"]
    )
    assert request.parties.doctor_name
    signed = await esoz.signed("", request.data_to_be_signed)
    done = await esoz.cabinet.sign_declaration_request(acting, request.id, signed)
    assert done.status is RequestStatus.APPROVED
    known = await esoz.cabinet.declaration_request(acting, request.id)
    assert known.parties == request.parties
    listed = await esoz.cabinet.declaration_requests(acting, status=RequestStatus.APPROVED)
    assert [one.id for one in listed.items] == [request.id]
    ended = await esoz.cabinet.reject_declaration_request(acting, request.id)
    assert ended.status is RequestStatus.REJECTED


async def test_declaration_is_listed_opened_and_ended_once(esoz: Esoz) -> None:
    acting = await esoz.acting()
    page = await esoz.cabinet.declarations(acting)
    active = [one for one in page.items if one.status is DeclarationStatus.ACTIVE]
    if not active:
        pytest.skip("this person has no declaration in this world")
    opened = await esoz.cabinet.declaration(acting, active[0].id)
    assert opened.number == active[0].number
    ended = await esoz.cabinet.terminate_declaration(acting, opened.id, "Переїхали")
    assert ended.status is DeclarationStatus.TERMINATED
    with pytest.raises(EsozRefused) as refused:
        await esoz.cabinet.terminate_declaration(acting, opened.id)
    assert refused.value.code is EsozRefusal.DECLARATION_NOT_ACTIVE


async def test_own_access_is_listed_and_its_revocation_ends_the_session(esoz: Esoz) -> None:
    acting = await esoz.acting()
    page = await esoz.cabinet.accesses(acting)
    own = next(one for one in page.items if one.id == acting.access_id)
    assert "person:details_pis" in own.scope
    await esoz.cabinet.revoke_access(acting, own.id)
    with pytest.raises(NotFound):
        await esoz.cabinet.revoke_access(await esoz.acting(), own.id)


async def test_missing_documents_are_asked_for_and_uploaded(esoz: Esoz) -> None:
    acting = await esoz.acting("not_verified")
    links = await esoz.cabinet.missing_documents(acting)
    assert links
    assert await esoz.cabinet.complete_documents(acting)
    for link in links:
        await esoz.cabinet.upload_document(link, b"\xff\xd8\xff\xe0 a picture \xff\xd9")
    assert await esoz.cabinet.complete_documents(acting) == ()


async def test_declaration_of_nobody_is_not_found(esoz: Esoz) -> None:
    with pytest.raises(NotFound):
        await esoz.cabinet.declaration(await esoz.acting(), NOBODY)
