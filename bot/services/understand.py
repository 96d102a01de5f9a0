"""Tells what a patient means by their own words; nothing of them is kept or sent anywhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.domain.understanding import (
    Match,
    Place,
    Target,
    entities_of,
    judge,
    names_as_towns,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from bot.domain.understanding import PhraseIndex, Understood, Vocabulary

_FIND: Final = Target(Place.FIND)


class Understand:
    """Deterministic and offline.

    `same` leads one target's words to another; `labels` are texts of buttons and headings with
    where they lead, which count only word for word.
    """

    def __init__(
        self,
        *,
        vocabulary: Vocabulary,
        index: PhraseIndex,
        same: Mapping[Target, Target],
        labels: Iterable[tuple[str, Target]],
    ) -> None:
        self._vocabulary = vocabulary
        self._index = index
        self._same = same
        self._labels = {_plain(text): target for text, target in labels}

    def __call__(self, text: str, *, today: date) -> Understood:
        """Weigh `text`; `today` is the day on the patient's wall."""
        entities = entities_of(text, today, self._vocabulary)
        said = names_as_towns(self._vocabulary.read(text), entities)
        found: dict[Target, Match] = {}
        if entities.is_search and entities.doctor:
            found[_FIND] = Match(_FIND, 1.0)
        for match in self._index.matches(said):
            target = self._same.get(match.target, match.target)
            found.setdefault(target, Match(target, match.score))
        return judge(list(found.values()), entities)

    def label(self, text: str) -> Target | None:
        """Return where a typed label leads; case, emoji and punctuation do not matter."""
        return self._labels.get(_plain(text))

    def nearest(self, text: str, *, limit: int) -> list[Target]:
        """Return topics and trees for a search as one types: the last word may be only begun."""
        said = [one.concepts for one in self._vocabulary.read(text)]
        if begun := self._vocabulary.beginnings(text):
            said = [*said[:-1], begun] if said and not said[-1] else [*said, begun]
        found = (match.target for match in self._index.matches(said))
        return [target for target in found if target.place.is_knowledge][:limit]


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[\w']+", text.replace("’", "'").casefold()))
