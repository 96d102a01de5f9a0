"""ЕСОЗ's API gateway: faults, rate limit, headers, token, scopes, then the method itself."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from sandbox.esoz import answers
from sandbox.esoz.answers import EsozError
from sandbox.esoz.bulk_scopes import BULK_SCOPES
from sandbox.esoz.call_record import CallRecord
from sandbox.esoz.outages import answer_of_fault, dawdle, keep_for_file, withheld
from sandbox.esoz.rate_limit import RateLimit, limit_exceeded, limit_headers
from sandbox.faults import FaultKind, FaultPlace

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Collection

    from aiohttp import web

    from sandbox.clock import SandboxClock
    from sandbox.faults import Fault, Faults

    Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

REFERRAL_TOKEN = "sandbox-referral-token"  # noqa: S105 - an invented token of an invented ЕСОЗ
EXPIRED_TOKEN = "sandbox-expired-token"  # noqa: S105 - as above
UNSCOPED_TOKEN = "sandbox-unscoped-token"  # noqa: S105 - as above
API_KEY = "sandbox-api-key"
UNSCOPED_API_KEY = "sandbox-unscoped-api-key"

# An expired token is answered like one that never was (§10 row 2), so it is simply not here.
_SCOPES = {
    REFERRAL_TOKEN: {"service_request:read", "service_request:use"},
    UNSCOPED_TOKEN: {"declaration_request:read"},
}
# What the systems themselves may do, without a user.
EVENTS_SCOPE = "event:read"  # in no source
_SYSTEM_SCOPES = {
    API_KEY: frozenset({*BULK_SCOPES.values(), EVENTS_SCOPE}),
    UNSCOPED_API_KEY: frozenset[str](),
}
_BEARER = "Bearer "


class Gateway:
    """Wraps a method of the API; `slow_seconds` is how long a slow answer takes."""

    def __init__(
        self,
        clock: SandboxClock,
        faults: Faults,
        is_patients: Callable[[str], bool] = lambda _: False,
    ) -> None:
        """`is_patients` knows the access tokens of patients."""
        self._is_patients = is_patients
        self.slow_seconds = 10.0
        self._clock = clock
        self._faults = faults
        self._rate_limit = RateLimit(clock)
        self.record = CallRecord()

    def guard(self, handler: Handler, *, scope: str) -> Handler:
        """`handler` behind the gateway, for tokens that have `scope`."""

        async def method(request: web.Request) -> web.StreamResponse:
            _check_scope(_SCOPES.get(_token(request, self._is_patients), ()), scope)
            return await handler(request)

        return self.behind(method)

    def guard_system(self, handler: Handler, *, scope: str) -> Handler:
        """`handler` for api-keys that have `scope`; no token is asked for."""

        async def method(request: web.Request) -> web.StreamResponse:
            _check_scope(_scopes_of_system(request), scope)
            return await handler(request)

        return self.behind(method)

    def guard_file(self, handler: Handler, *, scope: str) -> Handler:
        """`handler`, which sends a file, for api-keys that have `scope`; no token is asked for.

        A cut connection and garbage come in the middle of the file, which `handler` sees to
        with `outages.spoiled`.
        """

        async def method(request: web.Request) -> web.StreamResponse:
            _check_scope(_scopes_of_system(request), scope)
            return await handler(request)

        return self.behind(method, is_file=True)

    def nothing_here(self) -> Handler:
        """The answer to a path or method without a rule (§10 rows 7 and 9)."""

        async def method(request: web.Request) -> web.StreamResponse:
            _token(request, self._is_patients)
            if "/api/patients/" in request.path:
                raise answers.access_denied("Abac rule was not found")
            prefix = "/api/pis" if "/api/pis" in request.path else "/api"
            raise answers.forbidden(f"ACL: No matching rule was found for path {prefix}")

        return self.behind(method)

    def behind(self, method: Handler, *, is_file: bool = False) -> Handler:
        """`method` with faults, rate limit and envelope; what it lets in is its own affair."""

        async def handle(request: web.Request) -> web.StreamResponse:
            noted = self.record.begins(request)
            remaining = self._rate_limit.count(request.headers.get("Authorization", ""))
            fault = self._faults.take(FaultPlace.ESOZ, f"{request.method} {request.path_qs}")
            answer = await self._outage(request, fault, is_file=is_file)
            if answer is None and remaining < 0:
                answer = limit_exceeded()
            if answer is None:
                answer = await _answered(request, method)
            for name, value in limit_headers(remaining).items():
                answer.headers.setdefault(name, value)
            answer.headers["X-Request-ID"] = answers.request_id(request)
            noted["status"] = answer.status
            if fault and fault.kind.is_after_the_deed:
                return await withheld(request, fault, self._clock)
            return answer

        return handle

    async def _outage(
        self, request: web.Request, fault: Fault | None, *, is_file: bool
    ) -> web.StreamResponse | None:
        if fault is None or (is_file and keep_for_file(request, fault)):
            return None
        if fault.kind is FaultKind.SLOW:
            await dawdle(request, self._clock, self.slow_seconds)
        return answer_of_fault(request, fault)


async def _answered(request: web.Request, method: Handler) -> web.StreamResponse:
    try:
        return await method(request)
    except EsozError as error:
        return answers.failed(request, error)


def _token(request: web.Request, is_other: Callable[[str], bool] = lambda _: False) -> str:
    """The caller's valid token, of those that are known here or to `is_other`.

    The order is the gateway's (GW handler.lua): is there a bearer token at all, then its
    check together with the api-key, then the rule of the path, then scopes.
    """
    check_content_type(request)
    token = bearer_token(request)
    _check_api_key(request)
    if token not in _SCOPES and not is_other(token):
        raise answers.access_denied("Invalid access token")
    return token


def bearer_token(request: web.Request) -> str:
    """What the caller sent as token; raises EsozError when that is nothing (§10 row 1)."""
    authorization = request.headers.get("Authorization", "")
    if not authorization.startswith(_BEARER):
        message = "Authorization header is not set or doesn't contain Bearer token"
        raise answers.access_denied(message)
    return authorization.removeprefix(_BEARER)


def _scopes_of_system(request: web.Request) -> frozenset[str]:
    """What the api-key alone allows; other words than where a token is asked for (§10 row 3)."""
    api_key = request.headers.get("api-key")
    if api_key is None:
        raise answers.access_denied("Api key is not set")
    if api_key not in _SYSTEM_SCOPES:
        raise answers.access_denied("Invalid api key")
    return _SYSTEM_SCOPES[api_key]


def _check_api_key(request: web.Request) -> None:
    api_key = request.headers.get("api-key")
    if api_key is None:
        raise answers.access_denied("API-KEY header required")
    if api_key != API_KEY:
        raise answers.access_denied("Invalid api key")


def check_content_type(request: web.Request) -> None:
    """415 for another type than JSON; the wording is in no source (§10 row 12)."""
    is_stated = "Content-Type" in request.headers
    if is_stated and request.content_type != "application/json":
        message = "Invalid Content-Type header. application/json is expected"
        raise EsozError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "content_type_invalid", message)


def _check_scope(allowed: Collection[str], scope: str) -> None:
    if scope not in allowed:
        message = "Your scope does not allow to access this resource. Missing allowances: "
        raise answers.forbidden(message + scope)
