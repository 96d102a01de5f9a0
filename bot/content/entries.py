"""Topics and e-cabinets as they stand in the data files, and what every entry carries."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, HttpUrl, StringConstraints, TypeAdapter, model_validator
from pydantic.dataclasses import dataclass

from bot.content.wording import (
    STRICT,
    Body,
    ButtonLabel,
    Easy,
    More,
    Name,
    Phrases,
    Spoken,
    Title,
)

TREE_PREFIX = "tree:"

Certainty = Literal["H", "M", "L"]
"""H: official text or code; M: press, or one source; L: inference or an old source."""

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,20}$")]
"""Short enough to travel in a button of 64 bytes and in a deep link."""

Code = Annotated[str, StringConstraints(pattern=r"^[2-9][0-9]{2}$")]
"""Spoken on the telephone, so none begins as 101, 103 or 112 do; never used for another topic."""

TopicOrTree = Annotated[str, StringConstraints(pattern=r"^(tree:)?[a-z0-9-]{1,20}$")]
Day = Annotated[date, Field(strict=True)]


@dataclass(frozen=True, config=STRICT)
class Source:
    """Where a fact was read; `url` only where the address of the page itself is known."""

    title: Name
    url: str | None = None

    @model_validator(mode="after")
    def _url_is_an_address(self) -> Self:
        if self.url is not None:
            TypeAdapter(HttpUrl).validate_python(self.url)
        return self


Sources = Annotated[tuple[Source, ...], Field(min_length=1)]


@dataclass(frozen=True, config=STRICT, kw_only=True)
class Checked:
    """What every entry carries: where it was read, when that was checked, how sure it is."""

    sources: Sources
    checked_on: Day
    certainty: Certainty


@dataclass(frozen=True, config=STRICT, kw_only=True)
class Topic(Checked):
    """One answer; `next` holds slugs of topics, and `tree:<slug>` for a tree.

    `questions` are only matched. `body` is the answer, `more` the rest of it, `easy` the same in
    sentences of at most eight words.
    """

    slug: Slug
    code: Code
    title: Title
    short: ButtonLabel
    questions: Phrases
    body: Body
    easy: Easy
    say: Spoken | None = None
    more: More | None = None
    call: tuple[Slug, ...] = ()
    next: tuple[TopicOrTree, ...] = ()


@dataclass(frozen=True, config=STRICT, kw_only=True)
class Cabinet(Checked):
    """An e-cabinet of a patient; only verified ones are shown to patients."""

    id: Slug
    name: Name
    verified: bool
    url: str | None = None
