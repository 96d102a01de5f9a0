"""Puts a document into a signature that was made apart from it, without signing anew."""

from __future__ import annotations

from asn1crypto import core
from asn1crypto.parser import emit

from bot.clients.signing.strict_der import SEQUENCE, elements

_DATA = core.ObjectIdentifier("1.2.840.113549.1.7.1").dump()
_SEQUENCE_NUMBER = SEQUENCE & 0x1F
_UNIVERSAL, _CONTEXT, _CONSTRUCTED = 0, 2, 1


def attach(der: bytes, content: bytes) -> bytes:
    """`der` with `content` inside; what was signed, and every other byte, stays as it was.

    The signature does not cover the place of the content but its digest, so it stays valid
    (reference/signature.md §4.2 d). `der` must hold a signature without content.
    """
    (whole,) = elements(der)
    kind, wrapped = elements(der, whole.body, whole.end)
    (signed_data,) = elements(der, wrapped.body, wrapped.end)
    _version, _digests, document, *_ = elements(der, signed_data.body, signed_data.end)
    inside = der[signed_data.body : document.start] + _encapsulated(content)
    inside += der[document.end : signed_data.end]
    explicit = emit(_CONTEXT, _CONSTRUCTED, 0, _sequence(inside))
    return _sequence(der[kind.start : kind.end] + explicit)


def _encapsulated(content: bytes) -> bytes:
    octets = core.OctetString(content).dump()
    return _sequence(_DATA + emit(_CONTEXT, _CONSTRUCTED, 0, octets))


def _sequence(contents: bytes) -> bytes:
    return bytes(emit(_UNIVERSAL, _CONSTRUCTED, _SEQUENCE_NUMBER, contents))
