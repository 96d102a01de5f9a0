"""Chains joined over spaces, and what is left over line breaks, to runs that may be a number."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from bot.domain.requisition.chains import Run, chains
from bot.domain.requisition.tokens import Gap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

_WIDTHS: Final = (Gap.TIGHT, Gap.SPACE, Gap.LINE)


class Workpiece:
    """The chains of a text; a run that is found is taken out and leaves a break."""

    def __init__(self, text: str) -> None:
        self._chains = list(chains(text))

    def take(self, size: int, fits: Callable[[Run], bool]) -> list[Run]:
        """Runs of exactly `size` signs that fit, the firmest joined first."""
        return self._take(lambda sequence: _exact(sequence, size, fits))

    def take_whole(self, fits: Callable[[Run], bool]) -> list[Run]:
        """Runs that fit with all that stands together with them, words at the ends left out."""
        return self._take(lambda sequence: [run for run in _whole(sequence) if fits(run)])

    def lonely_groups(self) -> list[Run]:
        """Single groups; one of four signs only if no other such group stands beside it."""
        lonely: list[Run] = []
        for sequence in self._sequences(Gap.SPACE):
            fours = sum(chain.is_in_fours for chain in sequence)
            lonely += [
                chain
                for chain in sequence
                if len(chain.groups) == 1 and (fours == 1 or not chain.is_in_fours)
            ]
        return lonely

    def _take(self, find: Callable[[Sequence[Run]], Iterable[Run]]) -> list[Run]:
        taken: list[Run] = []
        for width in _WIDTHS:
            found = [run for sequence in self._sequences(width) for run in find(sequence)]
            self._remove(found)
            taken += found
        return taken

    def _sequences(self, width: Gap) -> Iterator[Sequence[Run]]:
        """Chains that gaps no wider than `width` join."""
        sequence: list[Run] = []
        for chain in self._chains:
            if chain.gap > width and sequence:
                yield sequence
                sequence = []
            sequence.append(chain)
        if sequence:
            yield sequence

    def _remove(self, found: Iterable[Run]) -> None:
        gone = {group.start for run in found for group in run.groups}
        kept: list[Run] = []
        is_torn = False
        for chain in self._chains:
            if chain.start not in gone:
                kept.append(Run(chain.groups, Gap.BREAK) if is_torn else chain)
            is_torn = chain.start in gone
        self._chains = kept


def _exact(sequence: Sequence[Run], size: int, fits: Callable[[Run], bool]) -> list[Run]:
    """The whole sequence, or stretches of it in groups of four, as runs of `size` signs."""
    whole = _joined(sequence)
    if whole.length == size and fits(whole):
        return [whole]
    found: list[Run] = []
    for is_in_fours, stretch in groupby(sequence, key=lambda chain: chain.is_in_fours):
        if is_in_fours:
            found += _cut(list(stretch), size, fits)
    return found


def _cut(stretch: Sequence[Run], size: int, fits: Callable[[Run], bool]) -> list[Run]:
    """A stretch cut into runs of `size` signs, if it comes out even; else nothing.

    Five groups of four may hold a number in two ways, and choosing would be a guess. Only words
    at the ends (мама, text) may be left out.
    """
    for chosen in (_without_words_at_ends(stretch), stretch):
        runs = _pieces(chosen, size)
        if runs and all(run.length == size and fits(run) for run in runs):
            return runs
    return []


def _pieces(stretch: Sequence[Run], size: int) -> list[Run]:
    """Cut wherever `size` signs are full."""
    runs: list[Run] = []
    piece: list[Run] = []
    for chain in stretch:
        piece.append(chain)
        if sum(part.length for part in piece) >= size:
            runs.append(_joined(piece))
            piece = []
    return runs if not piece else []


def _whole(sequence: Sequence[Run]) -> Iterator[Run]:
    core = _without_words_at_ends(sequence)
    if core:
        yield _joined(core)


def _without_words_at_ends(sequence: Sequence[Run]) -> Sequence[Run]:
    with_digits = [at for at, chain in enumerate(sequence) if chain.digits]
    return sequence[with_digits[0] : with_digits[-1] + 1] if with_digits else []


def _joined(sequence: Sequence[Run]) -> Run:
    groups = tuple(group for chain in sequence for group in chain.groups)
    return Run(groups, sequence[0].gap, is_loose=len(sequence) > 1)
