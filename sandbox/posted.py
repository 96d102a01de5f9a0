"""Reads what is posted to `/sim`, and says in a sentence what is wrong with it."""

from __future__ import annotations

import json
from typing import TypeVar

from aiohttp import web
from pydantic import BaseModel, ValidationError

M = TypeVar("M", bound=BaseModel)


async def posted(request: web.Request, model: type[M]) -> M:
    """Return the request's body; answers 400 with a sentence for anything else."""
    try:
        return model.model_validate_json(await request.read())
    except ValidationError as error:
        raise bad_request(what_is_wrong(error)) from None


def bad_request(sentence: str) -> web.HTTPBadRequest:
    return web.HTTPBadRequest(
        text=json.dumps({"error": sentence}), content_type="application/json"
    )


def not_found(sentence: str) -> web.HTTPNotFound:
    return web.HTTPNotFound(text=json.dumps({"error": sentence}), content_type="application/json")


def what_is_wrong(error: ValidationError) -> str:
    return "; ".join(_sentence(problem["loc"], problem["msg"]) for problem in error.errors())


def _sentence(place: tuple[int | str, ...], said: str) -> str:
    return f"{'.'.join(map(str, place))}: {said}" if place else said
