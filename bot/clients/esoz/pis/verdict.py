"""What an answer of the patient's API that is no success means in our own errors."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

import structlog
from pydantic import ValidationError

from bot.clients.esoz.envelope import Answer
from bot.clients.esoz.pis.lenient import Text
from bot.clients.esoz.pis.refusals import refusal_at, refusal_in
from bot.clients.esoz.verdict import retry_after_seconds
from bot.domain.cabinet import EsozRefusal, EsozRefused, InvalidField
from bot.errors import NotFound, Outage, Unavailable

if TYPE_CHECKING:
    import httpx

    from bot.errors import BotError

_log = structlog.get_logger(__name__)

_OF_OUR_CLIENT = ("api key", "api-key", "authorization header", "acl: ", "abac rule")
"""Refusals that are about the operator's key or the route, not about the patient."""


class TokenRefused(Exception):
    """ЕСОЗ does not know the access token: it expired, or the session was ended."""


class _Rule(Answer):
    """`params`, a list for some rules and an object for others, is not read."""

    rule: Text = ""
    description: Text = ""


class _Invalid(Answer):
    entry: Text = ""
    rules: tuple[_Rule, ...] = ()


class _Error(Answer):
    type: Text = ""
    message: Text = ""
    invalid: tuple[_Invalid, ...] = ()

    def fields(self) -> tuple[InvalidField, ...]:
        return tuple(
            InvalidField(entry=invalid.entry, rule=rule.rule, description=rule.description)
            for invalid in self.invalid
            for rule in invalid.rules or (_Rule(),)
        )


class _Refused(Answer):
    error: _Error


def refused(response: httpx.Response, *, request_id: str) -> BotError | TokenRefused:
    """The error to raise for an answer that is no success.

    Logged with constant text and ids only: ЕСОЗ's words may hold a name or a number.
    """
    error = _read(response.content)
    verdict = outage(response) if error is None else _judged(response, error)
    _log.warning(
        "esoz_pis_refused",
        verdict=getattr(verdict, "code", None) or type(verdict).__name__,
        status=response.status_code,
        type=error.type if error else None,
        request_id=request_id,
    )
    return verdict


def _read(body: bytes) -> _Error | None:
    """The error of the envelope; None for plain text, HTML, and 502's bare `message`."""
    try:
        return _Refused.model_validate_json(body).error
    except ValidationError:
        return None


def _judged(response: httpx.Response, error: _Error) -> BotError | TokenRefused:
    said = error.message.lower()
    if response.status_code == HTTPStatus.UNAUTHORIZED and "access token" in said:
        return TokenRefused()
    fields = error.fields()
    why = refusal_in([*(field.description for field in fields), error.message])
    if why is not None:
        return EsozRefused(why, fields)
    if response.is_server_error or any(part in said for part in _OF_OUR_CLIENT):
        return outage(response)
    return _by_status(response, fields)


def _by_status(response: httpx.Response, fields: tuple[InvalidField, ...]) -> BotError:
    """A refusal whose words we do not know."""
    match response.status_code:
        case HTTPStatus.NOT_FOUND:
            return NotFound()
        case HTTPStatus.FORBIDDEN:
            return NotFound()  # hidden by the gateway's rules: not this person's
        case HTTPStatus.TOO_MANY_REQUESTS:
            return EsozRefused(EsozRefusal.CODE_TOO_OFTEN)  # the gateway's own is plain text
        case HTTPStatus.UNAUTHORIZED | HTTPStatus.UNSUPPORTED_MEDIA_TYPE:
            return Unavailable(Outage.ACCESS)
    by_field = refusal_at(field.entry for field in fields)
    return EsozRefused(by_field or _default(fields), fields)


def _default(fields: tuple[InvalidField, ...]) -> EsozRefusal:
    return EsozRefusal.FIELDS_INVALID if fields else EsozRefusal.OTHER


def outage(response: httpx.Response) -> Unavailable:
    """What an answer means that is not in the envelope, or is about our client."""
    if response.is_server_error:
        return Unavailable(Outage.DOWN, retry_after=retry_after_seconds(response))
    if response.status_code == HTTPStatus.TOO_MANY_REQUESTS:
        return Unavailable(Outage.RATE_LIMIT, retry_after=retry_after_seconds(response))
    if response.status_code in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}:
        return Unavailable(Outage.ACCESS)  # our key, or a firewall that has to let us in
    return Unavailable(Outage.GARBAGE)
