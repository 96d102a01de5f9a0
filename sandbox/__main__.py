"""`python -m sandbox`: the outside world, and the bot at work in it.

`--without-bot` plays the world only and prints the settings for `python -m bot`.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import sys
from contextlib import AsyncExitStack
from tempfile import TemporaryDirectory

from bot.app import running
from bot.config import Settings
from bot.logs import set_up_logging
from sandbox.app import HOST, World, serving

DEFAULT_PORT = 8090
DEFAULT_DOCTORS = 2000  # 100000 makes a directory of national size
_HIGHEST_PORT = 65534  # port 0 takes a free one; the bot's pages are on the next
_POSSIBLE_DOCTORS = range(100, 200_001)


def main() -> int:
    """Return the exit code: 2 when a setting is wrong or the port cannot be had."""
    parser = argparse.ArgumentParser(prog="python -m sandbox", description=__doc__)
    parser.add_argument("--without-bot", action="store_true", help="play only the outside world")
    arguments = parser.parse_args()
    try:
        port = _number("SANDBOX_PORT", DEFAULT_PORT, range(_HIGHEST_PORT + 1))
        doctors = _number("SANDBOX_DOCTORS", DEFAULT_DOCTORS, _POSSIBLE_DOCTORS)
    except ValueError as problem:
        print(problem, file=sys.stderr)
        return 2
    try:
        asyncio.run(_play(World(doctors=doctors), port, with_bot=not arguments.without_bot))
    except OSError as problem:
        print(f"The sandbox cannot listen on port {port}: {problem.strerror}.", file=sys.stderr)
        print("Choose another one: SANDBOX_PORT=8091 make run", file=sys.stderr)
        return 2
    return 0


def _number(name: str, default: int, possible: range) -> int:
    """The number that the environment sets; raises ValueError that says what to set."""
    given = os.environ.get(name) or str(default)
    if not (given.isdecimal() and int(given) in possible):
        raise ValueError(f"{name}: give a number from {possible[0]} to {possible[-1]}")
    return int(given)


async def _play(world: World, port: int, *, with_bot: bool) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stop.set)
    async with AsyncExitStack() as stack:
        if with_bot:
            world.controls.is_ready = lambda: False
        actual_port = await stack.enter_async_context(serving(world, port))
        if with_bot:
            await _start_bot(world, actual_port, stack)
        _say_where(world, actual_port, with_bot=with_bot)
        await stop.wait()


async def _start_bot(world: World, port: int, stack: AsyncExitStack) -> None:
    """Run the bot in this process, with the sandbox's clock; its pages are on the next port."""
    set_up_logging(os.environ.get("LOG_LEVEL", "WARNING"))
    # the world begins anew with every start, so the bot's memory does too
    folder = stack.enter_context(TemporaryDirectory(prefix="patient-assistant-"))
    settings = Settings.model_validate(
        {
            **{name.lower(): value for name, value in world.bot_settings(port).items()},
            "database_url": f"sqlite+aiosqlite:///{folder}/bot.sqlite3",
            "web_port": port + 1,
            "public_url": f"http://{HOST}:{port + 1}",
        }
    )
    world.register_redirect(f"http://{HOST}:{port + 1}")
    bot = await stack.enter_async_context(running(settings, world.clock))
    world.clock.on_move(bot.ticks.run_due)
    await bot.ticks.run_due()  # so that the directory is there when a person comes
    world.controls.is_ready = lambda: True


def _say_where(world: World, port: int, *, with_bot: bool) -> None:
    if with_bot:
        print(f"Помічник пацієнта працює: http://{HOST}:{port}", flush=True)
        return
    print("The outside world is at work. Settings for python -m bot:", flush=True)
    world.register_redirect(f"http://{HOST}:{port + 1}")
    pages = {"WEB_PORT": str(port + 1), "PUBLIC_URL": f"http://{HOST}:{port + 1}"}
    for name, value in (world.bot_settings(port) | pages).items():
        print(f"{name}={value}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
