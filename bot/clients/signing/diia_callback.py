"""Reads what Дія posts when its owner has signed: multipart, or JSON.

Source: reference/signature.md §1.3. Nothing in it proves that Дія sent it: that is shown by the
request's id, which nobody can guess, and by the signature over our own bytes.
"""

from __future__ import annotations

from base64 import b64decode
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field

from bot.errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_BYTES = 1024 * 1024
_MOST_SIGNATURES = 10
_REQUEST_ID, _ACTION = "x-document-request-trace-id", "x-diia-id-action"
_SIGNING = "hashedFilesSigning"
_PART = "encodeData"
# A message within a message: not of the protocol, and costly to take apart.
_NESTED = (b"multipart/", b"message/")


@dataclass(frozen=True, slots=True)
class DiiaCallback:
    """Signatures made apart from the document, for the request with our id."""

    request_id: str = field(repr=False)
    signatures: tuple[bytes, ...] = field(repr=False)


class _Model(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True, hide_input_in_errors=True)


class _Envelope(_Model):
    encode_data: str = Field(alias=_PART)


class _Item(_Model):
    signature: str = Field(min_length=1)


class _Signed(_Model):
    items: tuple[_Item, ...] = Field(
        alias="signedItems", min_length=1, max_length=_MOST_SIGNATURES
    )


def read_callback(headers: Mapping[str, str], body: bytes) -> DiiaCallback:
    """Read a callback of a signing; raises InvalidInput for all else.

    Whether the signatures are any good, or are signatures, is not asked here.
    """
    given = {name.lower(): value for name, value in headers.items()}
    request_id = given.get(_REQUEST_ID, "")
    if not request_id or given.get(_ACTION, _SIGNING) != _SIGNING or len(body) > MOST_BYTES:
        raise InvalidInput("diia_callback")
    try:
        encoded = _encoded(given.get("content-type", ""), body)
        signed = _Signed.model_validate_json(_decoded(encoded))
        signatures = tuple(_decoded(item.signature) for item in signed.items)
    except ValueError as error:
        raise InvalidInput("diia_callback") from error
    return DiiaCallback(request_id, signatures)


def _encoded(content_type: str, body: bytes) -> str:
    """What stands in `encodeData`; raises ValueError."""
    if content_type.lower().startswith("multipart/"):
        return _from_parts(content_type, body)
    return _Envelope.model_validate_json(body).encode_data


def _from_parts(content_type: str, body: bytes) -> str:
    lowered = body.lower()
    if any(nested in lowered for nested in _NESTED) or "\n" in content_type:
        raise ValueError
    head = f"Content-Type: {content_type}\r\n\r\n".encode("ascii")
    message = message_from_bytes(head + body)
    for part in message.get_payload() if message.is_multipart() else ():
        if isinstance(part, Message) and _name(part) == _PART:
            value = part.get_payload(decode=True)
            if isinstance(value, bytes):
                return value.decode("ascii")
    raise ValueError


def _decoded(text: str) -> bytes:
    """Base64 in one line or in many."""
    return b64decode("".join(text.split()), validate=True)


def _name(part: Message) -> object:
    return part.get_param("name", header="content-disposition")
