"""The feed of status changes, without personal data (esoz.md §1.10)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from aiohttp import web

from sandbox.esoz import answers
from sandbox.esoz.gateway import EVENTS_SCOPE
from sandbox.esoz.invented import invented_id
from sandbox.esoz.pis.paging import paged

if TYPE_CHECKING:
    from sandbox.clock import SandboxClock
    from sandbox.esoz.gateway import Gateway

_PATH = "/esoz/api/events"
_WINDOW = timedelta(hours=3)
_SYSTEM = invented_id("user", "system")


class Events:
    def __init__(self, clock: SandboxClock) -> None:
        self._clock = clock
        self._events: list[dict[str, Any]] = []

    def routes(self, gateway: Gateway) -> list[web.AbstractRouteDef]:
        listed = gateway.guard_system(self._listed, scope=EVENTS_SCOPE)
        one = gateway.guard_system(self._one, scope=EVENTS_SCOPE)
        return [
            web.get(_PATH, listed),
            web.get(f"{_PATH}/", listed),
            web.get(f"{_PATH}/{{id}}", one),
        ]

    def changed(
        self,
        entity: str,
        entity_id: str,
        value: str,
        *,
        at: datetime | None = None,
        attribute: str = "status",
    ) -> None:
        """Note that `attribute` of an entity has a new value since `at`, or since now."""
        at = at or self._clock.now()
        self._events.append(
            {
                "id": str(uuid4()),
                "event_type": "StatusChangeEvent",
                "entity_type": entity,
                "entity_id": entity_id,
                "properties": {attribute: {"new_value": value}},
                "event_time": at.strftime("%Y-%m-%dT%H:%M:%SZ"),
                "changed_by": _SYSTEM,
            }
        )

    async def _listed(self, request: web.Request) -> web.Response:
        """At most three hours from `date`, or back from `date_to`; without both, the last ones."""
        first, last = self._window(request)
        rows = [
            row
            for row in self._events
            if first <= datetime.fromisoformat(row["event_time"]) <= last
            and _is_wanted(request, row)
        ]
        return paged(request, sorted(rows, key=lambda row: str(row["event_time"])))

    async def _one(self, request: web.Request) -> web.Response:
        for row in self._events:
            if row["id"] == request.match_info["id"]:
                return answers.single(request, row)
        raise answers.not_found("not found")

    def _window(self, request: web.Request) -> tuple[datetime, datetime]:
        first, last = _moment(request, "date"), _moment(request, "date_to")
        if first is None:
            last = last or self._clock.now()
            return last - _WINDOW, last
        return first, min(last or first + _WINDOW, first + _WINDOW)


def _is_wanted(request: web.Request, row: dict[str, Any]) -> bool:
    query = request.query
    (attribute, change), *_ = row["properties"].items()
    values = {
        "event_type": row["event_type"],
        "entity_type": row["entity_type"],
        "attribute_name": attribute,
        "new_value": change["new_value"],
    }
    return all(not query.get(name) or query[name] == value for name, value in values.items())


def _moment(request: web.Request, name: str) -> datetime | None:
    text = request.query.get(name)
    if not text:
        return None
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        description = f'expected "{text}" to be a valid ISO 8601 datetime'
        raise answers.invalid_field(f"$.{name}", "datetime", description) from None
    return at if at.tzinfo else at.replace(tzinfo=UTC)
