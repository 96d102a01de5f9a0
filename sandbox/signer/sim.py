"""`/sim/signer`: signs for scripts and tests, without a browser."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

from aiohttp import web
from pydantic import Base64Bytes, BaseModel, ConfigDict, model_validator

from sandbox.posted import bad_request, not_found, posted
from sandbox.signer.authority import CannotSign
from sandbox.signer.identity import drfo_of
from sandbox.signer.mistakes import Mistake
from sandbox.signer.register import UnknownPerson

if TYPE_CHECKING:
    from sandbox.esoz.person import Person
    from sandbox.signer.authority import Authority
    from sandbox.signer.register import Register
    from sandbox.signer.signing import Signing

_SHA256_BYTES = 32


class Wanted(BaseModel):
    """A document, or its SHA-256 alone as Дія gets it."""

    model_config = ConfigDict(extra="forbid")

    person_id: str
    content_base64: Base64Bytes | None = None
    sha256_base64: Base64Bytes | None = None
    detached: bool = False
    mistake: Mistake = Mistake.NONE

    @model_validator(mode="after")
    def _one_of_both(self) -> Wanted:
        if (self.content_base64 is None) == (self.sha256_base64 is None):
            message = "give content_base64 or sha256_base64"
            raise ValueError(message)
        if self.sha256_base64 is not None and len(self.sha256_base64) != _SHA256_BYTES:
            message = "sha256_base64 has 32 bytes"
            raise ValueError(message)
        return self


class Sim:
    def __init__(self, register: Register, signing: Signing, authority: Authority) -> None:
        self._register = register
        self._signing = signing
        self._authority = authority

    def routes(self) -> list[web.AbstractRouteDef]:
        return [
            web.post("/sim/signer", self._sign),
            web.get("/sim/signer/people", self._people),
            web.get("/sim/signer/roots.pem", self._roots),
        ]

    async def _sign(self, request: web.Request) -> web.Response:
        wanted = await posted(request, Wanted)
        try:
            person = self._register.person(wanted.person_id)
            signed = await signed_as_wanted(self._signing, wanted, person)
        except UnknownPerson:
            raise not_found("person_id: nobody has this id, GET /sim/people lists all") from None
        except CannotSign:
            raise bad_request("person_id: this person has nothing to sign with") from None
        except ValueError:
            raise bad_request("mistake: this one needs the document itself") from None
        return web.json_response({"signed_base64": base64.b64encode(signed).decode()})

    async def _people(self, _request: web.Request) -> web.Response:
        return web.json_response({"people": [_row(one) for one in self._register.signers()]})

    async def _roots(self, _request: web.Request) -> web.Response:
        return web.Response(body=self._authority.root_pem(), content_type="application/x-pem-file")


async def signed_as_wanted(signing: Signing, wanted: Wanted, person: Person) -> bytes:
    """Raises CannotSign, and ValueError for a mistake that cannot be made with a hash."""
    if wanted.content_base64 is None:
        digest = wanted.sha256_base64 or b""
        return await signing.sign_digest(digest, person, mistake=wanted.mistake)
    return await signing.sign(
        wanted.content_base64, person, detached=wanted.detached, mistake=wanted.mistake
    )


def _row(person: Person) -> dict[str, Any]:
    return {
        "id": person.id,
        "name": str(person.name),
        "drfo": drfo_of(person),
        "special": person.special,
    }
