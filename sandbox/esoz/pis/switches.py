"""How the invented ЕСОЗ behaves where the real one is not known, for tests to change."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Switches:
    """`POST /sim/esoz/switches` sets these by name.

    `status_after_sign`: APPROVED as the process texts say, or SIGNED as the PIS document's
    example prints (esoz.md §4.1).
    `redirects_errors`: my.* sends errors back to the client (VITE_REDIRECT_ERRORS), or shows them.
    `narrows_scope`: who must be represented can allow only reading (GET /oauth/user/apps of an
    older edition); off, ЕСОЗ refuses at the action itself (§10 row 16).
    `access_token_seconds`, `refresh_token_seconds`: no source has ЕСОЗ's own.
    `request_days`: how long a request for a declaration or a change of data may wait; not
    published either.
    `deceased_parties`: ids of doctors' parties that the register says have died (§10 row 29).
    """

    status_after_sign: str = "APPROVED"
    redirects_errors: bool = True
    narrows_scope: bool = False
    access_token_seconds: int = 3600
    refresh_token_seconds: int = 30 * 24 * 3600
    request_days: int = 30
    deceased_parties: list[str] = field(default_factory=list)
