"""Nonces, codes, access and refresh tokens: what stands between a signature and the data."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

if TYPE_CHECKING:
    from sandbox.clock import SandboxClock
    from sandbox.esoz.pis.approvals import Approval
    from sandbox.esoz.pis.switches import Switches

NONCE_SECONDS = 900  # MIS:119-137
CODE_SECONDS = 600  # the most that RFC 6749 §4.1.2 allows


@dataclass
class Code:
    """A code grant: exchanged once, for what was allowed."""

    approval: Approval
    scope: str
    client_id: str
    redirect_uri: str
    expires_at: datetime
    is_used: bool = False


@dataclass
class Grant:
    """A session of a patient in an e-cabinet; every refresh makes another access token."""

    approval: Approval
    scope: str
    redirect_uri: str
    refresh_token: str
    refresh_until: datetime
    is_ended: bool = False


@dataclass(frozen=True)
class AccessToken:
    """`value` is opaque (ACCESS_TOKEN_JWT is false)."""

    value: str
    grant: Grant
    expires_at: datetime
    id: str = field(default_factory=lambda: str(uuid4()))


class Tokens:
    def __init__(self, clock: SandboxClock, switches: Switches) -> None:
        self._clock = clock
        self._switches = switches
        self._key = secrets.token_bytes(64)
        self._nonces: dict[str, datetime] = {}
        self._codes: dict[str, Code] = {}
        self._access: dict[str, AccessToken] = {}
        self._refresh: dict[str, Grant] = {}

    def nonce(self, client_id: str) -> str:
        """A one-time JWT with ЕСОЗ's own claims (esoz.md §1.3)."""
        now = self._clock.now()
        expires_at = now + timedelta(seconds=NONCE_SECONDS)
        claims = {
            "aud": "mithril-login",
            "exp": int(expires_at.timestamp()),
            "iat": int(now.timestamp()),
            "iss": "EHealth",
            "jti": str(uuid4()),
            "nbf": int(now.timestamp()) - 1,
            "nonce": secrets.token_hex(16),
            "sub": client_id,
            "typ": "access",
        }
        token = self._jwt(claims)
        self._nonces[token] = expires_at
        return token

    def expiry_of_nonce(self, nonce: str) -> datetime | None:
        """None for one that was never given out, or is spent."""
        return self._nonces.get(nonce)

    def spend_nonce(self, nonce: str) -> None:
        self._nonces.pop(nonce, None)

    def code(self, approval: Approval, scope: str, client_id: str, redirect_uri: str) -> str:
        value = secrets.token_urlsafe(24)
        expires_at = self._clock.now() + timedelta(seconds=CODE_SECONDS)
        self._codes[value] = Code(approval, scope, client_id, redirect_uri, expires_at)
        return value

    def code_named(self, value: str) -> Code | None:
        return self._codes.get(value)

    def begin(self, approval: Approval, scope: str, redirect_uri: str) -> Grant:
        until = self._clock.now() + timedelta(seconds=self._switches.refresh_token_seconds)
        grant = Grant(approval, scope, redirect_uri, secrets.token_urlsafe(32), until)
        self._refresh[grant.refresh_token] = grant
        return grant

    def grant_of_refresh(self, refresh_token: str) -> Grant | None:
        return self._refresh.get(refresh_token)

    def access(self, grant: Grant) -> AccessToken:
        expires_at = self._clock.now() + timedelta(seconds=self._switches.access_token_seconds)
        token = AccessToken(secrets.token_urlsafe(24), grant, expires_at)
        self._access[token.value] = token
        return token

    def live(self, value: str) -> AccessToken | None:
        """The access token, unless it is unknown, expired, or its session has ended."""
        token = self._access.get(value)
        if token is None or token.grant.is_ended or token.expires_at <= self._clock.now():
            return None
        return token

    def end(self, approval: Approval) -> None:
        """End every session under an approval: its id is black-listed (esoz.md §6.1)."""
        for grant in self._refresh.values():
            grant.is_ended = grant.is_ended or grant.approval is approval

    def _jwt(self, claims: dict[str, object]) -> str:
        head = _part({"alg": "HS512", "typ": "JWT"})
        signed = f"{head}.{_part(claims)}"
        sign = hmac.new(self._key, signed.encode(), hashlib.sha512).digest()
        return f"{signed}.{_base64url(sign)}"


def _part(value: dict[str, object]) -> str:
    return _base64url(json.dumps(value, separators=(",", ":")).encode())


def _base64url(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
