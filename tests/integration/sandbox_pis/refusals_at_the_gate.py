"""Rows 1 to 12: what the gateway refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.integration.sandbox_pis.refusals import Why, row

if TYPE_CHECKING:
    from tests.integration.sandbox_pis.conftest import Cabinet, Patient, Said


async def _with(cabinet: Cabinet, **headers: str) -> Said:
    """A call with some headers changed; an empty one is left out."""
    patient: Patient = await cabinet.signed_in("age_40")
    patient.headers = headers
    return await patient.gets("person")


@row(
    1,
    401,
    "access_denied",
    "Authorization header is not set or doesn't contain Bearer token",
)
async def no_token(cabinet: Cabinet) -> Said:
    """A call without Authorization."""
    return await _with(cabinet, Authorization="")


@row(2, 401, "access_denied", "Invalid access token")
async def expired_token(cabinet: Cabinet) -> Said:
    """An access token older than `access_token_seconds`, after logout or revoking, or unknown."""
    patient = await cabinet.signed_in("age_40")
    await cabinet.world.clock.advance(3600)
    return await patient.gets("person")


@row(3, 401, "access_denied", "Api key is not set")
async def no_key_for_events(cabinet: Cabinet) -> Said:
    """`/api/events` or a bulk export without api-key."""
    return await cabinet.gets("/esoz/api/events/")


@row(4, 401, "access_denied", "Invalid api key")
async def wrong_key(cabinet: Cabinet) -> Said:
    """Any call with another api-key."""
    return await _with(cabinet, **{"api-key": "wrong"})


@row(5, 401, "access_denied", "API-KEY header required")
async def no_key(cabinet: Cabinet) -> Said:
    """A call of `/api/pis` without api-key."""
    return await _with(cabinet, **{"api-key": ""})


@row(6, "redirect", "access_denied", "JWT expired")
async def old_nonce(cabinet: Cabinet) -> Why:
    """Sign in with a nonce older than 15 minutes."""
    user_data = await cabinet.signed("age_40", {"jwt": await cabinet.nonce()})
    await cabinet.world.clock.advance(15 * 60)
    _, _, back = await cabinet.opens("sign-in", user_data=user_data)
    return "redirect", back["error"], back["error_description"]


async def _get(cabinet: Cabinet, path: str) -> Said:
    patient = await cabinet.signed_in("age_40")
    headers = {"Authorization": f"Bearer {patient.token['value']}"}
    return await cabinet.gets(path, **headers, **{"api-key": cabinet.world.esoz.api_key})


@row(7, 401, "access_denied", "Abac rule was not found")
async def medical_path(cabinet: Cabinet) -> Said:
    """Any path under `/api/patients/`."""
    return await _get(cabinet, "/esoz/api/patients/1/episodes")


@row(
    8,
    403,
    "forbidden",
    "Your scope does not allow to access this resource. "
    "Missing allowances: declaration_request:write_pis",
)
async def scope_missing(cabinet: Cabinet) -> Said:
    """A token without the scope, or the unscoped api-key."""
    patient = await cabinet.signed_in("age_40", scope="person:details_pis")
    return await patient.posts("declaration_requests", {})


@row(9, 403, "forbidden", "ACL: No matching rule was found for path /api/pis")
async def unknown_path(cabinet: Cabinet) -> Said:
    """A path or method that is not played."""
    return await _get(cabinet, "/esoz/api/pis/appointments")


@row(10, 403, "forbidden", "Access denied")
async def forbidden_referral(cabinet: Cabinet) -> Said:
    """The referral number of `Esoz.forbidden_number`."""
    esoz = cabinet.world.esoz
    headers = {"Authorization": f"Bearer {esoz.referral_token}", "api-key": esoz.api_key}
    path = f"/esoz/api/service_requests?requisition={esoz.forbidden_number}"
    return await cabinet.gets(path, **headers)


@row(11, 429, "text/plain", "API rate limit exceeded")
async def too_many_calls(cabinet: Cabinet) -> Why:
    """`POST /sim/faults` with kind 429."""
    await cabinet.posts("/sim/faults", {"where": "esoz", "kind": "429"})
    answer = await cabinet.client.get("/esoz/api/pis/person")
    return answer.status, answer.content_type, await answer.text()


@row(
    12,
    415,
    "content_type_invalid",
    "Invalid Content-Type header. application/json is expected",
)
async def form_instead_of_json(cabinet: Cabinet) -> Said:
    """A body of another type than JSON."""
    return await _with(cabinet, **{"Content-Type": "text/plain"})
