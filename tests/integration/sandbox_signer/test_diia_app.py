"""The person in Дія signs or refuses, and Дія calls the acquirer back until it is heard."""

from __future__ import annotations

import asyncio
import base64
from typing import TYPE_CHECKING, Any

import pytest
from aiohttp import web

from sandbox.signer.inspection import inspect
from tests.integration.sandbox_signer.conftest import DOCUMENT

if TYPE_CHECKING:
    from tests.integration.sandbox_signer.conftest import Acquirer
    from tests.town import Town


async def act(world: Town, **deed: Any) -> dict[str, Any]:
    return dict(await world.call("POST", "/sim/diia/request-1", deed))


async def test_person_signs_on_the_page_and_the_signature_arrives(
    world: Town, acquirer: Acquirer, person: dict[str, Any]
) -> None:
    _, answer = await acquirer.asks()
    fields = {"person_id": person["id"], "action": "sign"}
    async with world.http.post(answer["deeplink"], data=fields) as page:
        text = await page.text()
    assert "Документ підписано" in text
    assert f'href="{acquirer.url}/sign"' in text
    (call,) = acquirer.called
    assert call["headers"]["X-Document-Request-Trace-Id"] == "request-1"
    assert call["headers"]["X-Diia-Id-Action"] == "hashedFilesSigning"
    (item,) = call["said"]["signedItems"]
    assert item["name"] == "Заявка.json"
    found = inspect(base64.b64decode(item["signature"]), DOCUMENT)
    assert found.is_valid
    assert found.content == b""
    assert found.signers[0].drfo == person["drfo"]


async def test_second_tap_signs_nothing_more(
    world: Town, acquirer: Acquirer, person: dict[str, Any]
) -> None:
    _, answer = await acquirer.asks()
    fields = {"person_id": person["id"], "action": "sign"}
    statuses = []
    for _ in range(2):
        async with world.http.post(answer["deeplink"], data=fields) as page:
            statuses.append(page.status)
    assert statuses == [200, 409]
    assert len(acquirer.called) == 1


async def test_refusal_calls_nobody(world: Town, acquirer: Acquirer) -> None:
    _, answer = await acquirer.asks()
    async with world.http.post(answer["deeplink"], data={"action": "refuse"}) as page:
        assert "Підпис відхилено" in await page.text()
    assert acquirer.called == []


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        pytest.param({}, "Оберіть, хто підписує", id="nobody"),
        pytest.param({"mistake": "swapped_content"}, "тільки хеш", id="needs-the-document"),
    ],
)
async def test_what_the_app_cannot_do_is_explained_and_can_be_tried_again(
    world: Town, acquirer: Acquirer, person: dict[str, Any], fields: dict[str, str], said: str
) -> None:
    _, answer = await acquirer.asks()
    given = {"person_id": person["id"] if fields else "", "action": "sign"} | fields
    async with world.http.post(answer["deeplink"], data=given) as page:
        text = await page.text()
    assert said in text
    assert "Підписати</button>" in text


@pytest.mark.parametrize(
    ("form", "content_type"),
    [
        pytest.param("multipart", "multipart/form-data", id="multipart"),
        pytest.param("mixed", "multipart/mixed", id="mixed"),
        pytest.param("json", "application/json", id="json"),
    ],
)
async def test_callback_comes_in_the_form_and_to_the_address_that_were_set(
    world: Town, acquirer: Acquirer, person: dict[str, Any], form: str, content_type: str
) -> None:
    calling = {"callback_url": f"{acquirer.url}/elsewhere", "callback_form": form}
    await world.call("POST", "/sim/diia", calling)
    await acquirer.asks()
    assert (await act(world, action="sign", person_id=person["id"]))["is_taken"]
    (call,) = acquirer.called
    assert call["type"] == content_type
    assert call["said"]["signedItems"]


@pytest.mark.parametrize(
    "refusal",
    [
        pytest.param({"success": False}, id="not-had"),
        pytest.param({}, id="nothing-said"),
        pytest.param([], id="no-object"),
    ],
)
async def test_callback_is_repeated_until_the_acquirer_has_it(
    world: Town, acquirer: Acquirer, person: dict[str, Any], refusal: Any
) -> None:
    world.world.signer.diia.callback.pauses_seconds = (0, 0, 0)
    acquirer.answers = [web.json_response(refusal), web.Response(status=502)]
    await acquirer.asks()
    assert not (await act(world, action="sign", person_id=person["id"]))["is_taken"]
    async with asyncio.timeout(10):
        while len((await the_request(world))["callbacks"]) < 3:
            await asyncio.sleep(0.01)
    assert (await the_request(world))["callbacks"] == ["200", "502", "200"]
    assert len({call["said"]["signedItems"][0]["signature"] for call in acquirer.called}) == 1


async def test_callback_can_be_sent_once_more(
    world: Town, acquirer: Acquirer, person: dict[str, Any]
) -> None:
    await acquirer.asks()
    await act(world, action="sign", person_id=person["id"], mistake="rsa")
    await act(world, action="resend")
    assert len(acquirer.called) == 2


async def test_mistake_reaches_the_acquirer(
    world: Town, acquirer: Acquirer, person: dict[str, Any]
) -> None:
    await acquirer.asks()
    await act(world, action="sign", person_id=person["id"], mistake="stamp")
    signature = acquirer.called[0]["said"]["signedItems"][0]["signature"]
    assert inspect(base64.b64decode(signature), DOCUMENT).signers[0].is_stamp


async def the_request(world: Town) -> dict[str, Any]:
    return dict((await world.call("GET", "/sim/diia"))["requests"][-1])
