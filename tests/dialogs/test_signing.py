"""Signing, seen from the chat: the link, a file instead of the page, and no wish to sign."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

import pytest

from tests.signing_desk import new_browser

if TYPE_CHECKING:
    from tests.town import Patient, Town


@pytest.fixture
async def signer(patient: Patient) -> Patient:
    """A patient who was given a link to sign in."""
    for button in ("Мої дані", "🔐 Увійти", "Згода, увійти"):
        await patient.taps(button)
    return patient


async def test_chat_gives_a_link_and_the_words_of_its_page(signer: Patient) -> None:
    url = signer.last.button("Відкрити сторінку підпису")["url"]
    async with new_browser() as browser:
        page = await browser.opens(url)
    words = page.html.partition('class="phrase-words" lang="uk">')[2].partition("<")[0]
    assert words
    assert words in signer.text


async def test_patient_who_cancels_finds_the_link_dead(signer: Patient) -> None:
    url = signer.last.button("Відкрити сторінку підпису")["url"]
    message = signer.last
    await signer.taps("Скасувати")
    assert "скасовано" in signer.text
    async with new_browser() as browser:
        assert (await browser.opens(url)).status == 410
    assert message.id == signer.last.id


async def test_signature_is_taken_as_a_file_in_the_chat(signer: Patient) -> None:
    url = signer.last.button("Відкрити сторінку підпису")["url"]
    async with new_browser() as browser:
        await browser.opens(url)
        await browser.posts(url)
        document = (await browser.opens(f"{url}/document")).html.encode()
        signed = await _signed(signer.town, document)
        await signer.sends(document={"file_name": "document.json.p7s", "base64": signed})
        await signer.sees("Підпис отримано")
        await browser.sees(url, "Майже готово")


async def test_wrong_signature_in_the_chat_is_answered_with_its_reason(signer: Patient) -> None:
    signed = await _signed(signer.town, b"another document")
    await signer.sends(document={"file_name": "Signed.P7S", "base64": signed})
    await signer.sees("Підписано інший документ")


async def test_too_large_file_is_not_downloaded(signer: Patient) -> None:
    large = b64encode(b"a" * (256 * 1024 + 1)).decode()
    before = await signer.town.last_call()
    await signer.sends(document={"file_name": "a.p7s", "base64": large})
    assert "завеликий" in signer.text
    methods = {call["method"].casefold() for call in await signer.town.calls(before)}
    assert "getfile" not in methods


async def test_signature_that_nobody_awaits_gets_the_answer_of_every_file(
    patient: Patient,
) -> None:
    await patient.sends(document={"file_name": "a.p7s", "base64": b64encode(b"a").decode()})
    other = await patient.town.patient()
    await other.says("/start")
    await other.sends(document={"file_name": "a.pdf", "base64": b64encode(b"a").decode()})
    assert patient.text == other.text


async def _signed(town: Town, document: bytes) -> str:
    person = next(one for one in town.world.esoz.people if one.tax_id and not one.special)
    body = {"person_id": person.id, "content_base64": b64encode(document).decode()}
    return str((await town.call("POST", "/sim/signer", body))["signed_base64"])
