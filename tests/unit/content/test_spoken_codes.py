"""Three digits are a code only when a message is nothing else."""

from __future__ import annotations

import pytest

from bot.content.spoken_codes import code_in


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("412", "412"),
        (" 412. ", "412"),
        ("4 1 2", "412"),
        ("4-1-2", "412"),
        ("код 412", "412"),
        ("Код: 412", "412"),
        ("тема №412", "412"),
        ("code 412", "412"),
        ("чотири один два", "412"),
        ("код чотири, один, два", "412"),
        ("п’ять нуль дев'ять", "509"),
        ("103", None),
        ("112", None),
        ("101", None),
        ("012", None),
        ("41", None),
        ("4125", None),
        ("412 гривень", None),
        ("лікарня 412", None),
        ("16-77", None),
        ("один три два", None),
        ("", None),
    ],
)
def test_code_is_read(text: str, code: str | None) -> None:
    assert code_in(text) == code
