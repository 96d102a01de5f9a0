"""Reading the arguments of a call from an HTTP request or from a webhook's reply."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, MultipartReader

from sandbox.telegram.arguments import Arguments, Upload
from sandbox.telegram.files import MAX_UPLOAD_BYTES
from sandbox.telegram.refusal import bad_request

if TYPE_CHECKING:
    from aiohttp import ClientResponse, web

# Room for the other fields of a request that carries the largest file.
MAX_REQUEST_BYTES = MAX_UPLOAD_BYTES + 1024 * 1024


async def from_request(request: web.Request) -> Arguments:
    """Arguments of GET or POST: the query, then the body. Raises `Refusal` for a broken body."""
    request = request.clone(client_max_size=MAX_REQUEST_BYTES)
    try:
        arguments = await _read(request)
    except ValueError:
        raise bad_request("Can't parse the body of the request") from None
    return Arguments({**request.query, **arguments.fields}, arguments.uploads)


async def _read(request: web.Request) -> Arguments:
    if request.content_type.startswith("multipart/"):
        return await _from_multipart(await request.multipart())
    return _from_body(request.content_type, await request.text())


async def from_reply(response: ClientResponse) -> Arguments:
    """Arguments in the body of a webhook's answer; none when it holds no call."""
    if response.content_type.startswith("multipart/"):
        return await _from_multipart(MultipartReader(response.headers, response.content))
    return _from_body(response.content_type, await response.text())


def _from_body(content_type: str, body: str) -> Arguments:
    if content_type == "application/json" and body:
        return Arguments(_from_json(body))
    return Arguments(dict(parse_qsl(body, keep_blank_values=True)))


def _from_json(body: str) -> dict[str, Any]:
    try:
        fields = json.loads(body)
    except ValueError:
        fields = None
    if not isinstance(fields, dict):
        raise bad_request("Can't parse JSON object")
    return {name: value for name, value in fields.items() if value is not None}


async def _from_multipart(reader: MultipartReader) -> Arguments:
    fields: dict[str, Any] = {}
    uploads: dict[str, Upload] = {}
    async for part in reader:
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        content = bytes(await part.read(decode=True))
        if part.filename is None:
            fields[part.name] = content.decode()
        else:
            mime_type = part.headers.get("Content-Type", "application/octet-stream")
            uploads[part.name] = Upload(part.filename, mime_type, content)
    return Arguments(fields, uploads)
