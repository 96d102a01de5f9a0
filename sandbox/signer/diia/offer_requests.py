"""What waits for a person in the app: files to sign, known by their hashes alone."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sandbox.clock import SandboxClock

LIFETIME = timedelta(minutes=3)
"""Дія publishes none; reference/signature.md §1.4 takes it for no longer."""


class SignAlgo(StrEnum):
    DSTU = "DSTU"
    ECDSA = "ECDSA"


class RequestStatus(StrEnum):
    """Values that implementers have seen; what Дія says after a refusal is not known."""

    PENDING = "pending"
    PROCESSING = "processing"
    DONE = "done"
    EXPIRED = "expired"


@dataclass(frozen=True)
class HashedFile:
    name: str
    digest: bytes


@dataclass
class OfferRequest:
    """`key` stands in the deeplink; `callbacks` notes what each attempt to call back came to."""

    key: str
    request_id: str
    acquirer: str
    return_link: str
    algorithm: SignAlgo
    files: tuple[HashedFile, ...]
    deeplink: str
    asked_at: datetime
    status: RequestStatus = RequestStatus.PENDING
    is_refused: bool = False
    callback_body: dict[str, Any] | None = None
    callbacks: list[str] = field(default_factory=list)


class OfferRequests:
    """All requests of the world, newest last; one that nobody signs in time expires."""

    def __init__(self, clock: SandboxClock) -> None:
        self._clock = clock
        self._all: dict[str, OfferRequest] = {}

    def add(
        self, *, request_id: str, acquirer: str, return_link: str, algorithm: SignAlgo,
        files: Iterable[HashedFile], app: str,
    ) -> OfferRequest:  # fmt: skip
        """`app` is the address under which the app opens requests."""
        key = secrets.token_urlsafe(24)
        request = OfferRequest(
            key=key,
            request_id=request_id,
            acquirer=acquirer,
            return_link=return_link,
            algorithm=algorithm,
            files=tuple(files),
            deeplink=f"{app}/{key}",
            asked_at=self._clock.now(),
        )
        self._all[key] = request
        return request

    def all(self) -> list[OfferRequest]:
        return [self._current(request) for request in self._all.values()]

    def by_key(self, key: str) -> OfferRequest | None:
        request = self._all.get(key)
        return self._current(request) if request else None

    def by_request_id(self, request_id: str) -> OfferRequest | None:
        """The newest one with this id of the acquirer's."""
        found = [one for one in self._all.values() if one.request_id == request_id]
        return self._current(found[-1]) if found else None

    def _current(self, request: OfferRequest) -> OfferRequest:
        is_late = self._clock.now() >= request.asked_at + LIFETIME
        if request.status is RequestStatus.PENDING and is_late:
            request.status = RequestStatus.EXPIRED
        return request
