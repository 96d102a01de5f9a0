"""The ways in which ЕСОЗ, its gateway and the firewall before it fail."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from aiohttp import web

if TYPE_CHECKING:
    from tests.integration.esoz_client.server import Failure

REQUEST_ID = "6617aeec-15e2-4d6f-b9bd-53559c358f97#17810"


def answering(
    status: int,
    body: str | bytes | dict[str, Any],
    *,
    content_type: str = "application/json",
    headers: dict[str, str] | None = None,
) -> Failure:
    text = json.dumps(body) if isinstance(body, dict) else body
    payload = text.encode() if isinstance(text, str) else text

    async def failure(_: web.Request) -> web.StreamResponse:
        return web.Response(
            status=status, body=payload, content_type=content_type, headers=headers
        )

    return failure


def refusing(status: int, kind: str, message: str) -> Failure:
    """The error envelope."""
    meta = {"url": "https://…", "type": "object", "request_id": REQUEST_ID, "code": status}
    return answering(status, {"meta": meta, "error": {"type": kind, "message": message}})


async def dropping(request: web.Request) -> web.StreamResponse:
    """Break the connection without a word."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


ACCESS_DENIED = refusing(403, "forbidden", "Access denied")
MISSING_ALLOWANCES = refusing(
    403,
    "forbidden",
    "Your scope does not allow to access this resource. Missing allowances: service_request:read",
)
INVALID_TOKEN = refusing(401, "access_denied", "Invalid access token")
RATE_LIMIT = answering(429, "API rate limit exceeded", content_type="text/plain")
RATE_LIMIT_WITH_TIME = answering(
    429, "API rate limit exceeded", content_type="text/plain", headers={"Retry-After": "17"}
)
SERVER_ERROR = refusing(500, "internal_error", "Remote server internal error")
BAD_GATEWAY = answering(502, {"message": "An invalid response was received from upstream"})
FIREWALL = answering(403, "<html><h1>Sorry, you have been blocked</h1></html>")
GARBAGE = answering(200, b"\x00\xff\xfe not json", content_type="text/html")
TRUNCATED = answering(200, '{"meta":{"code":200,"type":"list"},"data":[{"id":"90a9e15b-b71b')
WRONG_SHAPE = answering(200, {"meta": {"code": 200}, "data": {"status": "pending"}})
ROW_WITHOUT_STATUS = answering(200, {"data": [{"id": "1", "requisition": "8830-3875-8474-6820"}]})
WRONG_CODING = answering(
    200, b"not gzip", headers={"Content-Encoding": "gzip"}, content_type="application/json"
)
NOT_THIS_ADDRESS = answering(404, "404: Not Found", content_type="text/plain")
VALIDATION = refusing(422, "validation_failed", "Validation failed.")
ELSEWHERE = answering(302, "", headers={"Location": "/sign-in"})
