"""The sandbox's page in the browser: plain files, served with a strict content policy."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import hdrs, web

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

_FOLDER = Path(__file__).parent
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


def routes() -> list[web.AbstractRouteDef]:
    """`/` and one route for each file under `/page/`; no other path can be asked for."""
    files = sorted(file for file in _FOLDER.rglob("*") if file.suffix in _TYPES)
    addresses = {f"/page/{file.relative_to(_FOLDER).as_posix()}": file for file in files}
    addresses["/"] = _FOLDER / "index.html"
    return [web.get(address, _serve(file)) for address, file in addresses.items()]


def _serve(file: Path) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    headers = {
        hdrs.CONTENT_TYPE: _TYPES[file.suffix],
        hdrs.CACHE_CONTROL: "no-store",
        "Content-Security-Policy": _POLICY,
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }

    async def handler(_request: web.Request) -> web.StreamResponse:
        return web.FileResponse(file, headers=headers)

    return handler
