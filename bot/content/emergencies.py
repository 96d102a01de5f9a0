"""Reads the emergency lexicon, with every form and likely misspelling of its words."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.content import morphology
from bot.content.misspelt import NearestForm
from bot.content.reading import BadContent, build, read_file
from bot.domain.emergency import Danger, Lexicon, Pattern, Rule, fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Groups = frozenset[str]

_FILE = Path(__file__).parent / "data" / "emergencies.toml"
_EXACT = "="
_EXCLUDED = "!"
_REMEMBERED = 10_000
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
        near=_Near(exact),
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
            yield from morphology.both_reflexives(morphology.forms(word))


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


class _Near:
    """Finds the groups of a word that no dictionary has: of the nearest form of the lexicon."""

    def __init__(self, exact: Mapping[str, Groups]) -> None:
        self._exact = exact
        self._nearest = lru_cache(maxsize=_REMEMBERED)(NearestForm(exact))

    def __call__(self, written: str, folded: str) -> Groups:
        form = self._nearest(written, folded)
        return self._exact[form] if form else _NOBODY
