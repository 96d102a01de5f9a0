"""`/sim/signer`: signing for scripts, and the settings that a bot of this world gets."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from sandbox.signer.inspection import inspect
from tests.integration.sandbox_signer.conftest import DOCUMENT
from tests.town import world_only

if TYPE_CHECKING:
    from tests.town import Town


def encoded(content: bytes) -> str:
    return base64.b64encode(content).decode()


async def asked(world: Town, **body: Any) -> tuple[int, Any]:
    async with world.http.post(f"{world.base}/sim/signer", json=body) as answer:
        return answer.status, await answer.json()


async def test_document_is_signed(world: Town, person: dict[str, Any]) -> None:
    _, answer = await asked(world, person_id=person["id"], content_base64=encoded(DOCUMENT))
    found = inspect(base64.b64decode(answer["signed_base64"]))
    assert found.is_valid
    assert found.content == DOCUMENT
    assert found.signers[0].drfo == person["drfo"]


async def test_hash_is_signed(world: Town, person: dict[str, Any]) -> None:
    digest = encoded(hashlib.sha256(DOCUMENT).digest())
    _, answer = await asked(world, person_id=person["id"], sha256_base64=digest)
    assert inspect(base64.b64decode(answer["signed_base64"]), DOCUMENT).is_valid


async def test_mistake_is_made(world: Town, person: dict[str, Any]) -> None:
    wanted = {"content_base64": encoded(DOCUMENT), "mistake": "stamp", "detached": True}
    _, answer = await asked(world, person_id=person["id"], **wanted)
    found = inspect(base64.b64decode(answer["signed_base64"]), DOCUMENT)
    assert found.signers[0].is_stamp


@pytest.mark.parametrize(
    ("body", "status", "said"),
    [
        pytest.param(
            {"person_id": "x"}, 400, "give content_base64 or sha256_base64", id="nothing"
        ),
        pytest.param({"person_id": "x", "sha256_base64": "eA=="}, 400, "32 bytes", id="no-hash"),
        pytest.param({"person_id": "x", "content_base64": "eA=="}, 404, "person_id", id="nobody"),
        pytest.param(
            {"person_id": "x", "content_base64": "eA==", "mistake": "oops"},
            400,
            "mistake",
            id="oops",
        ),
    ],
)
async def test_what_cannot_be_signed_is_refused_with_a_sentence(
    world: Town, body: dict[str, Any], status: int, said: str
) -> None:
    answered, answer = await asked(world, **body)
    assert answered == status
    assert said in answer["error"]


async def test_person_without_a_certificate_is_refused(world: Town) -> None:
    people = (await world.call("GET", "/sim/people"))["people"]
    newborn = next(one for one in people if one["special"] == "newborn")
    body = {"person_id": newborn["id"], "content_base64": encoded(DOCUMENT)}
    assert (await asked(world, **body))[0] == 400


async def test_roots_stand_in_a_file_that_goes_with_the_world() -> None:
    async with world_only() as town:
        file = Path(town.world.bot_settings(1)["SIGNATURE_ROOTS"])
        async with town.http.get(f"{town.base}/sim/signer/roots.pem") as answer:
            assert content_of(file) == await answer.read()
    assert not is_there(file.parent)


def is_there(path: Path) -> bool:
    return path.exists()


def content_of(file: Path) -> bytes:
    return file.read_bytes()
