"""What a text for patients may hold: both languages, simple markup, no more signs than fit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, ConfigDict, Field, StringConstraints
from pydantic.dataclasses import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable

STRICT = ConfigDict(extra="forbid")
"""A misspelled key in a data file stops the load instead of being dropped."""

_TAGS = re.compile(r"<(b|i)>[^<>]*</\1>")
_MARKUP_SIGNS = re.compile(r"[<>&]")


def _safe_markup(text: str) -> str:
    """Let through `<b>…</b>` and `<i>…</i>`, not nested: Telegram refuses a stray tag."""
    if _MARKUP_SIGNS.search(_TAGS.sub("", text)):
        raise ValueError("only <b>…</b> and <i>…</i> are allowed, each closed and not nested")
    return text


Prose = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1),
    AfterValidator(_safe_markup),
]


@dataclass(frozen=True, config=STRICT)
class LocalText:
    """One text in every language of the bot."""

    uk: Prose
    en: Prose

    def get(self, lang: str) -> str:
        """The text in `lang` (`en`, `en-GB`, …); Ukrainian for a language that we do not speak."""
        return self.en if lang.lower().startswith("en") else self.uk


Phrase = Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=90)]


@dataclass(frozen=True, config=STRICT)
class Phrases:
    """How patients ask, in their own words: mixed speech as it is spoken, never shown."""

    uk: Annotated[tuple[Phrase, ...], Field(min_length=4)]
    en: Annotated[tuple[Phrase, ...], Field(min_length=2)]


def _at_most(signs: int) -> Callable[[LocalText], LocalText]:
    def check(text: LocalText) -> LocalText:
        for lang, words in (("uk", text.uk), ("en", text.en)):
            if len(words) > signs:
                raise ValueError(f"{lang} has {len(words)} signs, at most {signs} fit")
        return text

    return check


def _plain(text: LocalText) -> LocalText:
    """Buttons and headings show tags as they are written."""
    if "<" in text.uk + text.en or "\n" in text.uk + text.en:
        raise ValueError("a label is one line without tags")
    return text


ButtonLabel = Annotated[LocalText, AfterValidator(_plain), AfterValidator(_at_most(30))]
AnswerLabel = Annotated[LocalText, AfterValidator(_plain), AfterValidator(_at_most(40))]
Title = Annotated[LocalText, AfterValidator(_plain), AfterValidator(_at_most(70))]
Name = Annotated[LocalText, AfterValidator(_plain), AfterValidator(_at_most(160))]
Spoken = Annotated[LocalText, AfterValidator(_at_most(400))]
Body = Annotated[LocalText, AfterValidator(_at_most(900))]
More = Annotated[LocalText, AfterValidator(_at_most(1200))]
Easy = Annotated[LocalText, AfterValidator(_at_most(600))]
