"""Sign-in with ЕСОЗ: nonce, the way to the consent page, tokens, logout (`esoz.md` §1.3)."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from pydantic import Field

from bot.clients.esoz.envelope import Answer
from bot.clients.esoz.pis.lenient import Text
from bot.clients.esoz.pis.oauth_errors import declined, not_granted
from bot.clients.esoz.pis.transport import NoAnswer
from bot.clients.esoz.pis.verdict import TokenRefused
from bot.domain.cabinet import scopes
from bot.domain.cabinet.session import Tokens
from bot.errors import NotFound, Outage, Unavailable

if TYPE_CHECKING:
    from bot.clients.esoz.pis.transport import PisTransport
    from bot.domain.cabinet import EsozRefused


@dataclass(frozen=True, slots=True)
class OAuthClient:
    """What ЕСОЗ registered us with; `redirect_uri` must be the registered one, sign by sign."""

    client_id: str
    client_secret: str = field(repr=False)
    redirect_uri: str
    sign_in_url: str


class _User(Answer):
    person_id: Text = ""


class _Details(Answer):
    app_id: Text = ""
    applicant_person_id: Text = ""
    scope: Text = ""
    refresh_token: Text = ""


class _AccessToken(Answer):
    value: str = Field(min_length=1)
    expires_at: datetime
    user: _User = _User()
    details: _Details = _Details()

    def to_tokens(self) -> Tokens:
        return Tokens(
            access_token=self.value,
            expires_at=self.expires_at.astimezone(UTC),
            refresh_token=self.details.refresh_token,
            person_id=self.user.person_id,
            applicant_person_id=self.details.applicant_person_id or self.user.person_id,
            access_id=self.details.app_id,
            scope=frozenset(self.details.scope.replace(",", " ").split()),
        )


class _TokenAnswer(Answer):
    data: _AccessToken


class _Nonce(Answer):
    token: str = Field(min_length=1)


class _NonceAnswer(Answer):
    data: _Nonce


class EsozOAuth:
    """Implements EsozSignIn."""

    def __init__(self, transport: PisTransport, client: OAuthClient) -> None:
        self._transport = transport
        self._client = client

    async def nonce(self) -> str:
        body = {"client_id": self._client.client_id}
        answer = await self._transport.send(
            "POST", "/oauth/nonce", answer=_NonceAnswer, body=body, judge=not_granted
        )
        return answer.data.token

    def address(self, signed: bytes, *, state: str, is_confidant: bool) -> str:
        path = "/confidant/sign-in" if is_confidant else "/sign-in"
        query = urlencode(
            {
                "client_id": self._client.client_id,
                "redirect_uri": self._client.redirect_uri,
                "scope": " ".join(scopes.ASKED),
                "user_data": b64encode(signed).decode(),
                "state": state,
            }
        )
        return f"{self._client.sign_in_url.rstrip('/')}{path}?{query}"

    def declined(self, error: str, description: str) -> EsozRefused | Unavailable:
        return declined(error, description)

    async def exchange(self, code: str) -> Tokens:
        tokens = await self._token(
            {
                "grant_type": "authorization_code",
                "code": code,
                "redirect_uri": self._client.redirect_uri,
                "scope": " ".join(scopes.ASKED),
            }
        )
        if not (tokens.person_id and tokens.refresh_token):
            raise Unavailable(Outage.GARBAGE)
        return tokens

    async def refresh(self, refresh_token: str) -> Tokens:
        return await self._token({"grant_type": "refresh_token", "refresh_token": refresh_token})

    async def log_out(self, access_token: str) -> None:
        try:
            await self._transport.send("POST", "/auth/logout", answer=NoAnswer, token=access_token)
        except (TokenRefused, NotFound):
            return  # over already

    async def _token(self, grant: dict[str, str]) -> Tokens:
        ours = {"client_id": self._client.client_id, "client_secret": self._client.client_secret}
        answer = await self._transport.send(
            "POST",
            "/oauth/tokens",
            answer=_TokenAnswer,
            body={"token": ours | grant},
            judge=not_granted,
        )
        return answer.data.to_tokens()
