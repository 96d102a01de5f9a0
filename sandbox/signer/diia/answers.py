"""How Дія says no. Its table of errors is not published: only the statuses are known."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, TypeVar

from aiohttp import web
from pydantic import BaseModel, ValidationError

from sandbox.posted import what_is_wrong

if TYPE_CHECKING:
    from collections.abc import Mapping

M = TypeVar("M", bound=BaseModel)


class DiiaError(Exception):
    def __init__(self, status: HTTPStatus, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.message = message


def unauthorized() -> DiiaError:
    return DiiaError(HTTPStatus.UNAUTHORIZED, "unauthorized")


def forbidden() -> DiiaError:
    """The acquirer or the branch may not do this (reference/signature.md §1.1)."""
    return DiiaError(HTTPStatus.FORBIDDEN, "forbidden")


def not_found() -> DiiaError:
    return DiiaError(HTTPStatus.NOT_FOUND, "not found")


def refused(error: DiiaError) -> web.Response:
    body = {"name": error.status.phrase, "message": error.message, "code": int(error.status)}
    return web.json_response(body, status=error.status)


async def body_of(request: web.Request, model: type[M]) -> M:
    """Raises DiiaError for a body that is not what the method takes."""
    try:
        return model.model_validate_json(await request.read())
    except ValidationError as error:
        raise DiiaError(HTTPStatus.BAD_REQUEST, what_is_wrong(error)) from None


def number_in(query: Mapping[str, str], name: str, default: int) -> int:
    given = query.get(name, "")
    return int(given) if given.isdecimal() else default


def as_json(value: dict[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()
