"""Asks for doctors as people do: no more words than tell this doctor from all others."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Final

from bench.search import slips

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.domain.search import Entry

KINDS: Final[dict[str, Callable[[str, Random], str]]] = {
    "typo": slips.one_typo,
    "keyboard layout": slips.wrong_layout,
    "Latin, КМУ 2010": slips.transliterated_kmu,
    "Latin, ISO 9": slips.transliterated_iso,
}

# What people write, the shortest first; a form is taken when it fits one doctor only.
_SURNAME, _FIRST, _PATRONYMIC, _INITIALS, _PLACE = range(5)
_FORMS: Final = (
    ((_SURNAME, _FIRST), (_SURNAME, _FIRST, _PATRONYMIC), (_SURNAME, _FIRST, _PATRONYMIC, _PLACE)),
    ((_SURNAME, _PLACE), (_SURNAME, _FIRST, _PLACE), (_FIRST, _PATRONYMIC, _SURNAME, _PLACE)),
    (
        (_SURNAME, _INITIALS),
        (_SURNAME, _INITIALS, _PLACE),
        (_SURNAME, _FIRST, _PATRONYMIC, _PLACE),
    ),
)


@dataclass(frozen=True)
class Question:
    kind: str
    text: str
    key: int


class Questions:
    """Draws questions about the entries; the same entries and count give the same questions."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries
        self._random = Random("questions")  # noqa: S311 - invented data, nothing secret
        self._count: dict[tuple[int, ...], dict[str, int]] = {
            form: defaultdict(int) for forms in _FORMS for form in forms
        }
        for entry in entries:
            parts = _parts(entry)
            for form, counts in self._count.items():
                counts[_line(parts, form)] += 1

    def draw(self, count: int) -> list[Question]:
        """`count` questions, an equal share of each kind of slip."""
        kinds = list(KINDS)
        return [self._question(kinds[number % len(kinds)]) for number in range(count)]

    def _question(self, kind: str) -> Question:
        while True:
            entry = self._random.choice(self._entries)
            line = self._unique_line(entry)
            if line is not None and slips.can_be_spoilt(line):
                return Question(kind, KINDS[kind](line, self._random), entry.key)

    def _unique_line(self, entry: Entry) -> str | None:
        parts = _parts(entry)
        for form in self._random.choice(_FORMS):
            line = _line(parts, form)
            if self._count[form][line] == 1:
                return line
        return None


def _parts(entry: Entry) -> tuple[str, ...]:
    surname, first, patronymic = entry.name
    return (surname, first, patronymic, f"{first[0]}.{patronymic[0]}.", entry.places[0])


def _line(parts: tuple[str, ...], form: tuple[int, ...]) -> str:
    """In small letters and with the plain apostrophe, as people type; initials too."""
    text = " ".join(parts[part] for part in form).lower()
    return text.replace("’", "'").replace("ʼ", "'")
