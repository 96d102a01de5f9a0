"""A line from which piece after piece is understood and taken out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re

_APOSTROPHES = str.maketrans(dict.fromkeys("’ʼ`′", "'"))


@dataclass(slots=True)
class Line:
    """`text` keeps the patient's letters, `plain` is the same in small ones, sign for sign."""

    text: str
    plain: str = field(init=False)
    cut_at: int = field(init=False, default=0)
    """Where the piece ended that was taken out last."""

    def __post_init__(self) -> None:
        small = self.text.lower()
        # a few letters of the world grow when they are made small
        self.text = self.text if len(small) == len(self.text) else small
        self.plain = small.translate(_APOSTROPHES)

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Return the first find and take it out."""
        found = pattern.search(self.plain)
        if found:
            self.remove(found)
        return found

    def remove(self, found: re.Match[str]) -> None:
        start, end = found.span()
        gap = " " * (end - start)
        self.text = self.text[:start] + gap + self.text[end:]
        self.plain = self.plain[:start] + gap + self.plain[end:]
        self.cut_at = end
