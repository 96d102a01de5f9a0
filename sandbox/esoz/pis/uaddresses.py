"""`/api/uaddresses`: oblasts, raions and settlements of the directory (esoz.md §3.4).

Here `region` is an oblast and `district` a raion, unlike in addresses. КОАТУУ is not kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aiohttp import web

from sandbox.directory.chance import record_id
from sandbox.directory.settlements import settlements
from sandbox.esoz.bodies import wrong_body
from sandbox.esoz.invented import invented_id
from sandbox.esoz.pis.paging import paged

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sandbox.directory.settlements import Settlement
    from sandbox.esoz.pis.gate import Call, Gate

_PATH = "/esoz/api/uaddresses"


class UaddressesApi:
    def routes(self, gate: Gate) -> list[web.AbstractRouteDef]:
        return [
            web.get(f"{_PATH}/regions", gate.guard(self.regions)),
            web.get(f"{_PATH}/districts", gate.guard(self.districts)),
            web.get(f"{_PATH}/settlements", gate.guard(self.settlements)),
        ]

    async def regions(self, call: Call) -> web.Response:
        areas = dict.fromkeys(one.area for one in settlements())
        rows = [{"id": invented_id("region", area), "region": area} for area in areas]
        return paged(call.request, _named(call, rows, "region"))

    async def districts(self, call: Call) -> web.Response:
        wanted = call.request.query.get("region")
        pairs = dict.fromkeys((one.area, one.region) for one in settlements() if one.region)
        rows = [
            {"id": invented_id("district", *pair), "region": pair[0], "district": pair[1]}
            for pair in pairs
            if wanted in {None, pair[0]}
        ]
        return paged(call.request, _named(call, rows, "district"))

    async def settlements(self, call: Call) -> web.Response:
        query = call.request.query
        region = query.get("region")
        if not region:
            raise wrong_body("$.region", "required", "required property region was not present")
        rows = [
            _settlement_row(one)
            for one in settlements()
            if one.area == region and query.get("district") in {None, one.region}
        ]
        return paged(call.request, _named(call, rows, "name"))


def _settlement_row(one: Settlement) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": record_id("settlement", one.index),
        "region": one.area,
        "region_id": invented_id("region", one.area),
        "name": one.name,
        "type": one.kind,
        "mountain_group": "0",
    }
    if one.region:
        district_id = invented_id("district", one.area, one.region)
        row |= {"district": one.region, "district_id": district_id}
    return row


def _named(call: Call, rows: Iterable[dict[str, Any]], field: str) -> list[dict[str, Any]]:
    """Those whose name begins with the query's `name`, in any case."""
    wanted = call.request.query.get("name", "").casefold()
    return [row for row in rows if str(row[field]).casefold().startswith(wanted)]
