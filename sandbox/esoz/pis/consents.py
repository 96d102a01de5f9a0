"""What an e-cabinet has asked for on my.*, from the redirect to the person's decision."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit, urlunsplit

from sandbox.esoz.pis import scopes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.clock import SandboxClock
    from sandbox.esoz.pis.approvals import Approvals
    from sandbox.esoz.pis.client import Client
    from sandbox.esoz.pis.signing_in import Who
    from sandbox.esoz.pis.switches import Switches
    from sandbox.esoz.pis.tokens import Tokens


@dataclass(frozen=True)
class Asked:
    """The parameters of the redirect, as they came."""

    client_id: str
    redirect_uri: str
    scope: str
    state: str | None

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Asked:
        return cls(
            query.get("client_id", ""),
            query.get("redirect_uri", ""),
            query.get("scope", ""),
            query.get("state"),
        )

    @property
    def unknown_scopes(self) -> list[str]:
        return [scope for scope in scopes.split(self.scope) if scope not in scopes.ALL]

    def back(self, **parameters: str) -> str:
        """Where the browser goes back to, with `state` (RFC 6749 §4.1.2)."""
        state = {} if self.state is None else {"state": self.state}
        parts = urlsplit(self.redirect_uri)
        query = "&".join(one for one in (parts.query, urlencode(parameters | state)) if one)
        return urlunsplit(parts._replace(query=query))


@dataclass(frozen=True)
class Consent:
    """A question to the person, whether this client may do that."""

    asked: Asked
    who: Who
    scopes: tuple[str, ...]


class Consents:
    def __init__(
        self,
        *,
        clock: SandboxClock,
        client: Client,
        switches: Switches,
        tokens: Tokens,
        approvals: Approvals,
    ) -> None:
        self._clock = clock
        self._client = client
        self._switches = switches
        self._tokens = tokens
        self._approvals = approvals
        self._open: dict[str, Consent] = {}

    def ask(self, asked: Asked, who: Who) -> tuple[str, Consent]:
        """Open the question; a page that is loaded again opens it again."""
        consent = Consent(asked, who, self._offered(asked, who))
        key = secrets.token_urlsafe(24)
        self._open[key] = consent
        return key, consent

    def decide(self, key: str, *, is_allowed: bool) -> str | None:
        """Where the browser goes next; None for a question that is answered or unknown."""
        consent = self._open.pop(key, None)
        if consent is None or self._is_spent(consent):
            return None
        if consent.who.nonce is not None:
            self._tokens.spend_nonce(consent.who.nonce)
        if not is_allowed:
            description = "The resource owner denied the request"
            return consent.asked.back(error="access_denied", error_description=description)
        return consent.asked.back(code=self._code(consent))

    def allow(self, who: Who, scope: str, redirect_uri: str) -> str:
        """A code without any page, for tests."""
        asked = Asked(self._client.id, redirect_uri, scope, None)
        return self._code(Consent(asked, who, self._offered(asked, who)))

    def _code(self, consent: Consent) -> str:
        scope = " ".join(consent.scopes)
        who = consent.who
        approval = self._approvals.allow(self._client, who.patient, who.applicant, scope)
        return self._tokens.code(approval, scope, self._client.id, consent.asked.redirect_uri)

    def _offered(self, asked: Asked, who: Who) -> tuple[str, ...]:
        wanted = scopes.split(asked.scope)
        is_alone = who.patient is who.applicant
        must_be_represented = who.patient.needs_confidant(self._clock.now().date())
        if self._switches.narrows_scope and is_alone and must_be_represented:
            return tuple(scope for scope in wanted if scope in scopes.READING)
        return wanted

    def _is_spent(self, consent: Consent) -> bool:
        nonce = consent.who.nonce
        return nonce is not None and self._tokens.expiry_of_nonce(nonce) is None
