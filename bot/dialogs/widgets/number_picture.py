"""A referral number as a picture for the reception desk: a QR code and large digits."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import segno
from PIL import Image, ImageDraw, ImageFont

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

_WIDTH = 900
_MARGIN = 60
_QR_SIDE = 520
_DIGITS_SIZE = 110
_LINE_HEIGHT = 150
_GROUPS_IN_LINE = 2
_SEPARATOR = "\N{EN SPACE}"


def number_picture(number: str) -> bytes:
    """Return a PNG with `number` (four groups of four) as QR and in large groups of four."""
    groups = number.split("-")
    lines = [
        _SEPARATOR.join(groups[start : start + _GROUPS_IN_LINE])
        for start in range(0, len(groups), _GROUPS_IN_LINE)
    ]
    height = _MARGIN * 3 + _QR_SIDE + _LINE_HEIGHT * len(lines)
    picture = Image.new("RGB", (_WIDTH, height), "white")
    picture.paste(_qr(number), ((_WIDTH - _QR_SIDE) // 2, _MARGIN))
    draw = ImageDraw.Draw(picture)
    font = _font()
    for index, line in enumerate(lines):
        top = _MARGIN * 2 + _QR_SIDE + _LINE_HEIGHT * index
        draw.text((_WIDTH // 2, top), line, fill="black", font=font, anchor="ma")
    return _png(picture)


def _qr(number: str) -> Image.Image:
    drawn = BytesIO()
    segno.make_qr(number, error="m").save(drawn, kind="png", scale=20, border=2)
    with Image.open(drawn) as code:
        return code.convert("RGB").resize((_QR_SIDE, _QR_SIDE), Image.Resampling.NEAREST)


def _font() -> FreeTypeFont:
    font = ImageFont.load_default(size=_DIGITS_SIZE)
    if not isinstance(font, ImageFont.FreeTypeFont):
        message = "Pillow was built without FreeType: large digits cannot be drawn"
        raise TypeError(message)
    return font


def _png(picture: Image.Image) -> bytes:
    written = BytesIO()
    picture.save(written, format="PNG", optimize=True)
    return written.getvalue()
