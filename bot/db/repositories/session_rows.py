"""A session at ЕСОЗ as a row: what may be read by anyone, and the rest under the cipher."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from bot.domain.cabinet.session import EsozSession
from bot.errors import Unreadable

if TYPE_CHECKING:
    from sqlalchemy import Row

    from bot.services.signing_ports import Cipher

_UNREADABLE: dict[str, Any] = {
    "person_id": "",
    "applicant_person_id": "",
    "access_id": "",
    "scope": [],
    "refresh_token": "",
    "name": "",
}
"""What is left of a session whose key was lost: it has ended, and the patient signs in anew."""


def sealed(session: EsozSession, cipher: Cipher) -> bytes:
    held = {
        "person_id": session.person_id,
        "applicant_person_id": session.applicant_person_id,
        "access_id": session.access_id,
        "scope": sorted(session.scope),
        "refresh_token": session.refresh_token,
        "name": session.name,
    }
    return cipher.seal(json.dumps(held, ensure_ascii=False).encode())


def session_of(row: Row[Any], cipher: Cipher) -> EsozSession:
    try:
        held = json.loads(cipher.unseal(row.sealed))
    except Unreadable:
        held = _UNREADABLE
    return EsozSession(
        id=row.id,
        telegram_id=row.telegram_id,
        person_id=held["person_id"],
        applicant_person_id=held["applicant_person_id"],
        access_id=held["access_id"],
        scope=frozenset(held["scope"]),
        refresh_token=held["refresh_token"],
        name=held["name"],
        signed_in_at=row.signed_in_at,
        is_current=row.is_current,
        version=row.version,
    )
