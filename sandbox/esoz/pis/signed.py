"""Takes a signed container apart as ЕСОЗ does: one signer, no stamp, a JSON inside (§4.9)."""

from __future__ import annotations

import base64
import binascii
import json
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from sandbox.esoz import answers
from sandbox.esoz.answers import EsozError
from sandbox.esoz.bodies import wrong_body
from sandbox.signer.inspection import NotASignature, inspect

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True)
class SignedContent:
    """`content` is the decoded JSON, `der` the container that it came in."""

    content: dict[str, Any]
    drfo: str | None
    signed_at: datetime | None
    der: bytes


def read_signed_body(body: dict[str, Any]) -> SignedContent:
    """`signed_content` of a request's body; raises EsozError (§10 rows 33 to 37)."""
    text = body.get("signed_content")
    if not text:
        message = "required property signed_content was not present"
        raise wrong_body("$.signed_content", "required", message)
    if body.get("signed_content_encoding") != "base64":
        entry = "$.signed_content_encoding"
        raise wrong_body(entry, "inclusion", "value is not allowed in enum")
    return read_signed(text)


def read_signed(text: object) -> SignedContent:
    """A container in base64; raises EsozError."""
    try:
        der = base64.b64decode(str(text), validate=True)
        inspected = inspect(der)
    except (binascii.Error, ValueError, NotASignature) as error:
        raise _unreadable() from error
    stamps = sum(signer.is_stamp for signer in inspected.signers)
    signatures = len(inspected.signers) - stamps
    if stamps:
        message = (
            "document must contain 1 signature and 0 stamps but contains "
            f"{signatures} signatures and {stamps} stamps"
        )
        raise _malformed(HTTPStatus.BAD_REQUEST, message)
    if signatures != 1:
        message = f"document must be signed by 1 signer but contains {signatures} signatures"
        raise _malformed(HTTPStatus.BAD_REQUEST, message)
    if not inspected.is_valid:
        raise _malformed(HTTPStatus.BAD_REQUEST, "Invalid signature")
    signer = inspected.signers[0]
    return SignedContent(_decoded(inspected.content), signer.drfo, signer.signed_at, der)


def someone_else() -> EsozError:
    """§10 row 39; no source gives an entry."""
    return wrong_body("$.signed_content", "invalid", "Does not match the signer drfo")


def other_content() -> EsozError:
    message = "Signed content does not match the previously created content"
    return wrong_body("$.content", "invalid", message)


def stale() -> EsozError:
    return answers.access_denied("Digital signature timestamp is expired")


def _decoded(content: bytes) -> dict[str, Any]:
    try:
        decoded = json.loads(content)
    except ValueError as error:
        raise _unreadable() from error
    if not isinstance(decoded, dict):
        raise _unreadable()
    return decoded


def _unreadable() -> EsozError:
    return wrong_body("$.signed_content", "invalid", "Invalid signed content")


def _malformed(status: HTTPStatus, message: str) -> EsozError:
    return EsozError(status, "request_malformed", message)
