"""Serves the written exports over HTTP as its own process: `serve.py FOLDER` prints its port."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from aiohttp import web


async def serve(folder: Path) -> None:
    async def export(request: web.Request) -> web.StreamResponse:
        headers = {"Content-Type": "application/octet-stream"}
        return web.FileResponse(folder / request.match_info["export"], headers=headers)

    application = web.Application()
    application.router.add_get("/api/pis/bulk/{export}", export)
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    sys.stdout.write(f"{runner.addresses[0][1]}\n")
    sys.stdout.flush()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve(Path(sys.argv[1])))
