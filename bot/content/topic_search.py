"""Finds topics for operators and for inline mode: by what is said, by a code, as one types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.content import library, topics
from bot.content.spoken_codes import code_in
from bot.domain.understanding import Place

if TYPE_CHECKING:
    from bot.content.entries import Topic
    from bot.services.understand import Understand

LONGEST_QUERY: Final = 120
MOST_FOUND: Final = 8
_CODE_SIGNS: Final = 3


@dataclass(frozen=True, slots=True)
class TopicSearch:
    """The last word may be only begun; the likeliest topic comes first."""

    understand: Understand

    def __call__(self, query: str, *, limit: int = MOST_FOUND) -> list[Topic]:
        line = query.strip()[:LONGEST_QUERY]
        if not line:
            return []
        if by_code := _by_code(line):
            return by_code[:limit]
        # trees have no code to say and no page: more is asked for than is shown
        nearest = self.understand.nearest(line, limit=2 * limit)
        slugs = [line, *(target.name for target in nearest if target.place is Place.TOPIC)]
        return [topics()[slug] for slug in dict.fromkeys(slugs) if slug in topics()][:limit]


def _by_code(line: str) -> list[Topic]:
    """Return the topic of a code, or those whose codes begin so; nothing for other lines."""
    signs = code_in(line) or line
    if not (signs.isascii() and signs.isdigit() and len(signs) <= _CODE_SIGNS):
        return []
    by_code = library().topics_by_code
    return [by_code[code] for code in sorted(by_code) if code.startswith(signs)]
