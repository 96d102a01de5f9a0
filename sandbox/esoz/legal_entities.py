"""The invented facilities that write, take and close referrals."""

from __future__ import annotations

from dataclasses import dataclass

from sandbox.esoz.invented import invented_id


@dataclass(frozen=True)
class LegalEntity:
    id: str
    name: str


def _legal_entity(name: str) -> LegalEntity:
    return LegalEntity(invented_id("legal_entity", name), name)


REQUESTER = _legal_entity("КНП «Вигаданий центр первинної допомоги № 1»")
# The facility whose reception desk the person at the page plays.
DESK = _legal_entity("КНП «Вигадана міська лікарня № 7»")
OTHER = _legal_entity("КНП «Вигадана обласна лікарня»")
