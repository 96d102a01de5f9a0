"""Дія's acquirer API under /diia, as reference/signature.md §1 has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiohttp import web
from pydantic import Base64Bytes, BaseModel, Field, field_validator

from sandbox.signer.diia.access import Access
from sandbox.signer.diia.answers import DiiaError, body_of, forbidden, not_found, refused
from sandbox.signer.diia.branches import Branches
from sandbox.signer.diia.offer_requests import HashedFile, OfferRequests, SignAlgo
from sandbox.signer.diia.outages import outage
from sandbox.signer.pages import is_on_this_machine

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from sandbox.clock import SandboxClock
    from sandbox.faults import Faults

    Handler = Callable[[web.Request], Awaitable[web.Response]]

_DIGEST_BYTES = 32  # of SHA-256 and of ГОСТ 34.311 alike
_BRANCH = "/diia/api/v2/acquirers/branch"
_OFFER = "/diia/api/v1/acquirers/branch/{branch_id}/offer"


class _File(BaseModel):
    name: str = Field(alias="fileName", min_length=1)
    digest: Base64Bytes = Field(alias="fileHash")

    @field_validator("digest")
    @classmethod
    def _whole_digest(cls, value: bytes) -> bytes:
        if len(value) != _DIGEST_BYTES:
            message = "fileHash is base64 of 32 bytes"
            raise ValueError(message)
        return value


class _Files(BaseModel):
    files: list[_File] = Field(alias="hashedFiles", min_length=1)


class _Data(BaseModel):
    signing: _Files = Field(alias="hashedFilesSigning")


class Dynamic(BaseModel):
    """The body of a dynamic offer request; without `signAlgo` it is DSTU, the enum's zero."""

    offer_id: str = Field(alias="offerId")
    request_id: str = Field(alias="requestId", min_length=1)
    return_link: str = Field(alias="returnLink")
    algorithm: SignAlgo = Field(default=SignAlgo.DSTU, alias="signAlgo")
    data: _Data

    @field_validator("return_link")
    @classmethod
    def _safe(cls, value: str) -> str:
        if not value.startswith("https://") and not is_on_this_machine(value):
            message = "returnLink is https"
            raise ValueError(message)
        return value


class Api:
    def __init__(self, clock: SandboxClock, faults: Faults, requests: OfferRequests) -> None:
        self.slow_seconds = 10.0
        self._clock = clock
        self._faults = faults
        self._requests = requests
        self._access = Access(clock)
        self._branches = Branches()

    def routes(self) -> list[web.AbstractRouteDef]:
        session = self._access.begin
        branches = self._branches
        return [
            web.get("/diia/api/v1/auth/acquirer/{acquirer_token}", self._answering(session)),
            web.post(_BRANCH, self._guarded(branches.add)),
            web.get("/diia/api/v2/acquirers/branches", self._guarded(branches.listed)),
            web.get(f"{_BRANCH}/{{branch_id}}", self._guarded(branches.read)),
            web.put(f"{_BRANCH}/{{branch_id}}", self._guarded(branches.change)),
            web.delete(f"{_BRANCH}/{{branch_id}}", self._guarded(branches.remove)),
            web.post(_OFFER, self._guarded(branches.add_offer)),
            web.get(f"{_OFFER}s", self._guarded(branches.listed_offers)),
            web.delete(f"{_OFFER}/{{offer_id}}", self._guarded(branches.remove_offer)),
            web.post(f"{_BRANCH}/{{branch_id}}/offer-request/dynamic", self._guarded(self._ask)),
            web.get("/diia/api/v1/acquirers/offer-request/status", self._guarded(self._status)),
        ]

    async def _ask(self, request: web.Request) -> web.Response:
        branch_id = request.match_info["branch_id"]
        asked = await body_of(request, Dynamic)
        if not self._branches.may_sign(branch_id, asked.offer_id):
            raise forbidden()
        added = self._requests.add(
            request_id=asked.request_id,
            acquirer=self._branches.names(branch_id),
            return_link=asked.return_link,
            algorithm=asked.algorithm,
            files=[HashedFile(one.name, one.digest) for one in asked.data.signing.files],
            app=f"{request.url.origin()}/diia/app",
        )
        return web.json_response({"deeplink": added.deeplink})

    async def _status(self, request: web.Request) -> web.Response:
        found = self._requests.by_request_id(request.query.get("requestId", ""))
        if found is None:
            raise not_found()
        return web.json_response({"status": found.status})

    def _guarded(self, handler: Handler) -> Handler:
        async def method(request: web.Request) -> web.Response:
            self._access.check(request)
            return await handler(request)

        return self._answering(method)

    def _answering(self, handler: Handler) -> Handler:
        async def handle(request: web.Request) -> web.Response:
            spoiled = await outage(request, self._faults, self._clock, self.slow_seconds)
            if spoiled is not None:
                return spoiled
            try:
                return await handler(request)
            except DiiaError as error:
                return refused(error)

        return handle
