"""The certificate authorities that clients trust."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import httpx

if TYPE_CHECKING:
    from ssl import SSLContext


@cache
def trusted_authorities() -> SSLContext:
    """One context for all clients: each of its own would read the same list for 40 ms."""
    return httpx.create_ssl_context()
