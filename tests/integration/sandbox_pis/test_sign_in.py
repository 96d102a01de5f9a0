"""Sign-in: nonce, signature, consent page, code, tokens, refresh, logout (esoz.md §1.3)."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING

import pytest
from asn1crypto import cms

from sandbox.esoz.pis.tokens import NONCE_SECONDS
from sandbox.signer.mistakes import Mistake

if TYPE_CHECKING:
    from tests.integration.sandbox_pis.conftest import Cabinet

CLAIMS = {"aud", "exp", "iat", "iss", "jti", "nbf", "nonce", "sub", "typ"}


async def signed_nonce(cabinet: Cabinet, special: str, mistake: Mistake = Mistake.NONE) -> str:
    return await cabinet.signed(special, {"jwt": await cabinet.nonce()}, mistake)


async def test_nonce_is_a_jwt_of_fifteen_minutes_for_the_client(cabinet: Cabinet) -> None:
    head, claims, _ = (await cabinet.nonce()).split(".")
    assert json.loads(base64.urlsafe_b64decode(head + "==")) == {"alg": "HS512", "typ": "JWT"}
    said = json.loads(base64.urlsafe_b64decode(claims + "=="))
    assert set(said) == CLAIMS
    assert said["exp"] - said["iat"] == NONCE_SECONDS
    assert (said["sub"], said["aud"]) == (cabinet.client_id, "mithril-login")


async def test_consent_page_names_person_and_wishes_and_cannot_be_framed(cabinet: Cabinet) -> None:
    user_data = await signed_nonce(cabinet, "age_40")
    answer = await cabinet.client.get(
        "/my/sign-in",
        params={
            "client_id": cabinet.client_id,
            "redirect_uri": "https://bot.example/oauth/callback",
            "scope": "person:details_pis app:read_pis",
            "user_data": user_data,
        },
    )
    html = await answer.text()
    assert answer.headers["X-Frame-Options"] == "deny"
    assert str(cabinet.person("age_40").name) in html
    assert "бачити ваші персональні дані" in html
    assert "Пісочниця" in html
    assert "<script" not in html


async def test_allowed_person_brings_a_code_and_the_code_gives_tokens(cabinet: Cabinet) -> None:
    user_data = await signed_nonce(cabinet, "age_40")
    _, html, _ = await cabinet.opens("sign-in", user_data=user_data)
    back = await cabinet.decides(html, "allow")
    assert back["state"] == "s-1"
    said = await cabinet.exchanges_code(back["code"])
    person = cabinet.person("age_40")
    assert said.status == 201
    token = said.data
    assert set(token) == {"value", "name", "id", "user_id", "user", "expires_at", "details"}
    assert (token["name"], token["user"]) == ("access_token", {"person_id": person.id})
    assert set(token["details"]) == {
        "app_id",
        "applicant_user_id",
        "applicant_person_id",
        "scope",
        "refresh_token",
        "redirect_uri",
        "grant_type",
        "client_id",
    }
    assert token["details"]["applicant_person_id"] == person.id


async def test_declined_consent_comes_back_as_access_denied(cabinet: Cabinet) -> None:
    user_data = await signed_nonce(cabinet, "age_40")
    _, html, _ = await cabinet.opens("sign-in", user_data=user_data)
    back = await cabinet.decides(html, "deny")
    assert set(back) == {"error", "error_description", "state"}
    assert back["error"] == "access_denied"


async def test_page_loaded_twice_still_works_but_a_nonce_is_spent_once(cabinet: Cabinet) -> None:
    user_data = await signed_nonce(cabinet, "age_40")
    await cabinet.opens("sign-in", user_data=user_data)
    _, html, _ = await cabinet.opens("sign-in", user_data=user_data)
    assert "code" in await cabinet.decides(html, "allow")
    _, _, back = await cabinet.opens("sign-in", user_data=user_data)
    assert back["error_description"] == "JWT is invalid."


async def test_without_signature_the_page_lets_choose_an_invented_person(cabinet: Cabinet) -> None:
    _, html, _ = await cabinet.opens("sign-in")
    assert cabinet.person("age_40").name.last in html


@pytest.mark.parametrize("wrong", ["client_id", "redirect_uri"])
async def test_wrong_client_or_address_is_told_on_the_page_and_never_redirected(
    cabinet: Cabinet, wrong: str
) -> None:
    status, html, back = await cabinet.opens("sign-in", **{wrong: "https://bot.example/oauth"})
    assert (status, back) == (400, {})
    assert "Вхід не вдався" in html


async def test_unknown_scope_comes_back_as_invalid_scope(cabinet: Cabinet) -> None:
    user_data = await signed_nonce(cabinet, "age_40")
    _, _, back = await cabinet.opens("sign-in", user_data=user_data, scope="referral:read")
    assert back["error"] == "invalid_scope"


async def test_errors_stay_on_the_page_where_redirects_are_switched_off(cabinet: Cabinet) -> None:
    await cabinet.switches(redirects_errors=False)
    status, html, back = await cabinet.opens("sign-in", user_data="!")
    assert (status, back) == (400, {})
    assert "Invalid signed content" in html


@pytest.mark.parametrize(
    ("mistake", "said"),
    [
        (Mistake.NOT_A_SIGNATURE, "Invalid signed content"),
        (Mistake.BROKEN, "Invalid signature"),
        (Mistake.EXPIRED, "Invalid signature"),
        (Mistake.UNKNOWN_AUTHORITY, "Invalid signature"),
        (
            Mistake.TWO_SIGNERS,
            "document must be signed by 1 signer but contains 2 signatures",
        ),
        (
            Mistake.STAMP,
            (
                "document must contain 1 signature and 0 stamps "
                "but contains 0 signatures and 1 stamps"
            ),
        ),
        (Mistake.NO_IDENTITY, "Unable to authenticate signer"),
    ],
)
async def test_wrong_signature_under_the_nonce_is_refused(
    cabinet: Cabinet, mistake: Mistake, said: str
) -> None:
    user_data = await signed_nonce(cabinet, "age_40", mistake)
    _, _, back = await cabinet.opens("sign-in", user_data=user_data)
    assert back["error_description"] == said


@pytest.mark.parametrize("mistake", [Mistake.RSA, Mistake.DSTU])
async def test_other_keys_of_the_same_person_sign_in_too(
    cabinet: Cabinet, mistake: Mistake
) -> None:
    user_data = await signed_nonce(cabinet, "age_40", mistake)
    status, _, _ = await cabinet.opens("sign-in", user_data=user_data)
    assert status == 200


async def test_container_without_any_signature_is_refused(cabinet: Cabinet) -> None:
    signed = base64.b64decode(await signed_nonce(cabinet, "age_40"))
    info = cms.ContentInfo.load(signed)
    info["content"]["signer_infos"] = cms.SignerInfos([])
    user_data = base64.b64encode(info.dump(force=True)).decode()
    _, _, back = await cabinet.opens("sign-in", user_data=user_data)
    expected = "document must be signed by 1 signer but contains 0 signatures"
    assert back["error_description"] == expected


async def test_person_without_tax_number_signs_with_a_passport(cabinet: Cabinet) -> None:
    status, _, _ = await cabinet.opens(
        "sign-in", user_data=await signed_nonce(cabinet, "no_tax_id")
    )
    assert status == 200


async def test_old_nonce_and_old_signature_are_refused(cabinet: Cabinet) -> None:
    user_data = await signed_nonce(cabinet, "age_40")
    await cabinet.world.clock.advance(NONCE_SECONDS)
    _, _, back = await cabinet.opens("sign-in", user_data=user_data)
    assert back["error_description"] == "JWT expired"
    ward = await cabinet.signed("parent", cabinet.named("child_of_7"))
    await cabinet.world.clock.advance(16 * 60)
    _, _, back = await cabinet.opens("confidant/sign-in", user_data=ward)
    assert back["error_description"] == "Digital signature timestamp is expired"


async def test_parent_signs_in_for_a_child_of_seven(cabinet: Cabinet) -> None:
    user_data = await cabinet.signed("parent", cabinet.named("child_of_7"))
    _, html, _ = await cabinet.opens("confidant/sign-in", user_data=user_data)
    assert str(cabinet.person("child_of_7").name) in html
    back = await cabinet.decides(html, "allow")
    token = (await cabinet.exchanges_code(back["code"])).data
    assert token["user"]["person_id"] == cabinet.person("child_of_7").id
    assert token["details"]["applicant_person_id"] == cabinet.person("parent").id


@pytest.mark.parametrize(
    ("signer", "ward", "said"),
    [
        ("parent", "age_40", "Confidant person relationship not found"),
        ("guardian", "child_of_7", "Confidant person relationship not found"),
        ("blocked_parent", "child_of_blocked_parent", "Applicant user is blocked."),
        (
            "parent_of_17",
            "child_of_parent_of_17",
            "Incorrect applicant person age for such an action.",
        ),
    ],
)
async def test_confidant_who_may_not_act_is_refused(
    cabinet: Cabinet, signer: str, ward: str, said: str
) -> None:
    user_data = await cabinet.signed(signer, cabinet.named(ward))
    _, _, back = await cabinet.opens("confidant/sign-in", user_data=user_data)
    assert back["error_description"] == said


async def test_confidant_whom_nobody_knows_is_refused(cabinet: Cabinet) -> None:
    content = cabinet.named("child_of_7")
    user_data = await cabinet.signed("parent", content, Mistake.NO_IDENTITY)
    _, _, back = await cabinet.opens("confidant/sign-in", user_data=user_data)
    assert back["error_description"] == "Applicant user not found."
    await cabinet.changes("parent", is_active=False)
    user_data = await cabinet.signed("parent", content)
    _, _, back = await cabinet.opens("confidant/sign-in", user_data=user_data)
    assert back["error_description"] == "Applicant person not found."


async def test_child_of_thirteen_cannot_sign_in_alone(cabinet: Cabinet) -> None:
    user_data = await signed_nonce(cabinet, "age_13")
    _, _, back = await cabinet.opens("sign-in", user_data=user_data)
    assert back["error_description"] == "Incorrect person age for such an action."


async def test_everyone_is_registered_already(cabinet: Cabinet) -> None:
    user_data = await signed_nonce(cabinet, "age_40")
    _, _, back = await cabinet.opens("sign-up", user_data=user_data)
    assert back["error_description"] == "User with such tax_id already exists"
