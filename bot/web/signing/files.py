"""The pages' style sheet and scripts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import web

if TYPE_CHECKING:
    from bot.web.signing.site import Handler

_FOLDER = Path(__file__).resolve().parent.parent / "static"
_TYPES = {".css": "text/css", ".js": "text/javascript"}
_HEADERS = {"Cache-Control": "public, max-age=300", "X-Content-Type-Options": "nosniff"}


def file_routes() -> list[web.AbstractRouteDef]:
    """Return a route for each file of the folder: read once, and no other path is looked at."""
    return [
        web.get(f"/static/{file.name}", _given(file))
        for file in sorted(_FOLDER.iterdir())
        if file.suffix in _TYPES
    ]


def _given(file: Path) -> Handler:
    text, kind = file.read_text("utf-8"), _TYPES[file.suffix]

    async def answer(_request: web.Request) -> web.Response:
        return web.Response(text=text, content_type=kind, headers=_HEADERS)

    return answer
