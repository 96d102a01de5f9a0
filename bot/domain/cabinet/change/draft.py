"""What a patient has answered so far, while a change is being put together."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from bot.domain.cabinet.change.questions import questions_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.domain.cabinet.change.questions import Question, Topic
    from bot.domain.cabinet.person import Person
    from bot.domain.cabinet.person_request import UploadLink

_NOTHING: Mapping[Question, str | None] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class ChangeDraft:
    """The answers of all topics so far, and the topic that is asked about now.

    `session_id` says for whom: a patient who switches to another person starts anew. None as an
    answer keeps what stands at ЕСОЗ. `request_id` and `uploads` are given once ЕСОЗ has the
    request and waits for pictures.
    """

    session_id: str
    answers: Mapping[Question, str | None] = field(default_factory=lambda: _NOTHING, repr=False)
    topic: Topic | None = None
    request_id: str = ""
    uploads: tuple[UploadLink, ...] = field(default=(), repr=False)

    def asking(self, person: Person) -> Question | None:
        """The question that waits for its answer; None when the topic is through."""
        if self.topic is None:
            return None
        questions = questions_of(self.topic, person, self.answers)
        return next((one for one in questions if one not in self.answers), None)

    def step(self, person: Person) -> tuple[int, int]:
        """Return which question of how many is asked, from 1."""
        if self.topic is None:
            return 1, 1
        questions = questions_of(self.topic, person, self.answers)
        answered = sum(one in self.answers for one in questions)
        return min(answered + 1, len(questions)), len(questions)

    def begin(self, topic: Topic, person: Person) -> ChangeDraft:
        """Ask about a topic from its first question; earlier answers to it are dropped."""
        dropped = set(questions_of(topic, person, self.answers))
        kept = {one: given for one, given in self.answers.items() if one not in dropped}
        return replace(self, topic=topic, answers=kept)

    def answer(self, question: Question, value: str | None) -> ChangeDraft:
        return replace(self, answers={**self.answers, question: value})

    def back(self, person: Person) -> ChangeDraft:
        """Ask the question before once more; before the first there is no topic."""
        if self.topic is None:
            return self
        questions = questions_of(self.topic, person, self.answers)
        given = [one for one in questions if one in self.answers]
        if not given:
            return replace(self, topic=None)
        kept = {one: value for one, value in self.answers.items() if one is not given[-1]}
        return replace(self, answers=kept)

    def uploaded(self, link: UploadLink) -> ChangeDraft:
        return replace(self, uploads=tuple(one for one in self.uploads if one != link))
