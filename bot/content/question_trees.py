"""Question trees as they stand in the data files."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints
from pydantic.dataclasses import dataclass

from bot.content.entries import Checked, Slug, TopicOrTree
from bot.content.wording import STRICT, AnswerLabel, Body, ButtonLabel, Spoken, Title

TOPIC_PREFIX = "topic:"

Goal = Annotated[str, StringConstraints(pattern=r"^(topic:)?[a-z0-9-]{1,20}$")]


@dataclass(frozen=True, config=STRICT, kw_only=True)
class Answer:
    """A button under a question: `to` is a question or outcome of the tree, or `topic:<slug>`."""

    label: AnswerLabel
    to: Goal

    @property
    def topic(self) -> str | None:
        """The slug of the topic that the answer leads to, if it leaves the tree."""
        return self.to.removeprefix(TOPIC_PREFIX) if self.to.startswith(TOPIC_PREFIX) else None


@dataclass(frozen=True, config=STRICT, kw_only=True)
class Question:
    text: Spoken
    answers: tuple[Answer, ...] = Field(min_length=2, max_length=12)


@dataclass(frozen=True, config=STRICT, kw_only=True)
class Outcome(Checked):
    """The end of a tree; `show_at_desk` is a text that the patient may show at the reception."""

    body: Body
    why: Spoken
    show_at_desk: Spoken | None = None
    call: tuple[Slug, ...] = ()
    next: tuple[TopicOrTree, ...] = ()


Questions = Annotated[Mapping[Slug, Question], AfterValidator(MappingProxyType)]
Outcomes = Annotated[Mapping[Slug, Outcome], AfterValidator(MappingProxyType)]


@dataclass(frozen=True, config=STRICT, kw_only=True)
class Tree:
    """Questions that lead to an answer; the first one is `start`."""

    slug: Slug
    title: Title
    short: ButtonLabel
    start: Slug
    questions: Questions
    outcomes: Outcomes
