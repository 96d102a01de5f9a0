"""Reads what patients say: every phrase that leads somewhere, and which words are the same."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from bot.content import library
from bot.content.reading import BadContent, read_file
from bot.content.word_forms import word_forms
from bot.domain.understanding import Phrase, PhraseIndex, Place, Target

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.domain.understanding import Vocabulary

_FOLDER = Path(__file__).parent / "data" / "understanding"


@dataclass(frozen=True, slots=True)
class Language:
    """All that is needed to read a text; `same` leads a target's words to another target."""

    vocabulary: Vocabulary
    index: PhraseIndex
    same: Mapping[Target, Target]


@cache
def patients_language() -> Language:
    """Everything, read once (about a second); raises BadContent."""
    words, phrases = (read_file(_FOLDER / f"{name}.toml") for name in ("words", "phrases"))
    said = list(_said(phrases["phrases"]))
    vocabulary = word_forms(words, [text for _, text in said])
    read = (
        Phrase(target, tuple(one.concepts for one in vocabulary.read(text) if one.concepts))
        for target, text in said
    )
    return Language(
        vocabulary,
        PhraseIndex(read, light=frozenset(words["light"])),
        {_target(one): _target(other) for one, other in phrases["same"].items()},
    )


def _said(flows: Mapping[str, list[str]]) -> Iterator[tuple[Target, str]]:
    for name, texts in flows.items():
        yield from ((_target(name), text) for text in texts)
    for slug, topic in library().topics.items():
        asked = (*topic.questions.uk, *topic.questions.en)
        for text in (topic.title.uk, topic.title.en, topic.short.uk, topic.short.en, *asked):
            yield Target(Place.TOPIC, slug), text
    for slug, tree in library().trees.items():
        for text in (tree.title.uk, tree.title.en, tree.short.uk, tree.short.en):
            yield Target(Place.TREE, slug), text


def _target(written: str) -> Target:
    try:
        target = Target.parse(written)
    except ValueError as error:
        raise BadContent(f"phrases.toml: nothing is called '{written}'.") from error
    known = {Place.TOPIC: library().topics, Place.TREE: library().trees}.get(target.place)
    if known is not None and target.name not in known:
        raise BadContent(f"phrases.toml: there is no {target.place} '{target.name}'.")
    return target
