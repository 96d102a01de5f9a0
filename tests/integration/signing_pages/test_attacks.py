"""What a stranger, a replay, a crawler or a forger can do: nothing."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING, Any

import pytest

from bot.domain.signing.one_time import new_secret
from bot.domain.signing.session import SessionState
from tests.signing_desk import key_of

if TYPE_CHECKING:
    from bot.domain.signing.session import Handoff, SignSession
    from tests.signing_desk import Browser, Desk
    from tests.town import Patient


async def session_of(desk: Desk, handoff: Handoff) -> SignSession:
    session = await desk.parts.services.start._sessions.find(key_of(handoff))  # noqa: SLF001 - a look from outside
    assert session
    return session


async def test_crawler_consumes_nothing(desk: Desk, patient: Patient, browser: Browser) -> None:
    handoff = await desk.order(patient)
    for path in ("", "/diia", "/file", "/widget", "/document", "/form", "/state"):
        shown = await browser.opens(f"{handoff.url}{path}")
        assert "Бондар" not in shown.html
        assert "Set-Cookie" not in shown.headers
    assert (await session_of(desk, handoff)).state is SessionState.NEW


async def test_second_browser_is_told_how_to_get_a_link_of_its_own(
    desk: Desk, patient: Patient, browser: Browser, stranger: Browser
) -> None:
    handoff = await desk.order(patient)
    await browser.enters(handoff)
    for shown in (await stranger.opens(handoff.url), await stranger.enters(handoff)):
        assert shown.status == 403
        assert "на іншому пристрої" in shown.text
        assert "Скасувати" in shown.text
        assert "Бондар" not in shown.html
    for path in ("/document", "/form", "/file", "/diia"):
        stolen = await stranger.opens(f"{handoff.url}{path}")
        assert stolen.status == 403
        assert "Бондар" not in stolen.html


async def test_stranger_with_the_link_can_neither_sign_nor_cancel(
    desk: Desk, patient: Patient, browser: Browser, stranger: Browser
) -> None:
    handoff = await desk.order(patient)
    token = (await browser.enters(handoff)).token
    signed = b64encode(await desk.signs()).decode()
    for way in ("widget", "test", "file", "cancel", "diia"):
        fields = {"token": token, "signed_base64": signed}
        assert (await stranger.posts(f"{handoff.url}/{way}", data=fields)).status == 403
    assert (await session_of(desk, handoff)).state is SessionState.OPENED


async def test_form_without_the_token_of_its_page_does_nothing(
    desk: Desk, patient: Patient, browser: Browser
) -> None:
    handoff = await desk.order(patient)
    await browser.enters(handoff)
    signed = b64encode(await desk.signs()).decode()
    for token in ("", "0" * 64):
        fields = {"token": token, "signed_base64": signed}
        for way in ("widget", "test", "cancel", "diia"):
            assert (await browser.posts(f"{handoff.url}/{way}", data=fields)).status == 403
    assert (await session_of(desk, handoff)).state is SessionState.OPENED


async def test_form_of_another_site_does_not_bind_the_browser(
    desk: Desk, patient: Patient, browser: Browser
) -> None:
    handoff = await desk.order(patient)
    headers = {"Sec-Fetch-Site": "cross-site"}
    assert (await browser.posts(handoff.url, headers=headers)).status == 403
    assert (await session_of(desk, handoff)).state is SessionState.NEW


async def test_same_signature_is_not_taken_twice(
    desk: Desk, patient: Patient, browser: Browser
) -> None:
    container = await desk.signs()
    first = await desk.order(patient)
    await browser.enters(first)
    await browser.uploads(first, container)
    await browser.sees(first.url, "Готово, підписано")
    again = await desk.order(patient)
    await browser.enters(again)
    await browser.uploads(again, container)
    await browser.sees(again.url, "уже використано")
    assert len(desk.submissions.taken) == 1


async def test_repeated_upload_and_callback_change_nothing(
    desk: Desk, patient: Patient, browser: Browser
) -> None:
    handoff = await desk.order(patient)
    token = (await browser.enters(handoff)).token
    await browser.posts(f"{handoff.url}/diia", data={"token": token})
    request_id = (await desk.town.call("GET", "/sim/diia"))["requests"][-1]["request_id"]
    deed = {"action": "sign", "person_id": desk.person.id}
    await desk.town.call("POST", f"/sim/diia/{request_id}", deed)
    await browser.sees(handoff.url, "Готово, підписано")
    for _ in range(2):
        await desk.town.call("POST", f"/sim/diia/{request_id}", {"action": "resend"})
    signed = b64encode(await desk.signs()).decode()
    await browser.posts(f"{handoff.url}/widget", data={"token": token, "signed_base64": signed})
    await desk.tends()
    assert len(desk.submissions.taken) == 1
    assert len([said for said in await desk.told(patient) if "Підпис прийнято" in said]) == 1


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        pytest.param({"X-Document-Request-Trace-Id": new_secret()}, {}, id="nobody's request"),
        pytest.param({}, {}, id="no trace id"),
        pytest.param({"X-Document-Request-Trace-Id": "a"}, {"encodeData": "%"}, id="garbage"),
    ],
)
async def test_forged_callback_gets_the_same_answer_and_does_nothing(
    desk: Desk, browser: Browser, headers: dict[str, str], body: dict[str, Any]
) -> None:
    if not body:
        items = {"signedItems": [{"name": "a", "signature": b64encode(b"cms").decode()}]}
        body = {"encodeData": b64encode(str(items).replace("'", '"').encode()).decode()}
    shown = await browser.posts(f"{desk.origin}/callbacks/diia", json=body, headers=headers)
    assert (shown.status, shown.html) == (200, '{"success": true}')


async def test_callback_with_somebody_elses_signature_is_refused_with_its_sentence(
    desk: Desk, patient: Patient, browser: Browser
) -> None:
    handoff = await desk.order(patient)
    token = (await browser.enters(handoff)).token
    await browser.posts(f"{handoff.url}/diia", data={"token": token})
    request_id = (await desk.town.call("GET", "/sim/diia"))["requests"][-1]["request_id"]
    other = next(p for p in desk.town.world.esoz.people if p.tax_id and p is not desk.person)
    deed = {"action": "sign", "person_id": other.id}
    await desk.town.call("POST", f"/sim/diia/{request_id}", deed)
    shown = await browser.sees(handoff.url, "Підпис не прийнято")
    assert "підпис іншої людини" in shown.text
    assert 'role="alert"' in shown.html
    assert not desk.submissions.taken


@pytest.mark.parametrize(
    ("mistake", "said"),
    [
        pytest.param("other_content", "інший документ", id="altered document"),
        pytest.param("two_signers", "кілька підписів", id="two signatures"),
        pytest.param("stamp", "печатка організації", id="stamp"),
        pytest.param("not_a_signature", "іншого виду", id="another kind of file"),
    ],
)
async def test_bad_signature_is_told_on_the_page_and_another_may_come(
    desk: Desk, patient: Patient, browser: Browser, mistake: str, said: str
) -> None:
    handoff = await desk.order(patient)
    await browser.enters(handoff)
    await browser.uploads(handoff, await desk.signs(mistake=mistake))
    await browser.sees(handoff.url, said)
    assert not desk.submissions.taken
    await browser.uploads(handoff, await desk.signs())
    await browser.sees(handoff.url, "Готово, підписано")


async def test_fifth_bad_signature_ends_the_session(
    desk: Desk, patient: Patient, browser: Browser
) -> None:
    handoff = await desk.order(patient)
    await browser.enters(handoff)
    for _ in range(4):
        await browser.uploads(handoff, b"not a signature")
        await browser.sees(handoff.url, "Підпис не прийнято")
    await browser.uploads(handoff, b"not a signature")
    ended = await browser.sees(handoff.url, "Документ не підписано")
    assert ended.status == 410
    await patient.sees("Документ не підписано")


async def test_file_that_is_too_large_is_not_stored(
    desk: Desk, patient: Patient, browser: Browser
) -> None:
    handoff = await desk.order(patient)
    await browser.enters(handoff)
    for size in (256 * 1024 + 1, 1200 * 1024):
        shown = await browser.uploads(handoff, b"a" * size)
        assert shown.status == 422
        assert "завеликий" in shown.text
    assert (await session_of(desk, handoff)).state is SessionState.OPENED


async def test_new_link_cancels_the_old_one(
    desk: Desk, patient: Patient, browser: Browser
) -> None:
    old = await desk.order(patient)
    await browser.enters(old)
    new = await desk.order(patient)
    shown = await browser.opens(old.url)
    assert shown.status == 410
    assert "посилання скасовано" in shown.text
    assert (await browser.enters(new)).status == 200


async def test_link_is_over_after_ten_minutes_and_the_chat_says_so_once(
    desk: Desk, patient: Patient, browser: Browser
) -> None:
    handoff = await desk.order(patient)
    token = (await browser.enters(handoff)).token
    await desk.town.advance(minutes=10)
    shown = await browser.opens(handoff.url)
    assert shown.status == 410
    assert "Час на підпис минув" in shown.text
    signed = b64encode(await desk.signs()).decode()
    await browser.posts(f"{handoff.url}/widget", data={"token": token, "signed_base64": signed})
    await desk.tends()
    await desk.tends()
    assert not desk.submissions.taken
    assert [said for said in await desk.told(patient) if "Час на підпис минув" in said]
    session = await session_of(desk, handoff)
    assert (session.content, session.subject, session.container) == (b"", {}, None)


async def test_link_that_never_was_is_met_kindly(desk: Desk, browser: Browser) -> None:
    shown = await browser.opens(f"{desk.origin}/sign/{new_secret()}")
    assert shown.status == 404
    assert "Такого посилання немає" in shown.text
    assert "нове посилання" in shown.text


async def test_patient_cancels_on_the_page(desk: Desk, patient: Patient, browser: Browser) -> None:
    handoff = await desk.order(patient)
    token = (await browser.enters(handoff)).token
    shown = await browser.posts(f"{handoff.url}/cancel", data={"token": token})
    assert "скасовано" in shown.text


async def test_every_page_says_what_a_browser_must_not_do(
    desk: Desk, patient: Patient, browser: Browser
) -> None:
    handoff = await desk.order(patient)
    pages = [await browser.opens(handoff.url), await browser.enters(handoff)]
    pages += [await browser.opens(f"{handoff.url}/{way}") for way in ("file", "widget")]
    for shown in pages:
        policy = shown.headers["Content-Security-Policy"]
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert shown.headers["Referrer-Policy"] == "no-referrer"
        assert shown.headers["Cache-Control"] == "no-store"
        assert shown.headers["X-Content-Type-Options"] == "nosniff"
        assert "style=" not in shown.html
        assert " onclick" not in shown.html
    assert "frame-src 'self' http" in pages[-1].headers["Content-Security-Policy"]
    assert "frame-src 'self';" in pages[0].headers["Content-Security-Policy"]


async def test_answer_that_leads_on_says_it_too(
    desk: Desk, patient: Patient, browser: Browser
) -> None:
    handoff = await desk.order(patient)
    for method, address in (("POST", handoff.url), ("GET", f"{handoff.url}/diia")):
        async with browser.http.request(method, address, allow_redirects=False) as answer:
            assert answer.status == 303
            headers = answer.headers
        assert headers["Cache-Control"] == "no-store"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]


async def test_cookie_is_for_the_server_alone(
    desk: Desk, patient: Patient, browser: Browser
) -> None:
    handoff = await desk.order(patient)
    async with browser.http.post(handoff.url, allow_redirects=False) as answer:
        cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Path=/" in cookie
