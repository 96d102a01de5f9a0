"""`python -m bot hash-password`: what to put into HOTLINE_PASSWORD_HASH."""

from __future__ import annotations

import sys
from getpass import getpass
from typing import Final

from bot.clients.password_hash import hash_password

HASH_PASSWORD: Final = "hash-password"  # noqa: S105 - the command's name
_SHORTEST: Final = 12


def print_password_hash() -> int:
    """Ask for a password twice, or read a line that is piped in; print its hash.

    Returns 2 for a password that is too short or was typed in two ways.
    """
    if sys.stdin.isatty():
        password, again = getpass("Password: "), getpass("Again: ")
    else:
        password = again = sys.stdin.readline().rstrip("\r\n")
    if password != again:
        sys.stderr.write("The two are not the same. Nothing was made.\n")
        return 2
    if len(password) < _SHORTEST:
        sys.stderr.write(f"Take at least {_SHORTEST} signs: several words are good.\n")
        return 2
    sys.stdout.write(f"HOTLINE_PASSWORD_HASH='{hash_password(password)}'\n")
    return 0
