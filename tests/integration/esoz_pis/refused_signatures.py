"""Rows 33 to 45 of ЕСОЗ's refusals, through the client: signing, and what came too late."""

from __future__ import annotations

import json
from base64 import b64encode
from typing import TYPE_CHECKING

from asn1crypto import cms
from yarl import URL

from bot.clients.esoz.pis.oauth_errors import declined
from bot.clients.esoz.pis.transport import NoAnswer
from bot.domain.cabinet import EsozRefusal as Why
from sandbox.esoz.pis.scopes import WORDS
from tests.integration.esoz_pis.conftest import REDIRECT, open_transport
from tests.integration.esoz_pis.refusal_row import asked, row

if TYPE_CHECKING:
    from tests.integration.esoz_pis.conftest import Esoz

MINE = "age_40"


async def _signs(esoz: Esoz, signed: bytes, request_id: str = "") -> None:
    """Send `signed` for a new request, or for one that is there."""
    made = request_id or (await asked(esoz, MINE)).id
    await esoz.cabinet.sign_declaration_request(await esoz.acting(MINE), made, signed)


async def _signs_content(
    esoz: Esoz, who: str = MINE, mistake: str = "none", **changes: object
) -> None:
    """Sign what was given to be signed, with `changes`, as `who`."""
    request = await asked(esoz, MINE)
    content = json.loads(request.data_to_be_signed) | changes
    signed = await esoz.signed(who, json.dumps(content).encode(), mistake=mistake)
    await _signs(esoz, signed, request.id)


async def _sends(esoz: Esoz, path: str, body: dict[str, object], base: str = "/esoz") -> None:
    """Send what our own client never would, through its transport."""
    acting = await esoz.acting(MINE)
    transport = open_transport(esoz.town, esoz.clock, esoz.town.world.esoz.api_key, base)
    method = "PATCH" if base else "POST"
    try:
        await transport.send(method, path, answer=NoAnswer, token=acting.access_token, body=body)
    finally:
        await transport.aclose()


async def _sign_path(esoz: Esoz) -> str:
    return f"/api/pis/declaration_requests/{(await asked(esoz, MINE)).id}/actions/sign"


@row(33, Why.SIGNATURE_UNREADABLE, "не змогла прочитати підпис", "Підпишіть ще раз")
async def nothing_signed(esoz: Esoz) -> None:
    await _sends(esoz, await _sign_path(esoz), {})


@row(34, Why.SIGNATURE_UNREADABLE, "не змогла прочитати підпис", "можна іншим способом")
async def not_a_container(esoz: Esoz) -> None:
    await _signs(esoz, b"no container")


@row(35, Why.SIGNATURE_UNREADABLE, "не змогла прочитати підпис", "Підпишіть ще раз")
async def other_encoding(esoz: Esoz) -> None:
    body = {"signed_content": "AAAA", "signed_content_encoding": "hex"}
    await _sends(esoz, await _sign_path(esoz), dict(body))


@row(36, Why.SIGNATURE_INVALID, "не приймає цього підпису", "Перевірте, чи ключ ваш")
async def broken_signature(esoz: Esoz) -> None:
    await _signs_content(esoz, mistake="broken")


@row(36, Why.SIGNATURE_INVALID, "не приймає цього підпису", "чи він ще діє")
async def expired_key(esoz: Esoz) -> None:
    await _signs_content(esoz, mistake="expired")


@row(37, Why.SIGNATURE_MISSING, "У файлі немає підпису", "Підпишіть ще раз")
async def no_signature(esoz: Esoz) -> None:
    info = cms.ContentInfo.load(await esoz.signed(MINE, b"{}"))
    info["content"]["signer_infos"] = cms.SignerInfos([])
    await _signs(esoz, info.dump(force=True))


@row(38, Why.SIGNATURE_STALE, "Підпис застарів", "Почніть спочатку й підпишіть одразу")
async def stale_signature(esoz: Esoz) -> None:
    ward = await esoz.person("child_of_7")
    given = f"{ward['first_name']} {ward['second_name']}"
    told = {"last_name": ward["last_name"], "given_name": given, "tax_id": ward["tax_id"]}
    signed = await esoz.signed("parent", json.dumps(told).encode())
    await esoz.town.advance(minutes=16)
    asked_for = {
        "client_id": esoz.town.world.esoz.pis.client.id,
        "redirect_uri": REDIRECT,
        "scope": " ".join(WORDS),
        "state": "state",
        "user_data": b64encode(signed).decode(),
    }
    address = f"{esoz.town.base}/my/confidant/sign-in"
    async with esoz.town.http.get(address, params=asked_for, allow_redirects=False) as answer:
        back = answer.headers["Location"]
    query = URL(back).query
    raise declined(query["error"], query["error_description"])


@row(39, Why.SIGNER_MISMATCH, "Підписано чужим ключем", "Підпишіть ключем тієї людини")
async def somebody_else_signs(esoz: Esoz) -> None:
    await _signs_content(esoz, who="parent")


@row(40, Why.SIGNED_OTHER_CONTENT, "документ змінився", "Почніть спочатку: побачите новий")
async def altered_content(esoz: Esoz) -> None:
    await _signs_content(esoz, seed="another")


@row(40, Why.SIGNED_OTHER_CONTENT, "документ змінився", "Почніть спочатку: побачите новий")
async def added_key(esoz: Esoz) -> None:
    await _signs_content(esoz, added=True)


@row(41, Why.CONSENT_NOT_SIGNED, "немає вашої згоди", "Почніть, будь ласка, спочатку")
async def no_yes_to_signing(esoz: Esoz) -> None:
    await _signs_content(esoz, person={"patient_signed": False})


@row(42, Why.REQUEST_CLOSED, "вже завершено", "Подивіться, що з нею зараз")
async def rejected_twice(esoz: Esoz) -> None:
    acting, request = await esoz.acting(MINE), await asked(esoz, MINE)
    await esoz.cabinet.reject_declaration_request(acting, request.id)
    await esoz.cabinet.reject_declaration_request(acting, request.id)


@row(43, Why.WRONG_STATUS, "Тим часом заява змінилася", "Подивіться, що з нею зараз")
async def signed_after_rejecting(esoz: Esoz) -> None:
    acting, request = await esoz.acting(MINE), await asked(esoz, MINE)
    await esoz.cabinet.reject_declaration_request(acting, request.id)
    signed = await esoz.signed(MINE, request.data_to_be_signed)
    await _signs(esoz, signed, request.id)


@row(44, Why.WRONG_STATUS, "Тим часом заява змінилася", "Подивіться, що з нею зараз")
async def cosigned_too_early(esoz: Esoz) -> None:
    """The facility's own refusal: a patient never asks for this."""
    request = await asked(esoz, MINE)
    await _sends(esoz, f"/sim/desk/declaration_requests/{request.id}", {"action": "cosign"}, "")


@row(45, Why.DECLARATION_NOT_ACTIVE, "вже закінчилася", "Нічого робити не треба")
async def ended_twice(esoz: Esoz) -> None:
    acting = await esoz.acting(MINE)
    [current] = (await esoz.cabinet.declarations(acting)).items[:1]
    await esoz.cabinet.terminate_declaration(acting, current.id)
    await esoz.cabinet.terminate_declaration(acting, current.id)
