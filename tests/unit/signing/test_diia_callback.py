"""What Дія posts, in each form that was met, and what is not from Дія."""

from __future__ import annotations

import json
from base64 import b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.clients.signing.diia_callback import MOST_BYTES, read_callback
from bot.errors import InvalidInput

FORM = "multipart/form-data; boundary=edge"
HEADERS = {
    "X-Document-Request-Trace-Id": "request-1",
    "X-Diia-Id-Action": "hashedFilesSigning",
    "Content-Type": FORM,
}
JSON = HEADERS | {"Content-Type": "application/json; charset=utf-8"}


def encoded(value: object) -> str:
    return b64encode(json.dumps(value).encode()).decode()


def signed(*signatures: bytes) -> str:
    items = [{"name": "doc", "signature": b64encode(each).decode()} for each in signatures]
    return encoded({"signedItems": items, "more": 1})


def parts(text: str, *, name: str = "encodeData") -> bytes:
    head = f'--edge\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n'
    return f"{head}{text}\r\n--edge--\r\n".encode()


def body(value: object) -> bytes:
    return json.dumps(value).encode()


@pytest.mark.parametrize(
    ("headers", "posted"),
    [
        pytest.param(HEADERS, parts(signed(b"one", b"two")), id="form-data"),
        pytest.param(
            HEADERS | {"Content-Type": "multipart/mixed; boundary=edge"},
            parts(signed(b"one", b"two")),
            id="mixed",
        ),
        pytest.param(JSON, body({"encodeData": signed(b"one", b"two")}), id="JSON"),
        pytest.param(
            {name.lower(): value for name, value in HEADERS.items()},
            b"preamble\r\n" + parts(signed(b"one", b"two")),
            id="small letters and a preamble",
        ),
        pytest.param(
            {name: value for name, value in HEADERS.items() if "Action" not in name},
            parts("\r\n".join(signed(b"one", b"two").partition("=="))),
            id="in lines, without an action",
        ),
    ],
)
def test_the_signatures_are_read_in_each_form(headers: dict[str, str], posted: bytes) -> None:
    callback = read_callback(headers, posted)

    assert callback.request_id == "request-1"
    assert callback.signatures == (b"one", b"two")
    assert "request-1" not in repr(callback)


@pytest.mark.parametrize(
    ("headers", "posted"),
    [
        pytest.param({"Content-Type": FORM}, parts(signed(b"one")), id="no request"),
        pytest.param(
            HEADERS | {"X-Diia-Id-Action": "auth"}, parts(signed(b"one")), id="another action"
        ),
        pytest.param(HEADERS, b"", id="nothing"),
        pytest.param(HEADERS, parts(signed(b"one"), name="other"), id="another part"),
        pytest.param(HEADERS, parts("!"), id="no base64"),
        pytest.param(HEADERS, parts("привіт"), id="letters"),
        pytest.param(HEADERS, parts(encoded([])), id="a list"),
        pytest.param(HEADERS, parts(encoded({"signedItems": []})), id="no signature"),
        pytest.param(
            HEADERS, parts(encoded({"signedItems": [{"signature": "?"}]})), id="no base64 inside"
        ),
        pytest.param(HEADERS, parts(signed(*[b"x"] * 11)), id="too many"),
        pytest.param(HEADERS, parts("A" * MOST_BYTES), id="too large"),
        pytest.param(
            HEADERS,
            b"--edge\r\nContent-Type:\r\n Multipart/mixed; boundary=a\r\n\r\n--edge--",
            id="a message within",
        ),
        pytest.param(
            HEADERS | {"Content-Type": "multipart/form-data"}, parts(signed(b"one")), id="no edge"
        ),
        pytest.param(
            HEADERS | {"Content-Type": f"{FORM}\r\nX: y"}, parts(signed(b"one")), id="two headers"
        ),
        pytest.param(
            HEADERS | {"Content-Type": "multipart/form-data; boundary=край"},
            parts(signed(b"one")),
            id="an edge in Cyrillic",
        ),
        pytest.param(JSON, b"[", id="half JSON"),
        pytest.param(JSON, body({"encodeData": 7}), id="a number"),
        pytest.param(JSON, b"\xff\xfe", id="no text"),
    ],
)
def test_all_else_is_refused(headers: dict[str, str], posted: bytes) -> None:
    with pytest.raises(InvalidInput):
        read_callback(headers, posted)


@given(posted=st.binary(max_size=300), is_json=st.booleans())
def test_noise_is_refused(posted: bytes, is_json: bool) -> None:
    with pytest.raises(InvalidInput):
        read_callback(JSON if is_json else HEADERS, b"--edge\r\n" + posted)
