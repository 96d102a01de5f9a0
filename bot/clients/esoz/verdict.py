"""What an HTTP answer of ЕСОЗ that is no success means in our own errors."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

import structlog

from bot.clients.esoz.envelope import read_refusal
from bot.errors import NotFound, Outage, Unavailable

if TYPE_CHECKING:
    import httpx

    from bot.clients.esoz.envelope import Refusal
    from bot.errors import BotError

_log = structlog.get_logger(__name__)

# The gateway's answer when its rules hide a record from us; missing rights read differently.
_HIDDEN = "access denied"
_REASONS: dict[int, Outage] = {
    HTTPStatus.TOO_MANY_REQUESTS: Outage.RATE_LIMIT,
    HTTPStatus.UNAUTHORIZED: Outage.ACCESS,
    # Missing allowances, an unknown path, or a firewall that has to let us in.
    HTTPStatus.FORBIDDEN: Outage.ACCESS,
}


def refused(response: httpx.Response, *, request_id: str) -> BotError:
    """The error to raise for an answer that is no success.

    NotFound for a record that is hidden from us, Unavailable for all else. What concerns the
    operator is logged, without anything that could tell of a patient: not the address, which
    holds the number, nor the source's own words.
    """
    refusal = read_refusal(response.content)
    if response.status_code == HTTPStatus.FORBIDDEN and _is_hidden(refusal):
        return NotFound()
    reason = _reason(response)
    _log.warning(
        "esoz_refused",
        reason=reason.value,
        status=response.status_code,
        type=refusal.type if refusal else None,
        request_id=request_id,
    )
    return Unavailable(reason, retry_after=retry_after_seconds(response))


def _is_hidden(refusal: Refusal | None) -> bool:
    return refusal is not None and refusal.message.strip(" .").lower() == _HIDDEN


def _reason(response: httpx.Response) -> Outage:
    if response.is_server_error:
        return Outage.DOWN
    return _REASONS.get(response.status_code, Outage.GARBAGE)


def retry_after_seconds(response: httpx.Response) -> float | None:
    """`Retry-After` in seconds; its other form, a date, is not known from ЕСОЗ."""
    value = response.headers.get("Retry-After", "")
    return float(value) if value.isdecimal() else None
