"""`/sim/doctors`: the doctors that patients may find, and changing them in the next export."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import TYPE_CHECKING

from aiohttp import web
from pydantic import ValidationError

from sandbox.directory.changes import ImpossibleDoctor, put_doctor
from sandbox.directory.listed import listed
from sandbox.esoz import answers
from sandbox.esoz.bodies import json_object, wrong_body
from sandbox.esoz.streaming import streamed_list

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.clock import SandboxClock
    from sandbox.directory import Directory
    from sandbox.esoz.answers import EsozError


class Doctors:
    """Handlers over a directory that is made when it is first asked for."""

    def __init__(self, clock: SandboxClock, directory: Callable[[], Directory]) -> None:
        self._clock = clock
        self._directory = directory

    async def listed(self, request: web.Request) -> web.Response:
        limit = request.query.get("limit")
        if limit is not None and not re.fullmatch(r"[0-9]{1,9}", limit):
            raise answers.invalid_field("$.limit", "cast", "expected a whole number")
        doctors = listed(self._directory(), None if limit is None else int(limit))
        rows = (doctor.model_dump() for doctor in doctors)
        body = streamed_list('{"doctors":', rows, "}")
        return web.Response(body=body, content_type="application/json", charset="utf-8")

    async def put(self, request: web.Request) -> web.Response:
        """201 with the new doctor, 200 with the changed one."""
        fields = await json_object(request)
        try:
            doctor, is_new = put_doctor(self._directory(), fields, self._clock.now())
        except ValidationError as error:
            raise _first_wrong_field(error) from error
        except ImpossibleDoctor as error:
            raise wrong_body(f"$.{error.field}", "inclusion", error.reason) from error
        status = HTTPStatus.CREATED if is_new else HTTPStatus.OK
        return web.json_response({"doctor": doctor.model_dump()}, status=status)


def _first_wrong_field(error: ValidationError) -> EsozError:
    first = error.errors()[0]
    entry = ".".join(["$", *map(str, first["loc"])])
    return wrong_body(entry, "schema", first["msg"])
