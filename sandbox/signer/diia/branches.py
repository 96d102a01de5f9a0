"""The acquirer's branches, and the offers of each, as a client registers and lists them."""

from __future__ import annotations

import secrets
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from aiohttp import web
from pydantic import BaseModel, ConfigDict, Field

from sandbox.signer.diia.answers import DiiaError, body_of, not_found, number_in

if TYPE_CHECKING:
    from collections.abc import Mapping

BRANCH_ID = "5a0d60b0c0ffee0000000001"
OFFER_ID = "5a0d60b0c0ffee0000000002"
SIGNING = "hashedFilesSigning"
_PAGE = 10


class Branch(BaseModel):
    """Fields beyond these are kept as they come."""

    model_config = ConfigDict(extra="allow")

    name: str = Field(min_length=1)
    delivery_types: list[str] = Field(alias="deliveryTypes", min_length=1)
    offer_request_type: str = Field(alias="offerRequestType", pattern=r"^dynamic$")
    scopes: dict[str, list[str]]


class Offer(BaseModel):
    model_config = ConfigDict(extra="allow")

    name: str = Field(min_length=1)
    return_link: str | None = Field(default=None, alias="returnLink")
    scopes: dict[str, list[str]]


class Branches:
    """One branch and its offer are registered from the start."""

    def __init__(self) -> None:
        scopes = {"diiaId": [SIGNING]}
        branch = {
            "name": "Помічник пацієнта (вигаданий)",
            "deliveryTypes": ["api"],
            "offerRequestType": "dynamic",
            "scopes": scopes,
        }
        self._branches = {BRANCH_ID: Branch.model_validate(branch)}
        offer = Offer(name="Підпис документа", scopes=scopes)
        self._offers: dict[str, dict[str, Offer]] = {BRANCH_ID: {OFFER_ID: offer}}

    def names(self, branch_id: str) -> str:
        """The name of the branch as the app shows it; raises DiiaError."""
        return self._branch(branch_id).name

    def may_sign(self, branch_id: str, offer_id: str) -> bool:
        """Whether both have the scope of signing; raises DiiaError when one is unknown."""
        branch = self._branch(branch_id)
        offer = self._offers[branch_id].get(offer_id)
        if offer is None:
            raise not_found()
        return all(SIGNING in one.scopes.get("diiaId", ()) for one in (branch, offer))

    async def add(self, request: web.Request) -> web.Response:
        branch_id = secrets.token_hex(12)
        self._branches[branch_id] = await body_of(request, Branch)
        self._offers[branch_id] = {}
        return web.json_response({"_id": branch_id})

    async def change(self, request: web.Request) -> web.Response:
        self._branch(_branch_id(request))
        self._branches[_branch_id(request)] = await body_of(request, Branch)
        return web.json_response({"_id": _branch_id(request)})

    async def read(self, request: web.Request) -> web.Response:
        branch_id = _branch_id(request)
        return web.json_response(_row(branch_id, self._branch(branch_id)))

    async def remove(self, request: web.Request) -> web.Response:
        self._branch(_branch_id(request))
        del self._branches[_branch_id(request)]
        return web.Response(status=HTTPStatus.NO_CONTENT)

    async def listed(self, request: web.Request) -> web.Response:
        rows = [_row(branch_id, branch) for branch_id, branch in self._branches.items()]
        return web.json_response({"branches": _page(rows, request.query), "total": len(rows)})

    async def add_offer(self, request: web.Request) -> web.Response:
        self._branch(_branch_id(request))
        offer_id = secrets.token_hex(12)
        self._offers[_branch_id(request)][offer_id] = await body_of(request, Offer)
        return web.json_response({"_id": offer_id})

    async def listed_offers(self, request: web.Request) -> web.Response:
        self._branch(_branch_id(request))
        offers = self._offers[_branch_id(request)]
        rows = [_row(offer_id, offer) for offer_id, offer in offers.items()]
        return web.json_response({"offers": _page(rows, request.query), "total": len(rows)})

    async def remove_offer(self, request: web.Request) -> web.Response:
        self._branch(_branch_id(request))
        if self._offers[_branch_id(request)].pop(request.match_info["offer_id"], None) is None:
            raise not_found()
        return web.Response(status=HTTPStatus.NO_CONTENT)

    def _branch(self, branch_id: str) -> Branch:
        try:
            return self._branches[branch_id]
        except KeyError:
            raise DiiaError(HTTPStatus.NOT_FOUND, "branch not found") from None


def _branch_id(request: web.Request) -> str:
    return request.match_info["branch_id"]


def _row(row_id: str, one: Branch | Offer) -> dict[str, Any]:
    return {"_id": row_id, **one.model_dump(by_alias=True)}


def _page(rows: list[dict[str, Any]], query: Mapping[str, str]) -> list[dict[str, Any]]:
    begin = number_in(query, "skip", 0)
    return rows[begin : begin + number_in(query, "limit", _PAGE)]
