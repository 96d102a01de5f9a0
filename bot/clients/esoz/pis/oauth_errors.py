"""What an error of OAuth means to a patient (RFC 6749 §4.1.2.1, §5.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog
from pydantic import ValidationError, model_validator

from bot.clients.esoz.envelope import Answer
from bot.clients.esoz.pis.lenient import Text
from bot.clients.esoz.pis.refusals import refusal_in
from bot.clients.esoz.pis.verdict import outage
from bot.domain.cabinet import EsozRefusal, EsozRefused
from bot.errors import Outage, Unavailable

if TYPE_CHECKING:
    import httpx

_log = structlog.get_logger(__name__)

_PASSES = frozenset({"server_error", "temporarily_unavailable"})
_OF_OUR_CLIENT = frozenset(
    {
        "invalid_request",
        "invalid_client",
        "invalid_scope",
        "unauthorized_client",
        "unsupported_grant_type",
        "unsupported_response_type",
        "validation_failed",
    }
)


class _Error(Answer):
    type: Text = ""
    message: Text = ""


class _NoToken(Answer):
    """ЕСОЗ's envelope, or the flat object of RFC 6749."""

    error: _Error

    @model_validator(mode="before")
    @classmethod
    def _from_flat(cls, value: object) -> object:
        if isinstance(value, dict) and isinstance(value.get("error"), str):
            return {"error": {"type": value["error"], "message": value.get("error_description")}}
        return value


def declined(error: str, description: str) -> EsozRefused | Unavailable:
    """What the consent page sent the browser back with.

    ЕСОЗ sends its own sentences with `access_denied`, so the sentence counts before the code.
    """
    if error in _PASSES:
        return Unavailable(Outage.DOWN)
    why = refusal_in([description])
    if why is None and error in _OF_OUR_CLIENT:
        why = EsozRefusal.SIGN_IN_MISCONFIGURED
    if why is None and error == "access_denied":
        why = EsozRefusal.CONSENT_DECLINED
    return EsozRefused(why or EsozRefusal.OTHER)


def not_granted(response: httpx.Response, *, request_id: str) -> EsozRefused | Unavailable:
    """Why no tokens came for a code or a refresh token.

    A used code, an old token and a revoked consent end in the same: the patient signs in anew.
    """
    try:
        error = _NoToken.model_validate_json(response.content).error
    except ValidationError:
        return outage(response)
    if response.is_server_error or error.type in _PASSES:
        return Unavailable(Outage.DOWN)
    is_ours = error.type in _OF_OUR_CLIENT or "client" in error.type
    code = EsozRefusal.SIGN_IN_MISCONFIGURED if is_ours else EsozRefusal.SIGN_IN_OUTDATED
    _log.warning(
        "esoz_gave_no_token",
        verdict=code,
        status=response.status_code,
        type=error.type,
        request_id=request_id,
    )
    return EsozRefused(code)
