"""A patient signs: from the link in the chat to the answer in the chat, without JavaScript."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

import pytest

from bot.domain.signing.session import Purpose
from tests.signing_desk import DOCUMENT

if TYPE_CHECKING:
    from tests.signing_desk import Browser, Desk
    from tests.town import Patient


async def test_signature_goes_by_upload_to_esoz_and_the_chat_tells(
    desk: Desk, patient: Patient, browser: Browser
) -> None:
    handoff = await desk.order(patient)
    start = await browser.opens(handoff.url)
    assert start.status == 200
    assert handoff.phrase in start.text
    assert "Бондар" not in start.text, "the link alone shows nothing of the document"
    ways = await browser.posts(handoff.url, data={"lang": "uk"})
    assert "Бондар Оксана Іванівна" in ways.text
    assert "Коваль <b>Петро</b> Ілліч" in ways.text, "what comes from outside is escaped"
    document = await browser.opens(f"{handoff.url}/document")
    assert document.html.encode() == DOCUMENT
    await browser.uploads(handoff, await desk.signs())
    await browser.sees(handoff.url, "Готово, підписано")
    assert [reference for reference, _der in desk.submissions.taken] == ["request-1"]
    await patient.sees("Підпис прийнято")


async def test_sign_in_leads_on_to_esoz_and_says_nothing_in_the_chat_yet(
    desk: Desk, patient: Patient, browser: Browser
) -> None:
    desk.submissions.redirect = "https://my.example/sign-in?user_data=a%2Bb&state=s"
    handoff = await desk.order(
        patient, purpose=Purpose.SIGN_IN, expected=None, subject={}, document_html=None
    )
    await browser.enters(handoff)
    await browser.uploads(handoff, await desk.signs())
    shown = await browser.sees(handoff.url, "Майже готово")
    assert 'href="https://my.example/sign-in?user_data=a%2Bb&amp;state=s"' in shown.html
    await desk.tends()
    assert await desk.told(patient) == []


@pytest.mark.parametrize("form", ["multipart", "json"])
async def test_diia_calls_back_and_the_page_knows(
    desk: Desk, patient: Patient, browser: Browser, form: str
) -> None:
    await desk.town.call("POST", "/sim/diia", {"callback_form": form})
    handoff = await desk.order(patient)
    ways = await browser.enters(handoff)
    waiting = await browser.posts(f"{handoff.url}/diia", data={"token": ways.token})
    assert waiting.url == f"{handoff.url}/diia"
    assert "<svg" in waiting.html
    assert "Відкрити «Дію»" in waiting.text
    again = await browser.opens(handoff.url)
    assert again.url == waiting.url, "whoever comes back from Дія finds the same page"
    requests = (await desk.town.call("GET", "/sim/diia"))["requests"]
    deed = {"action": "sign", "person_id": desk.person.id}
    await desk.town.call("POST", f"/sim/diia/{requests[-1]['request_id']}", deed)
    await browser.sees(handoff.url, "Готово, підписано")
    assert len(desk.submissions.taken) == 1


async def test_link_to_diia_is_renewed_with_a_request_of_its_own_and_the_old_one_still_counts(
    desk: Desk, patient: Patient, browser: Browser
) -> None:
    handoff = await desk.order(patient)
    token = (await browser.enters(handoff)).token
    first = await browser.posts(f"{handoff.url}/diia", data={"token": token})
    doubled = await browser.posts(f"{handoff.url}/diia", data={"token": token})
    assert doubled.html.count("/diia/app/") == first.html.count("/diia/app/") == 1
    known = len((await desk.town.call("GET", "/sim/diia"))["requests"])
    await desk.town.advance(minutes=3)
    assert "застаріло" in (await browser.opens(f"{handoff.url}/diia")).text
    await browser.posts(f"{handoff.url}/diia", data={"token": token})
    requests = (await desk.town.call("GET", "/sim/diia"))["requests"]
    assert len(requests) == known + 1


async def test_test_signer_and_widget_bring_the_signature_by_a_form(
    desk: Desk, patient: Patient, browser: Browser
) -> None:
    for way in ("test", "widget"):
        handoff = await desk.order(patient)
        token = (await browser.enters(handoff)).token
        signed = b64encode(await desk.signs()).decode()
        fields = {"token": token, "signed_base64": signed}
        await browser.posts(f"{handoff.url}/{way}", data=fields)
        await browser.sees(handoff.url, "Готово, підписано")


async def test_page_speaks_the_patients_language_and_the_one_that_is_chosen_on_it(
    desk: Desk, patient: Patient, browser: Browser
) -> None:
    handoff = await desk.order(patient)
    start = await browser.opens(f"{handoff.url}?lang=en")
    assert '<html lang="en"' in start.html
    assert "Continue" in start.text
    await browser.posts(handoff.url, data={"lang": "en"})
    assert "How to sign" in (await browser.opens(handoff.url)).text
    await browser.opens(f"{handoff.url}?lang=uk")
    assert "Чим підписати" in (await browser.opens(handoff.url)).text


async def test_printed_form_stands_alone_without_scripts_or_origin(
    desk: Desk, patient: Patient, browser: Browser
) -> None:
    handoff = await desk.order(patient)
    ways = await browser.enters(handoff)
    address = handoff.url.removeprefix(desk.origin)
    assert f'<iframe class="document" sandbox loading="lazy" src="{address}/form"' in ways.html
    form = await browser.opens(f"{handoff.url}/form")
    policy = form.headers["Content-Security-Policy"]
    assert policy.startswith("sandbox; default-src 'none'")
    assert "script-src" not in policy
