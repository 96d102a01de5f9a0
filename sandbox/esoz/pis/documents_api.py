"""`/api/pis/documents`: pictures that ЕСОЗ still wants of a patient's papers (esoz.md §5.3)."""

from __future__ import annotations

from functools import partial
from http import HTTPStatus
from typing import TYPE_CHECKING

from aiohttp import web

from sandbox.esoz import answers
from sandbox.esoz.pis.acting import check_is_represented

if TYPE_CHECKING:
    from sandbox.esoz.pis.events import Events
    from sandbox.esoz.pis.gate import Call, Gate
    from sandbox.esoz.pis.patient import Patient
    from sandbox.esoz.pis.storage import Storage

_PATH = "/esoz/api/pis/documents"
_SCOPE = "person_documents:write_pis"


class DocumentsApi:
    def __init__(self, storage: Storage, events: Events) -> None:
        self._storage = storage
        self._events = events

    def routes(self, gate: Gate) -> list[web.AbstractRouteDef]:
        return [
            web.post(_PATH, gate.guard(self.begin, _SCOPE)),
            web.patch(f"{_PATH}/actions/complete", gate.guard(self.complete, _SCOPE)),
        ]

    async def begin(self, call: Call) -> web.Response:
        """An empty list when nothing is wanted."""
        _check(call)
        return answers.single(call.request, self._wanted(call), HTTPStatus.CREATED)

    async def complete(self, call: Call) -> web.Response:
        """What is still missing; an empty list sends the papers to НСЗУ for a check."""
        _check(call)
        missing = self._wanted(call)
        if not missing and call.patient.verification_status == "NOT_VERIFIED":
            call.patient.verification_status = status = "IN_REVIEW"
            attribute = "verification_status"
            self._events.changed("Person", call.patient.id, status, attribute=attribute)
        return answers.single(call.request, missing)

    def _wanted(self, call: Call) -> list[dict[str, str]]:
        return [
            {
                "type": kind,
                "url": self._storage.expect(call.request, partial(_came, call.patient, kind)),
            }
            for kind in call.patient.missing_documents
        ]


def _came(patient: Patient, kind: str) -> None:
    if kind in patient.missing_documents:
        patient.missing_documents.remove(kind)


def _check(call: Call) -> None:
    if not call.patient.is_active:
        raise answers.not_found("Person does not exist or is not active")
    check_is_represented(call)
