"""Whether bytes are DER: one way, and only one, to write a value.

Libraries read more than DER, and what two of them read differently can be signed by one and
understood by another (reference/signature.md §4.2, trap 1).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

INTEGER, OCTET_STRING, SEQUENCE = 0x02, 0x04, 0x30
_BOOLEAN, _CONSTRUCTED, _CLASS, _TAG_NUMBER = 0x01, 0x20, 0xC0, 0x1F
_HOLD_OTHERS = {0x10, 0x11}  # SEQUENCE and SET
_LONG_FORM, _MOST_LENGTH_BYTES = 0x80, 4
_SIGN = 0x80
# A signature with all proofs for decades has some hundreds; reading more only takes time.
_MOST_ELEMENTS, _DEEPEST = 10_000, 50


class NotDer(ValueError):
    """The bytes are not DER, or hold more than any signature needs."""


@dataclass(frozen=True, slots=True)
class Element:
    """One value: its first byte, and where in the whole it starts, has its body, and ends."""

    tag: int
    start: int
    body: int
    end: int

    @property
    def is_constructed(self) -> bool:
        return bool(self.tag & _CONSTRUCTED)


def elements(data: bytes, start: int = 0, end: int | None = None) -> Iterator[Element]:
    """The values side by side in this stretch of `data`; raises NotDer."""
    stop = len(data) if end is None else end
    while start < stop:
        element = _element(data, start, stop)
        yield element
        start = element.end


def require_der(data: bytes) -> None:
    """Raise NotDer unless `data` is exactly one value in DER, all the way down."""
    whole = next(elements(data), None)
    if whole is None or whole.end != len(data):
        raise NotDer
    seen, waiting = 1, [(whole, 1)]
    while waiting:
        element, depth = waiting.pop()
        _require_one_way(data, element)
        if not element.is_constructed:
            continue
        for child in elements(data, element.body, element.end):
            seen += 1
            if seen > _MOST_ELEMENTS or depth > _DEEPEST:
                raise NotDer
            waiting.append((child, depth + 1))


def _element(data: bytes, start: int, stop: int) -> Element:
    if stop - start < 2:  # noqa: PLR2004  # a tag and a length, a byte each
        raise NotDer
    tag, length, body = data[start], data[start + 1], start + 2
    if tag & _TAG_NUMBER == _TAG_NUMBER:  # longer tags: nothing in a signature has one
        raise NotDer
    if length >= _LONG_FORM:
        count = length - _LONG_FORM
        digits = data[body : min(body + count, stop)]
        length = int.from_bytes(digits)
        if not _is_shortest(digits, count, length):
            raise NotDer
        body += count
    if body + length > stop:
        raise NotDer
    return Element(tag, start, body, body + length)


def _is_shortest(digits: bytes, count: int, length: int) -> bool:
    is_whole = len(digits) == count and 0 < count <= _MOST_LENGTH_BYTES
    return is_whole and digits[0] != 0 and length >= _LONG_FORM


def _require_one_way(data: bytes, element: Element) -> None:
    body = data[element.body : min(element.body + 2, element.end)]
    size = element.end - element.body
    is_right = True
    if not element.tag & _CLASS:
        number = element.tag & _TAG_NUMBER
        is_right = element.is_constructed == (number in _HOLD_OTHERS) and number > 0
    if element.tag == _BOOLEAN:
        is_right = size == 1 and body in {b"\x00", b"\xff"}
    if element.tag == INTEGER:
        is_right = size > 0 and not (size > 1 and _has_idle_byte(body))
    if not is_right:
        raise NotDer


def _has_idle_byte(first_two: bytes) -> bool:
    """The first byte of an integer says nothing that the second does not say."""
    first, second = first_two
    return (first == 0 and second < _SIGN) or (first == _SIGN * 2 - 1 and second >= _SIGN)
