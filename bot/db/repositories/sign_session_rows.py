"""A sign session as a row: what is personal in it is encrypted."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from bot.domain.signing.session import Provider, Purpose, SessionState, SignSession
from bot.domain.signing.signature import ExpectedSigner

if TYPE_CHECKING:
    from sqlalchemy import Row

    from bot.services.signing_ports import Cipher

WIPED = {"content": None, "particulars": None, "container": None}
"""What a session loses when it ends."""


def new_row(session: SignSession, cipher: Cipher) -> dict[str, Any]:
    return {
        "key": session.key,
        "telegram_id": session.telegram_id,
        "purpose": session.purpose.value,
        "reference": session.reference,
        "state": session.state.value,
        "phrase": session.phrase,
        "language": session.language,
        "content": cipher.seal(session.content),
        "particulars": seal_particulars(session, cipher),
        "problem": "",
        "attempts": 0,
        "created_at": session.created_at,
        "expires_at": session.expires_at,
    }


def seal_particulars(session: SignSession, cipher: Cipher) -> bytes:
    expected = session.expected
    particulars = {
        "expected": expected and {"tax_id": expected.tax_id, "document": expected.document},
        "subject": dict(session.subject),
        "document_html": session.document_html,
    }
    return cipher.seal(json.dumps(particulars, ensure_ascii=False).encode())


def seal_redirect(redirect: str, cipher: Cipher) -> bytes:
    """All that is left of the particulars of a session that was sent on to ЕСОЗ."""
    return cipher.seal(json.dumps({"redirect": redirect}).encode())


def read_session(row: Row[Any], cipher: Cipher) -> SignSession:
    """Raises Unreadable when the operator took the key away."""
    particulars = json.loads(cipher.unseal(row.particulars)) if row.particulars else {}
    expected = particulars.get("expected")
    return SignSession(
        key=row.key,
        telegram_id=row.telegram_id,
        purpose=Purpose(row.purpose),
        reference=row.reference,
        state=SessionState(row.state),
        phrase=row.phrase,
        language=row.language,
        created_at=row.created_at,
        expires_at=row.expires_at,
        provider=Provider(row.provider) if row.provider else None,
        browser=row.browser,
        problem=row.problem,
        attempts=row.attempts,
        received_at=row.received_at,
        content=cipher.unseal(row.content) if row.content else b"",
        expected=ExpectedSigner(**expected) if expected else None,
        subject=particulars.get("subject") or {},
        document_html=particulars.get("document_html"),
        container=cipher.unseal(row.container) if row.container else None,
        redirect=particulars.get("redirect"),
    )
