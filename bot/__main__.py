"""The command line: read the settings, then run the bot or say what it can do."""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys

import structlog

from bot.config import BadSettings, Settings, read_settings
from bot.directory_command import sync_directory
from bot.domain.capabilities import Mode
from bot.domain.clock import SystemClock
from bot.keys_command import KEY_COMMANDS
from bot.logs import set_up_logging
from bot.password_command import HASH_PASSWORD, print_password_hash
from bot.sending_command import PAUSE_SENDING, SENDING_COMMANDS, switch_sending

log = structlog.get_logger(__name__)

_SECRET_COMMANDS = {**KEY_COMMANDS, HASH_PASSWORD: print_password_hash}


def main() -> int:
    """Return the exit code: 2 when a setting is missing or wrong, or what it names is down."""
    arguments = _arguments()
    command = arguments.command
    if command == "sync-directory":
        return sync_directory(full=arguments.full, may_shrink=arguments.accept_smaller)
    if command in _SECRET_COMMANDS:
        return _SECRET_COMMANDS[command]()
    if command in SENDING_COMMANDS:
        return switch_sending(is_paused=command == PAUSE_SENDING)
    try:
        settings = read_settings()
        if command == "check":
            print(capabilities_table(settings), *settings.signing_lines, sep="\n")
            return 0
        set_up_logging(settings.log_level)
        _run(settings)
    except BadSettings as problem:
        print(problem, file=sys.stderr)
        return 2
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bot", description=__doc__)
    parser.add_argument(
        "command",
        nargs="?",
        choices=(
            "run",
            "check",
            "sync-directory",
            *KEY_COMMANDS,
            HASH_PASSWORD,
            *SENDING_COMMANDS,
        ),
        default="run",
        help="run the bot (default); print what it can do with these settings; "
        "bring the directory of doctors up to date; "
        "print a new key for ENCRYPTION_KEYS; encrypt everything anew with the first of them; "
        "make the operators' password ready for HOTLINE_PASSWORD_HASH; "
        "or stop, and start again, all messages that no patient has just asked for",
    )
    parser.add_argument(
        "--full", action="store_true", help="sync-directory: read all, not only what changed"
    )
    parser.add_argument(
        "--accept-smaller",
        action="store_true",
        help="sync-directory: take a directory with less than half of the doctors, too",
    )
    return parser.parse_args()


def capabilities_table(settings: Settings) -> str:
    """Return a line for each capability: its mode, and what is missing for `live`."""
    lines = []
    for capability in settings.capabilities:
        line = f"{capability.section:<12} {capability.mode:<6}"
        if capability.mode is Mode.GUIDE:
            missing = ", ".join(capability.missing)
            line += f" set {missing}" if missing else " not built yet"
        lines.append(line)
    return "\n".join(lines)


def _run(settings: Settings) -> None:
    try:
        import uvloop  # noqa: PLC0415 - not there on every system
    except ImportError:
        asyncio.run(_serve(settings))
    else:
        uvloop.run(_serve(settings))


async def _serve(settings: Settings) -> None:
    from bot.app import running  # noqa: PLC0415 - importing aiogram costs a sync 150 MB

    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stop.set)
    async with running(settings, SystemClock()) as bot:
        log.info("bot is at work", web_port=bot.web_port)
        await stop.wait()


if __name__ == "__main__":
    sys.exit(main())
