"""What a speciality is called in everyday words."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from bot.content.reading import build, read_file
from bot.content.wording import LocalText

if TYPE_CHECKING:
    from collections.abc import Mapping

_PATH = Path(__file__).parent / "data" / "specialities.toml"
_UNKNOWN = LocalText(uk="спеціаліст", en="specialist")


def speciality_name(code: str) -> LocalText:
    """The everyday name of a SPECIALITY_TYPE code; one that is not known is a specialist."""
    return specialities().get(code, _UNKNOWN)


@cache
def specialities() -> Mapping[str, LocalText]:
    """The known names by code; read once."""
    where = f"{_PATH.name}, entry"
    return {
        code: build(LocalText, table, where=f"{where} '{code}'")
        for code, table in read_file(_PATH).items()
    }


@cache
def codes_by_name() -> Mapping[str, str]:
    """Codes by every name, in small letters and in both languages."""
    return {
        name.lower(): code for code, text in specialities().items() for name in (text.uk, text.en)
    }
