"""What else a text says: of which doctor, where, and when."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.domain.emergency import split
from bot.domain.reminders.phrase import read_phrase
from bot.domain.understanding.vocabulary import DOCTOR, SPECIALITY, TOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date, time

    from bot.domain.emergency import Word
    from bot.domain.understanding.vocabulary import Concepts, Said, Vocabulary

_BEFORE_TOWN: Final = frozenset({"у", "в", "во", "м", "г", "мисто", "мисти", "город", "городе"})
"""Folded words that a town follows."""
_FEW_WORDS: Final = 5
"""In so short a line about a doctor a word that is none of ours is a name."""
_BOOK: Final = re.compile(
    r"\bзапиш\w+\s+(?:мене|меня|нас|дитин\w+|реб\w+|мам\w+|тат\w+|син\w+|доньк\w+|чоловік\w+)\b"
    r"|\b(?:запис|потрап|попас)\w*т[ьи](?:ся|сь)?\b"
)
_ABBREVIATED: Final = re.compile(r"\b([мг])\.\s*(?=\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entities:
    """`doctor` and `where` are words for a search; what is not said is empty, or None."""

    speciality: str = ""
    """A code of SPECIALITY_TYPE, which `doctor` names."""
    doctor: str = ""
    where: str = ""
    day: date | None = None
    at: time | None = None
    is_search: bool = False
    """Whether a doctor and a place are named, and nothing else is."""
    asks_to_book: bool = False
    """Whether the bot is asked to book, as against to remember."""


NOTHING_SAID = Entities()


def entities_of(text: str, today: date, vocabulary: Vocabulary) -> Entities:
    """Read `text`; `today` is the day on the patient's wall."""
    phrase = read_phrase(text, today)
    is_dated = phrase.day is not None or phrase.at is not None
    rest = f"{phrase.what} {phrase.place}" if is_dated else text
    sentences = split(_ABBREVIATED.sub(r"\1 ", rest))
    words = [word for sentence in sentences for word in sentence]
    where = tuple(_where(sentences, vocabulary, is_search=_is_search(words, vocabulary)))
    return Entities(
        speciality=_speciality(words, vocabulary),
        doctor=" ".join(w.written for w in words if w.folded in vocabulary.specialities),
        where=" ".join(where),
        day=phrase.day,
        at=phrase.at,
        is_search=bool(where) and all(_is_of_search(one, where, vocabulary) for one in words),
        asks_to_book=_BOOK.search(text.casefold()) is not None,
    )


def names_as_towns(said: Sequence[Said], entities: Entities) -> list[Concepts]:
    """Let a name stand for a town where a doctor or a town is named beside it."""
    meant = {concept for one in said for concept in one.concepts}
    is_search = not meant.isdisjoint({SPECIALITY, TOWN})
    names = entities.where.split() if is_search else []
    return [one.concepts or ((TOWN,) if one.word.written in names else ()) for one in said]


def _speciality(words: Iterable[Word], vocabulary: Vocabulary) -> str:
    """Return the code that the words name best together: «дитячий» and «лор» name one."""
    fits: Counter[str] = Counter()
    for form in dict.fromkeys(word.folded for word in words):
        fits.update(vocabulary.specialities.get(form, {}))
    return fits.most_common(1)[0][0] if fits else ""


def _is_search(words: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Tell a few words beside a doctor."""
    return len(words) <= _FEW_WORDS and any(_is_doctor(word, vocabulary) for word in words)


def _is_doctor(word: Word, vocabulary: Vocabulary) -> bool:
    meant = vocabulary.exact.get(word.folded, ())
    return word.folded in vocabulary.specialities or not {DOCTOR, SPECIALITY}.isdisjoint(meant)


def _is_of_search(word: Word, where: Sequence[str], vocabulary: Vocabulary) -> bool:
    is_small = word.folded in vocabulary.fillers or len(word.folded) == 1
    return is_small or word.written in where or _is_doctor(word, vocabulary)


def _where(
    sentences: Iterable[Sequence[Word]], vocabulary: Vocabulary, *, is_search: bool
) -> Iterator[str]:
    """Give towns and names: known ones, those with a capital, and what «у» stands before."""
    for sentence in sentences:
        for place, word in enumerate(sentence):
            concepts = vocabulary.exact.get(word.folded, ())
            if TOWN in concepts:
                yield word.written
            elif not concepts and len(word.folded) > 1 and word.folded not in vocabulary.fillers:
                is_named = place > 0 and word.is_capitalised
                follows = place > 0 and sentence[place - 1].folded in _BEFORE_TOWN
                if (is_named or follows or is_search) and not _is_misspelt(word, vocabulary):
                    yield word.written


def _is_misspelt(word: Word, vocabulary: Vocabulary) -> bool:
    return word.folded.isdigit() or bool(vocabulary.near(word.written, word.folded))
