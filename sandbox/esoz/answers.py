"""ЕСОЗ's envelopes: what a good answer and an error look like (reference/esoz.md §1.6, §1.7)."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from uuid import uuid4

from aiohttp import web

VALIDATION_FAILED = (
    "Validation failed. You can find validators description at our API Manifest: "
    "http://docs.apimanifest.apiary.io/#introduction/interacting-with-api/errors."
)
_REQUEST_ID = web.RequestKey("request_id", str)


class EsozError(Exception):
    """An answer that is not 200; `message` is ЕСОЗ's own text, `invalid` names wrong fields."""

    def __init__(
        self,
        status: HTTPStatus,
        kind: str,
        message: str,
        invalid: list[dict[str, Any]] | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.kind = kind
        self.message = message
        self.invalid = invalid


def access_denied(message: str) -> EsozError:
    return EsozError(HTTPStatus.UNAUTHORIZED, "access_denied", message)


def forbidden(message: str) -> EsozError:
    return EsozError(HTTPStatus.FORBIDDEN, "forbidden", message)


def conflict(message: str) -> EsozError:
    return EsozError(HTTPStatus.CONFLICT, "request_conflict", message)


def not_found(message: str) -> EsozError:
    return EsozError(HTTPStatus.NOT_FOUND, "not_found", message)


def invalid_field(
    entry: str,
    rule: str,
    description: str,
    *,
    params: list[str] | dict[str, int] | None = None,
    entry_type: str = "query_param",
) -> EsozError:
    """One wrong field; `entry` is its JSON path. ЕСОЗ mixes lists and objects in `params`."""
    broken = {
        "rule": rule,
        "params": params or [],
        "description": description,
        "raw_description": description,
    }
    return EsozError(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        "validation_failed",
        VALIDATION_FAILED,
        [{"entry": entry, "entry_type": entry_type, "rules": [broken]}],
    )


def request_id(request: web.Request) -> str:
    """The caller's own id, else "<uuid>#<n>" as the gateway makes it."""
    if _REQUEST_ID not in request:
        own = f"{uuid4()}#{id(request) % 100_000}"
        request[_REQUEST_ID] = request.headers.get("X-Request-ID") or own
    return request[_REQUEST_ID]


def _meta(request: web.Request, status: HTTPStatus, kind: str) -> dict[str, Any]:
    return {
        "code": status.value,
        "url": str(request.url),
        "type": kind,
        "request_id": request_id(request),
    }


def list_meta(request: web.Request) -> dict[str, Any]:
    """The `meta` of a good answer that is a list."""
    return _meta(request, HTTPStatus.OK, "list")


def single(
    request: web.Request,
    data: dict[str, Any] | list[dict[str, Any]],
    status: HTTPStatus = HTTPStatus.OK,
    **beside: object,
) -> web.Response:
    """A good answer that is no page of a list; `beside` are `urgent` and `sandbox` (§1.6)."""
    kind = "list" if isinstance(data, list) else "object"
    return web.json_response(
        {"meta": _meta(request, status, kind), "data": data, **beside}, status=status
    )


def listed(
    request: web.Request, records: list[dict[str, Any]], paging: dict[str, int]
) -> web.Response:
    """A page of a list."""
    return web.json_response({"meta": list_meta(request), "data": records, "paging": paging})


def failed(request: web.Request, error: EsozError) -> web.Response:
    """The envelope of an error."""
    content: dict[str, Any] = {"type": error.kind, "message": error.message}
    if error.invalid is not None:
        content["invalid"] = error.invalid
    meta = _meta(request, error.status, "object")
    return web.json_response({"meta": meta, "error": content}, status=error.status)
