"""Weighs a text against the lexicon: deterministic, and before everything else.

Source of the classes and of what softens them: reference/domain.md §8. Where the two pull apart,
recall wins: a needless screen costs a tap, a missed one may cost a life.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.domain.emergency.matching import holds, windows
from bot.domain.emergency.verdict import CALM, Level, Verdict
from bot.domain.emergency.words import split

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.domain.emergency.lexicon import Lexicon, Pattern, Rule
    from bot.domain.emergency.matching import Groups
    from bot.domain.emergency.words import Word

_DENIES = "denies"
_NONE = "none"
_AFTER = "after"
_ILLNESS = "past-illness"
_TITLE = "name-title"
_NOW = "now"
_AGAIN = "again"
_NOBODY: Groups = frozenset()


@dataclass(frozen=True, slots=True)
class _Tone:
    """What a sentence says beside the danger itself."""

    is_past: bool
    is_question: bool
    is_settled: bool
    is_now: bool
    is_again: bool


def assess(text: str, lexicon: Lexicon) -> Verdict:
    """Return the strongest finding of `text`; of equals the first rule of the lexicon wins."""
    found = CALM
    for sentence in split(text):
        words = _meant(sentence, lexicon)
        present = _NOBODY.union(*words)
        tone = _tone(words, present, lexicon)
        for rule in lexicon.rules:
            if not present.issuperset(rule.pattern.groups):
                continue
            level = _level(rule, words, tone)
            if level > found.level:
                found = Verdict(level, rule.danger)
    return found


def _meant(sentence: Sequence[Word], lexicon: Lexicon) -> list[Groups]:
    """Return each word's groups; a name belongs to none, nor does a word of an idiom."""
    read = [lexicon.groups_of(word.written, word.folded) for word in sentence]
    words = [
        _NOBODY if _is_name(sentence, read, place) else found for place, found in enumerate(read)
    ]
    for idiom in lexicon.idioms:
        for stretch in list(windows(idiom, words)):
            for place in stretch:
                if not words[place].isdisjoint(idiom.groups):
                    words[place] = _NOBODY
    return words


def _is_name(sentence: Sequence[Word], words: Sequence[Groups], place: int) -> bool:
    """Tell whether a capitalised word is a name: after a title, or beside another such word."""
    if not sentence[place].is_capitalised:
        return False
    if place and _TITLE in words[place - 1]:
        return True
    is_after_name = place > 1 and sentence[place - 1].is_capitalised
    is_before_name = place > 0 and place + 1 < len(sentence) and sentence[place + 1].is_capitalised
    return is_after_name or is_before_name


def _tone(words: Sequence[Groups], present: Groups, lexicon: Lexicon) -> _Tone:
    def has(patterns: Iterable[Pattern]) -> bool:
        return any(holds(pattern, words) for pattern in patterns)

    return _Tone(
        is_past=has(lexicon.past),
        is_question=has(lexicon.questions),
        is_settled=has(lexicon.settled),
        is_now=_NOW in present,
        is_again=_AGAIN in present,
    )


def _level(rule: Rule, words: Sequence[Groups], tone: _Tone) -> Level:
    """Return what the rule says of a sentence."""
    if not holds(rule.pattern, words) or (rule.is_topic and tone.is_settled):
        return Level.CALM
    if _is_softened(rule, tone) or not holds(rule.pattern, _asserted(rule.pattern, words)):
        return Level.ASK
    return Level.FIRE


def _is_softened(rule: Rule, tone: _Tone) -> bool:
    """Tell whether the past or a question softens the rule.

    «Знову» takes the past back; «зараз» too, for a complaint, but not for a bare name: «рік тому
    був інсульт, зараз потрібен невролог».
    """
    if rule.is_topic:
        return tone.is_question or (tone.is_past and not tone.is_again)
    return tone.is_past and not tone.is_now


def _asserted(pattern: Pattern, words: Sequence[Groups]) -> list[Groups]:
    """Return the words without those that the sentence denies or puts behind itself."""
    return [
        _NOBODY if _is_denied(pattern, words, place) or _is_behind(words, place) else found
        for place, found in enumerate(words)
    ]


def _is_denied(pattern: Pattern, words: Sequence[Groups], place: int) -> bool:
    """Tell whether «не» stands right before, or «немає» right behind as the last word.

    A «не» that the pattern itself asks for denies nothing: «не може дихати».
    """
    if place and _DENIES in words[place - 1]:
        return words[place - 1].isdisjoint(pattern.groups)
    is_last_but_one = place + 2 == len(words)
    return is_last_but_one and _NONE in words[-1] and words[-1].isdisjoint(pattern.groups)


def _is_behind(words: Sequence[Groups], place: int) -> bool:
    """Tell whether the word is an illness that something else came after."""
    if _ILLNESS not in words[place]:
        return False
    return any(_AFTER in words[before] for before in range(max(place - 2, 0), place))
