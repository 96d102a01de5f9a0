"""Tokens: a code for tokens, refresh, logout, and what scope they have (esoz.md §1.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.esoz.pis.tokens import CODE_SECONDS

if TYPE_CHECKING:
    from tests.integration.sandbox_pis.conftest import Cabinet, Patient, Said


async def code_of(cabinet: Cabinet) -> str:
    user_data = await cabinet.signed("age_40", {"jwt": await cabinet.nonce()})
    _, html, _ = await cabinet.opens("sign-in", user_data=user_data)
    return (await cabinet.decides(html, "allow"))["code"]


async def test_code_is_exchanged_once_in_time_and_for_the_same_address(cabinet: Cabinet) -> None:
    code = await code_of(cabinet)
    wrong = await cabinet.exchanges_code(code, redirect_uri="https://bot.example/other")
    text = "The redirection URI provided does not match a pre-registered value."
    assert wrong.why == (401, "invalid_grant", text)
    secret = await cabinet.exchanges_code(code, client_secret="wrong")
    assert secret.why == (401, "invalid_client", "Invalid client id or secret.")
    assert (await cabinet.exchanges_code(code)).status == 201
    again = await cabinet.exchanges_code(code)
    assert again.why == (401, "invalid_grant", "Token has already been used.")
    late = await code_of(cabinet)
    await cabinet.world.clock.advance(CODE_SECONDS)
    assert (await cabinet.exchanges_code(late)).why == (401, "invalid_grant", "Token expired.")
    assert (await cabinet.exchanges_code("none")).why[2] == "Token not found."


async def test_refresh_gives_access_anew_until_it_expires_itself(cabinet: Cabinet) -> None:
    patient = await cabinet.signed_in("age_40")
    refresh = patient.token["details"]["refresh_token"]
    await cabinet.world.clock.advance(3600)
    assert (await patient.gets("person")).why == (401, "access_denied", "Invalid access token")
    for _ in range(2):
        said = await cabinet.exchanges(grant_type="refresh_token", refresh_token=refresh)
        assert said.status == 201
        assert said.data["details"]["grant_type"] == "refresh_token"
        assert "refresh_token" not in said.data["details"]
    patient.token = said.data
    assert (await patient.gets("person")).status == 200
    await cabinet.world.clock.advance(31 * 24 * 3600)
    said = await cabinet.exchanges(grant_type="refresh_token", refresh_token=refresh)
    assert said.why == (401, "invalid_grant", "Token expired.")


async def refreshed(patient: Patient) -> Said:
    token = patient.token["details"]["refresh_token"]
    return await patient.cabinet.exchanges(grant_type="refresh_token", refresh_token=token)


async def test_logout_ends_access_and_refresh(cabinet: Cabinet) -> None:
    patient = await cabinet.signed_in("age_40")
    said = await patient.asks("POST", "../../auth/logout", {})
    assert said.status == 200
    assert (await patient.gets("person")).why[2] == "Invalid access token"
    assert (await refreshed(patient)).status == 401


async def test_scope_can_be_narrowed_for_whoever_must_be_represented(cabinet: Cabinet) -> None:
    await cabinet.switches(narrows_scope=True)
    minor = await cabinet.signed_in("age_17_without_document")
    assert "declaration_request:write_pis" not in minor.token["details"]["scope"]
    assert "declaration:read_pis" in minor.token["details"]["scope"]
    adult = await cabinet.signed_in("age_40")
    assert "declaration_request:write_pis" in adult.token["details"]["scope"]
