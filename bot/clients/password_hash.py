"""Passwords as the library `cryptography` hashes and checks them: Argon2id in the PHC format.

Cost: RFC 9106 §4, second recommended option, on one lane.
"""

from __future__ import annotations

import asyncio
import secrets
from typing import Final

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

_SALT_BYTES: Final = 16
_LENGTH: Final = 32
_ITERATIONS: Final = 3
_MEMORY_KIB: Final = 64 * 1024


def hash_password(password: str) -> str:
    """Return what can be stored in the settings."""
    kdf = Argon2id(
        salt=secrets.token_bytes(_SALT_BYTES),
        length=_LENGTH,
        iterations=_ITERATIONS,
        lanes=1,
        memory_cost=_MEMORY_KIB,
    )
    return kdf.derive_phc_encoded(password.encode())


class PasswordCheck:
    """One check at a time: each takes 64 MiB and a tenth of a second, in a thread."""

    def __init__(self, stored: str) -> None:
        self._stored = stored
        self._turn = asyncio.Lock()

    async def __call__(self, password: str) -> bool:
        async with self._turn:
            return await asyncio.to_thread(_is_right, password, self._stored)


def _is_right(password: str, stored: str) -> bool:
    try:
        Argon2id.verify_phc_encoded(password.encode(errors="surrogateescape"), stored)
    except InvalidKey:
        return False
    return True
