"""Pages and filters of PIS lists: whole numbers, dates, and the envelope's `paging` (§1.6)."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from sandbox.esoz import answers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aiohttp import web

_WHOLE_NUMBER = re.compile(r"-?[0-9]{1,9}")
_DEFAULT = 50


def paged(
    request: web.Request,
    rows: Sequence[dict[str, Any]],
    *,
    number_name: str = "page",
    largest: int = 300,
) -> web.Response:
    """The page that the query asks for; raises EsozError for a wrong number.

    `/api/pis/apps` names the page `page_number` and gives at most 100.
    """
    page = _whole_number(request, number_name, 1)
    size = _whole_number(request, "page_size", _DEFAULT, largest)
    paging = {
        "page_number": page,
        "page_size": size,
        "total_entries": len(rows),
        "total_pages": max(1, -(-len(rows) // size)),
    }
    start = (page - 1) * size
    return answers.listed(request, list(rows[start : start + size]), paging)


def is_between(request: web.Request, name: str, day: str) -> bool:
    """Whether an ISO date lies between `<name>_from` and `<name>_to`, where they are given."""
    first, last = _day(request, f"{name}_from"), _day(request, f"{name}_to")
    return (first is None or day >= first) and (last is None or day <= last)


def has_wanted(request: web.Request, name: str, value: str) -> bool:
    """Whether the query asks for no `name`, or for this one in any case."""
    wanted = request.query.get(name)
    return not wanted or wanted.casefold() == value.casefold()


def _day(request: web.Request, name: str) -> str | None:
    text = request.query.get(name)
    if not text:
        return None
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        description = f'expected "{text}" to be a valid ISO 8601 date'
        raise answers.invalid_field(f"$.{name}", "date", description) from None


def _whole_number(
    request: web.Request, name: str, default: int, largest: int | None = None
) -> int:
    text = request.query.get(name)
    if text is None:
        return default
    if not _WHOLE_NUMBER.fullmatch(text):
        description = "type mismatch. Expected Integer but got String"
        raise answers.invalid_field(f"$.{name}", "cast", description, params=["integer"])
    number = int(text)
    if number < 1:
        raise _out_of_range(name, "greater_than_or_equal_to", ">=", 1)
    if largest is not None and number > largest:
        raise _out_of_range(name, "less_than_or_equal_to", "<=", largest)
    return number


def _out_of_range(name: str, rule: str, sign: str, limit: int) -> answers.EsozError:
    description = f"expected the value to be {sign} {limit}"
    return answers.invalid_field(f"$.{name}", "number", description, params={rule: limit})
