"""Reads what the person's side posts, and answers what is wrong with it in ЕСОЗ's envelope."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sandbox.esoz import answers
from sandbox.esoz.answers import EsozError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from aiohttp import web

    Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def explained(handler: Handler) -> Handler:
    """`handler`, with its EsozError answered as ЕСОЗ's envelope."""

    async def handle(request: web.Request) -> web.StreamResponse:
        try:
            return await handler(request)
        except EsozError as error:
            return answers.failed(request, error)

    return handle


async def json_object(request: web.Request) -> dict[str, Any]:
    """The body; raises EsozError when it is no JSON object."""
    try:
        body = json.loads(await request.text())
    except ValueError as error:
        raise wrong_body("$", "json", "expected a JSON object") from error
    if not isinstance(body, dict):
        raise wrong_body("$", "json", "expected a JSON object")
    return body


def wrong_body(entry: str, rule: str, description: str) -> EsozError:
    return answers.invalid_field(entry, rule, description, entry_type="json_data_property")
