"""Дія's acquirer API: sessions, branches and offers, requests and their life."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from sandbox.signer.diia.access import ACQUIRER_TOKEN, AUTH_TOKEN
from sandbox.signer.diia.branches import BRANCH_ID, OFFER_ID

if TYPE_CHECKING:
    from tests.integration.sandbox_signer.conftest import Acquirer
    from tests.town import Town

STATUS = "/api/v1/acquirers/offer-request/status?otp=&requestId="


@pytest.mark.parametrize(
    ("acquirer_token", "authorization"),
    [
        pytest.param("wrong", f"Basic {AUTH_TOKEN}", id="acquirer"),
        pytest.param(ACQUIRER_TOKEN, "Basic wrong", id="auth"),
        pytest.param(ACQUIRER_TOKEN, f"Bearer {ACQUIRER_TOKEN}", id="bearer"),
    ],
)
async def test_wrong_secret_gets_no_session(
    acquirer: Acquirer, acquirer_token: str, authorization: str
) -> None:
    assert await acquirer.begins(acquirer_token, authorization) == 401


async def test_session_ends_after_two_hours(world: Town, acquirer: Acquirer) -> None:
    await world.advance(hours=1, minutes=59)
    assert (await acquirer.asks())[0] == 200
    await world.advance(minutes=1)
    assert (await acquirer.asks())[0] == 401
    await acquirer.begins()
    assert (await acquirer.asks())[0] == 200


async def test_deeplink_opens_a_page_that_names_the_file_and_the_acquirer(
    world: Town, acquirer: Acquirer
) -> None:
    status, answer = await acquirer.asks()
    assert status == 200
    async with world.http.get(answer["deeplink"]) as page:
        text = await page.text()
    assert "Заявка.json" in text
    assert "Помічник пацієнта (вигаданий)" in text


async def test_request_that_nobody_signs_expires_in_three_minutes(
    world: Town, acquirer: Acquirer
) -> None:
    _, answer = await acquirer.asks()
    assert await acquirer.calls("GET", f"{STATUS}request-1") == (200, {"status": "pending"})
    await world.advance(minutes=3)
    assert await acquirer.calls("GET", f"{STATUS}request-1") == (200, {"status": "expired"})
    async with world.http.get(answer["deeplink"]) as page:
        assert "Час запиту минув" in await page.text()


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"requestId": ""}, id="no-id"),
        pytest.param({"returnLink": "http://example.com/"}, id="open-return"),
        pytest.param({"signAlgo": "RSA"}, id="algorithm"),
        pytest.param({"data": {"hashedFilesSigning": {"hashedFiles": []}}}, id="no-files"),
        pytest.param(
            {
                "data": {
                    "hashedFilesSigning": {"hashedFiles": [{"fileName": "a", "fileHash": "eA=="}]}
                }
            },
            id="no-hash",
        ),
    ],
)
async def test_request_that_is_none_is_refused(
    acquirer: Acquirer, changes: dict[str, Any]
) -> None:
    assert (await acquirer.asks(**changes))[0] == 400


async def test_unknown_offer_branch_and_request_are_not_found(acquirer: Acquirer) -> None:
    assert (await acquirer.asks(offerId="unknown"))[0] == 404
    path = "/api/v2/acquirers/branch/unknown"
    assert (await acquirer.calls("GET", path))[0] == 404
    assert (await acquirer.calls("GET", f"{STATUS}unknown"))[0] == 404


async def test_branch_without_the_scope_may_not_ask(acquirer: Acquirer) -> None:
    _, branch = await acquirer.calls("GET", f"/api/v2/acquirers/branch/{BRANCH_ID}")
    changed = branch | {"scopes": {"diiaId": ["auth"]}}
    await acquirer.calls("PUT", f"/api/v2/acquirers/branch/{BRANCH_ID}", changed)
    status, answer = await acquirer.asks()
    assert (status, answer["message"]) == (403, "forbidden")


async def test_own_branch_and_offer_are_registered_listed_and_removed(acquirer: Acquirer) -> None:
    branch = {
        "name": "Наша",
        "deliveryTypes": ["api"],
        "offerRequestType": "dynamic",
        "scopes": {"diiaId": ["hashedFilesSigning"]},
        "city": "Київ",
    }
    _, made = await acquirer.calls("POST", "/api/v2/acquirers/branch", branch)
    offers = f"/api/v1/acquirers/branch/{made['_id']}/offer"
    _, offer = await acquirer.calls("POST", offers, {"name": "Підпис", "scopes": branch["scopes"]})
    _, listed = await acquirer.calls("GET", "/api/v2/acquirers/branches?skip=1&limit=5")
    assert [(one["name"], one["city"]) for one in listed["branches"]] == [("Наша", "Київ")]
    _, listed = await acquirer.calls("GET", f"{offers}s")
    assert [one["_id"] for one in listed["offers"]] == [offer["_id"]]
    assert (await acquirer.calls("DELETE", f"{offers}/{offer['_id']}"))[0] == 204
    path = f"/api/v2/acquirers/branch/{made['_id']}"
    assert (await acquirer.calls("DELETE", path))[0] == 204
    assert (await acquirer.calls("GET", path))[0] == 404


async def test_offer_of_another_branch_does_not_do(acquirer: Acquirer) -> None:
    branch = {
        "name": "Інша",
        "deliveryTypes": ["api"],
        "offerRequestType": "dynamic",
        "scopes": {"diiaId": ["hashedFilesSigning"]},
    }
    _, made = await acquirer.calls("POST", "/api/v2/acquirers/branch", branch)
    path = f"/api/v2/acquirers/branch/{made['_id']}/offer-request/dynamic"
    body = {
        "offerId": OFFER_ID,
        "requestId": "r",
        "returnLink": "https://example.com",
        "data": {
            "hashedFilesSigning": {"hashedFiles": [{"fileName": "a", "fileHash": "A" * 43 + "="}]}
        },
    }
    assert (await acquirer.calls("POST", path, body))[0] == 404


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        pytest.param("429", 429, id="too-many"),
        pytest.param("500", 500, id="error"),
        pytest.param("403", 403, id="forbidden"),
    ],
)
async def test_fault_can_be_asked_for(
    world: Town, acquirer: Acquirer, kind: str, status: int
) -> None:
    await world.fault("diia", kind, match="offer-request/dynamic")
    assert (await acquirer.asks())[0] == status
    assert (await acquirer.asks())[0] == 200
