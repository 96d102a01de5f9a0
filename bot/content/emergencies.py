"""Reads the emergency lexicon, with every form and likely misspelling of its words."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from bot.content import morphology
from bot.content.reading import BadContent, build, read_file
from bot.domain.emergency import Danger, Lexicon, Pattern, Rule, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Groups = frozenset[str]

_FILE = Path(__file__).parent / "data" / "emergencies.toml"
_EXACT = "="
_EXCLUDED = "!"
_SHORTEST_MISSPELT = 5
"""Letters; one slip in a shorter word makes another word."""
_LETTERS_FOR_TWO_SLIPS = 9
_ENDS = (0, -1)
_NOBODY: Groups = frozenset()


@cache
def emergency_lexicon() -> Lexicon:
    """The lexicon, read once (about a second); raises BadContent."""
    table = read_file(_FILE)
    exact = _forms(table["groups"])
    return Lexicon(
        rules=[_rule(entry, table["groups"]) for entry in table["rules"]],
        past=_patterns(table, "past"),
        questions=_patterns(table, "questions"),
        settled=_patterns(table, "settled"),
        idioms=_patterns(table, "idioms"),
        exact=exact,
        near=_misspelt(exact),
    )


def _forms(groups: Mapping[str, list[str]]) -> dict[str, Groups]:
    """Return which groups each folded word form belongs to."""
    found: dict[str, set[str]] = {}
    for group, words in groups.items():
        excluded = {fold(word[1:]) for word in words if word.startswith(_EXCLUDED)}
        for form in {fold(form) for form in _expanded(words)} - excluded:
            found.setdefault(form, set()).add(group)
    return {form: frozenset(names) for form, names in found.items()}


def _expanded(words: list[str]) -> Iterator[str]:
    for word in words:
        if word.startswith(_EXACT):
            yield word.removeprefix(_EXACT)
        elif not word.startswith(_EXCLUDED):
            yield from _both_reflexives(morphology.forms(word))


def _both_reflexives(forms: Iterable[str]) -> Iterator[str]:
    """Give «задихалась» beside «задихалася»: the dictionaries have one of the two."""
    for form in forms:
        yield form
        if form.endswith("ся"):
            yield form.removesuffix("ся") + "сь"


def _rule(entry: dict[str, Any], groups: Mapping[str, list[str]]) -> Rule:
    danger = build(Danger, entry["danger"], where=_FILE.name)
    return Rule(danger, _pattern(entry, groups), is_topic=entry.get("topic", False))


def _patterns(table: Mapping[str, Any], kind: str) -> list[Pattern]:
    return [_pattern(entry, table["groups"]) for entry in table[kind]]


def _pattern(entry: dict[str, Any], groups: Mapping[str, list[str]]) -> Pattern:
    names = tuple(entry.get("near") or entry["then"])
    if unknown := [name for name in names if name not in groups]:
        raise BadContent(f"{_FILE.name}: there is no group {unknown[0]}.")
    return Pattern(names, within=entry["within"], is_ordered="then" in entry)


class _misspelt:  # noqa: N801 - used as a function that remembers
    """Finds the groups of a word that no dictionary has: of the nearest form of the lexicon.

    One slip leaves a word its first letter or its last; only such forms of about its length are
    compared, or a message of nothing but nonsense would take seconds.
    """

    def __init__(self, exact: Mapping[str, Groups]) -> None:
        self._exact = exact
        self._alike: dict[tuple[int, str, int], list[str]] = {}
        for form in exact:
            for end in _ENDS if len(form) >= _SHORTEST_MISSPELT else ():
                self._alike.setdefault((end, form[end], len(form)), []).append(form)
        self._remembered = lru_cache(maxsize=10_000)(self._nearest)

    def __call__(self, written: str, folded: str) -> Groups:
        if len(folded) < _SHORTEST_MISSPELT:
            return _NOBODY
        return self._remembered(written.casefold(), folded)

    def _nearest(self, written: str, folded: str) -> Groups:
        if morphology.is_known(written):
            return _NOBODY
        slips = 1 + (len(folded) >= _LETTERS_FOR_TWO_SLIPS)
        lengths = range(len(folded) - slips, len(folded) + slips + 1)
        alike = [
            form
            for end in _ENDS
            for length in lengths
            for form in self._alike.get((end, folded[end], length), ())
        ]
        nearest = extractOne(folded, alike, scorer=OSA.distance, score_cutoff=slips)
        return self._exact[nearest[0]] if nearest else _NOBODY
