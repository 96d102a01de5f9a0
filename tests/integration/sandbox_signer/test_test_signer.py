"""`/signer`: the page where a person signs, and how the browser goes back with the signature."""

from __future__ import annotations

import base64
import re
from html import unescape
from typing import TYPE_CHECKING, Any

import pytest

from sandbox.signer.inspection import inspect
from tests.integration.sandbox_signer.conftest import DOCUMENT

if TYPE_CHECKING:
    from tests.town import Town

RETURN = "http://127.0.0.1:1/sign/back"
GIVEN = {
    "content_base64": base64.b64encode(DOCUMENT).decode(),
    "return_url": RETURN,
    "csrf": '"><b>',
}


async def posted(world: Town, path: str, **fields: Any) -> tuple[int, str]:
    async with world.http.post(f"{world.base}{path}", data=fields) as answer:
        return answer.status, await answer.text()


def hidden(text: str) -> dict[str, str]:
    """The hidden fields of the page's form."""
    found = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', text)
    return {unescape(name): unescape(value) for name, value in found}


async def test_page_says_that_all_is_invented_and_lists_people(
    world: Town, person: dict[str, Any]
) -> None:
    status, text = await posted(world, "/signer", **GIVEN)
    assert status == 200
    assert "усі люди й підписи вигадані" in text
    assert person["name"].replace("'", "&#39;") in text
    assert "вигаданий" in text
    assert hidden(text) == GIVEN


async def test_browser_goes_back_with_the_signature_and_the_fields_it_came_with(
    world: Town, person: dict[str, Any]
) -> None:
    more = {"person_id": person["id"], "action": "sign"}
    status, text = await posted(world, "/signer/sign", **GIVEN, **more)
    assert status == 200
    assert f'action="{RETURN}"' in text
    fields = hidden(text)
    signed = fields.pop("signed_base64")
    assert fields == {"csrf": GIVEN["csrf"]}
    assert inspect(base64.b64decode(signed)).content == DOCUMENT


async def test_refusal_goes_back_without_a_signature(world: Town) -> None:
    _, text = await posted(world, "/signer/sign", **GIVEN, action="refuse")
    assert hidden(text) == {"csrf": GIVEN["csrf"], "refused": "1"}


async def test_person_of_the_last_time_is_chosen_already(
    world: Town, person: dict[str, Any]
) -> None:
    cookie = {"Cookie": f"sandbox_person={person['id']}"}
    async with world.http.post(f"{world.base}/signer", data=GIVEN, headers=cookie) as answer:
        text = await answer.text()
    (chosen,) = re.findall(r'<option value="([^"]+)"[^>]* selected', text)
    assert chosen == person["id"]


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"content_base64": ""}, id="no-document"),
        pytest.param({"content_base64": "%%%"}, id="no-base64"),
        pytest.param({"return_url": "https://example.com/"}, id="far-away"),
        pytest.param({"return_url": "javascript:alert(1)"}, id="script"),
        pytest.param({"return_url": ""}, id="nowhere"),
        pytest.param({"person_id": "nobody"}, id="nobody"),
    ],
)
async def test_what_cannot_be_signed_is_explained(
    world: Town, person: dict[str, Any], changes: dict[str, str]
) -> None:
    fields = GIVEN | {"action": "sign", "person_id": person["id"]} | changes
    status, text = await posted(world, "/signer/sign", **fields)
    assert status == 400
    assert "немає чого підписувати" in text
