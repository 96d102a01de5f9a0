"""The unguessable values of a sign session; of each only the hash is stored."""

from __future__ import annotations

import hmac
from hashlib import sha256
from secrets import token_urlsafe

_BYTES = 32


def new_secret() -> str:
    """Return 256 random bits in 43 signs that fit a link, a cookie and a header."""
    return token_urlsafe(_BYTES)


def hash_of(secret: str) -> str:
    """Return the hex SHA-256 under which `secret` is known."""
    return sha256(secret.encode(errors="surrogateescape")).hexdigest()


def form_token(cookie: str, key: str) -> str:
    """Return what a form must bring back: only this browser's page of this session has it."""
    return hmac.new(cookie.encode(), key.encode(), sha256).hexdigest()


def is_same(given: str, expected: str) -> bool:
    """Compare without telling by the time taken how much was right."""
    return hmac.compare_digest(
        given.encode(errors="surrogateescape"), expected.encode(errors="surrogateescape")
    )
