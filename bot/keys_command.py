"""The commands that make keys, and that encrypt with a new one all that is stored."""

from __future__ import annotations

import asyncio
import sys
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING

from bot.cabinet_settings import split_keys
from bot.config import BadSettings, read_keys_settings
from bot.database_failure import blaming_database
from bot.db.cipher import FernetCipher, new_key
from bot.db.engine import create_engine, upgrade
from bot.db.repositories.sealed_columns import SealedColumns

if TYPE_CHECKING:
    from bot.config import KeysSettings


def print_new_key() -> int:
    """Print a key for ENCRYPTION_KEYS; needs no settings."""
    _say(new_key())
    return 0


def rotate_keys() -> int:
    """Encrypt anew, with the first key, whatever another one encrypted; returns the exit code.

    The bot may run meanwhile, as long as every process knows both keys.
    """
    try:
        rotated, unreadable = asyncio.run(_rotated(read_keys_settings()))
    except BadSettings as problem:
        sys.stderr.write(f"{problem}\n")
        return 2
    _say(f"{rotated} values are encrypted with the first key of ENCRYPTION_KEYS now.")
    if unreadable:
        sys.stderr.write(
            f"{unreadable} values open with none of the keys and stay as they are: "
            "give their key, too, or their owners sign in anew.\n"
        )
        return 1
    _say("The other keys are not needed any more, once every process has the new setting.")
    return 0


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


async def _rotated(settings: KeysSettings) -> tuple[int, int]:
    cipher = FernetCipher(split_keys(settings.encryption_keys))
    async with AsyncExitStack() as stack:
        with blaming_database():
            engine = create_engine(settings.database_url)
            stack.push_async_callback(engine.dispose)
            await upgrade(engine)
            return await SealedColumns(engine, cipher).reseal()


KEY_COMMANDS = {"new-key": print_new_key, "rotate-keys": rotate_keys}
