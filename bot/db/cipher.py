"""Encrypts what the database keeps of patients, with keys that only the operator has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from bot.errors import Unreadable

if TYPE_CHECKING:
    from collections.abc import Sequence


class FernetCipher:
    """Seals with the first of `keys`, opens with any of them; implements `Cipher`."""

    def __init__(self, keys: Sequence[str]) -> None:
        self._fernet = MultiFernet([Fernet(key) for key in keys])

    def seal(self, plain: bytes) -> bytes:
        return self._fernet.encrypt(plain)

    def unseal(self, sealed: bytes) -> bytes:
        """Raises Unreadable."""
        try:
            return self._fernet.decrypt(sealed)
        except InvalidToken as error:
            raise Unreadable from error

    def reseal(self, sealed: bytes) -> bytes:
        """Seal anew with the first key; raises Unreadable."""
        try:
            return self._fernet.rotate(sealed)
        except InvalidToken as error:
            raise Unreadable from error


def new_key() -> str:
    """Make a key for ENCRYPTION_KEYS."""
    return Fernet.generate_key().decode()
