"""Groups joined without a space to chains; a chain is a number as a whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.domain.requisition import alphabet
from bot.domain.requisition.tokens import Gap, Group, tokenise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NUMBER_LENGTH: Final = 16
GROUP_LENGTH: Final = 4
_LONGEST_LETTER_GROUP: Final = 5
"""A mistyped group of four letters may have one too many; anything longer is a word."""

_FOURS: Final = frozenset({8, 12})


@dataclass(frozen=True, slots=True)
class Run:
    """Groups that stand together; `gap` is what stands before the first."""

    groups: tuple[Group, ...]
    gap: Gap
    is_loose: bool = False
    """Joined over spaces or line breaks, not one chain."""

    @property
    def signs(self) -> str:
        return "".join(group.signs for group in self.groups)

    @property
    def typed(self) -> str:
        return "".join(group.typed for group in self.groups)

    @property
    def lengths(self) -> tuple[int, ...]:
        return tuple(len(group.signs) for group in self.groups)

    @property
    def length(self) -> int:
        return sum(self.lengths)

    @property
    def start(self) -> int:
        return self.groups[0].start

    @property
    def end(self) -> int:
        return self.groups[-1].end

    @property
    def digits(self) -> int:
        return sum(group.digits for group in self.groups)

    @property
    def is_in_fours(self) -> bool:
        return all(length % GROUP_LENGTH == 0 for length in self.lengths)


def chains(text: str) -> Iterator[Run]:
    """Every chain that may be a number or a part of one; words between them are breaks."""
    is_after_word = True
    for gap, groups in _tight(text):
        if _is_number_like(groups):
            yield Run(_without_words_at_ends(groups), Gap.BREAK if is_after_word else gap)
        is_after_word = not _is_number_like(groups)


def _tight(text: str) -> Iterator[tuple[Gap, tuple[Group, ...]]]:
    """Tightly joined groups with the gap before them; a word stands alone."""
    joined: list[Group] = []
    before = Gap.BREAK
    for gap, group in tokenise(text):
        if joined and (gap > Gap.TIGHT or _is_word(group) or _is_word(joined[-1])):
            yield before, tuple(joined)
            joined = []
        before = before if joined else gap
        joined.append(group)
    if joined:
        yield before, tuple(joined)


def _is_word(group: Group) -> bool:
    """Whether no number has such a group; letters in one piece of 8 or 12 still may be groups."""
    is_long = len(group.signs) > _LONGEST_LETTER_GROUP
    is_in_fours = len(group.signs) in _FOURS and alphabet.REFERRAL.issuperset(group.signs)
    return not group.digits and is_long and not is_in_fours


def _is_number_like(groups: Sequence[Group]) -> bool:
    """Whether there is a digit, or only groups of four letters that a number may have."""
    return any(group.digits for group in groups) or all(
        len(group.signs) == GROUP_LENGTH and alphabet.REFERRAL.issuperset(group.signs)
        for group in groups
    )


def _without_words_at_ends(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """A number without the short word joined to it, as in "8830-3875-8474-6820-МРТ"."""
    with_digits = [at for at, group in enumerate(groups) if group.digits]
    if not with_digits:
        return groups
    core = groups[with_digits[0] : with_digits[-1] + 1]
    is_number = sum(len(group.signs) for group in core) == NUMBER_LENGTH
    return core if is_number else groups
