"""Tokens, refused tokens and outages, through the client."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.domain.cabinet import EsozRefusal, EsozRefused
from bot.domain.cabinet.scopes import ASKED
from bot.errors import EsozUnavailable, Outage, SignInEnded
from tests.integration.esoz_pis.conftest import with_token

if TYPE_CHECKING:
    from tests.integration.esoz_pis.conftest import Esoz


async def test_refresh_gives_a_new_access_token_and_keeps_the_old_refresh_token(
    esoz: Esoz,
) -> None:
    acting = await esoz.acting()
    refresh_token = str((await esoz.token(person_id=acting.person_id))["details"]["refresh_token"])
    tokens = await esoz.oauth.refresh(refresh_token)
    assert tokens.refresh_token == ""
    assert tokens.person_id == acting.person_id
    renewed = with_token(acting, tokens.access_token)
    assert (await esoz.cabinet.person(renewed)).id == acting.person_id


async def test_logout_ends_both_tokens(esoz: Esoz) -> None:
    person = await esoz.person()
    token = await esoz.token(person_id=person["id"])
    await esoz.oauth.log_out(token["value"])
    await esoz.oauth.log_out(token["value"])
    with pytest.raises(EsozRefused) as refused:
        await esoz.oauth.refresh(token["details"]["refresh_token"])
    assert refused.value.code is EsozRefusal.SIGN_IN_OUTDATED


async def test_unknown_code_asks_to_sign_in_anew(esoz: Esoz) -> None:
    with pytest.raises(EsozRefused) as refused:
        await esoz.oauth.exchange("no-such-code")
    assert refused.value.code is EsozRefusal.SIGN_IN_OUTDATED


@pytest.mark.parametrize(("is_confidant", "path"), [(False, "/my/sign-in"),
                                                    (True, "/my/confidant/sign-in")])  # fmt: skip
async def test_address_of_the_consent_page_holds_what_esoz_wants(
    esoz: Esoz, *, is_confidant: bool, path: str
) -> None:
    nonce = await esoz.oauth.nonce()
    assert nonce.count(".") == 2
    address = urlsplit(esoz.oauth.address(b"\xfb\xff", state="s+/", is_confidant=is_confidant))
    query = parse_qs(address.query)
    assert address.path == path
    assert (query["user_data"], query["state"]) == (["+/8="], ["s+/"])
    assert query["scope"] == [" ".join(ASKED)]


async def test_refused_token_is_renewed_and_even_a_change_is_sent_again(esoz: Esoz) -> None:
    acting = await esoz.acting()
    esoz.renewal.next_token = acting.access_token
    await esoz.cabinet.revoke_access(with_token(acting, "expired"), acting.access_id)
    assert esoz.renewal.renewed_count == 1


async def test_token_refused_twice_ends_the_session(esoz: Esoz) -> None:
    acting = with_token(await esoz.acting(), "expired")
    esoz.renewal.next_token = "expired-too"
    with pytest.raises(SignInEnded):
        await esoz.cabinet.person(acting)
    assert esoz.renewal.has_ended


async def test_scope_that_was_not_allowed_is_said(esoz: Esoz) -> None:
    acting = await esoz.acting(scope="person:details_pis")
    with pytest.raises(EsozRefused) as refused:
        await esoz.cabinet.accesses(acting)
    assert refused.value.code is EsozRefusal.SCOPE_MISSING


async def test_wrong_key_is_the_operators_trouble(esoz: Esoz) -> None:
    with pytest.raises(EsozUnavailable) as outage:
        await esoz.strangers.person(await esoz.acting())
    assert outage.value.reason is Outage.ACCESS


@pytest.mark.parametrize(
    ("kind", "more", "reason"),
    [
        pytest.param("429", {}, Outage.RATE_LIMIT, id="rate limit in plain text"),
        pytest.param("403", {}, Outage.ACCESS, id="firewall"),
        pytest.param("500", {"times": 9}, Outage.DOWN, id="down"),
        pytest.param("drop", {"times": 9}, Outage.DOWN, id="dropped"),
        pytest.param("garbage", {"times": 9}, Outage.GARBAGE, id="garbage"),
    ],
)
async def test_outage_is_an_outage_of_esoz(
    esoz: Esoz, kind: str, more: dict[str, Any], reason: Outage
) -> None:
    acting = await esoz.acting()
    await esoz.town.fault("esoz", kind, match="/pis/person", **more)
    with pytest.raises(EsozUnavailable) as outage:
        await esoz.cabinet.person(acting)
    assert outage.value.reason is reason


async def test_question_is_asked_again_after_a_short_outage(esoz: Esoz) -> None:
    acting = await esoz.acting()
    await esoz.town.fault("esoz", "500", match="/pis/person", times=2)
    assert (await esoz.cabinet.person(acting)).id == acting.person_id
    assert len(esoz.clock.pauses) == 2


async def test_change_is_never_sent_again_by_itself(esoz: Esoz) -> None:
    acting = await esoz.acting()
    await esoz.town.fault("esoz", "500", match="/pis/apps")
    with pytest.raises(EsozUnavailable):
        await esoz.cabinet.revoke_access(acting, acting.access_id)
    assert esoz.clock.pauses == []
    accesses = await esoz.cabinet.accesses(acting)
    assert acting.access_id in {one.id for one in accesses.items}
