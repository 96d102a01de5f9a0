"""Finds the known form that a word which no dictionary has was meant to be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from bot.content import morphology

if TYPE_CHECKING:
    from collections.abc import Iterable

SHORTEST: Final = 5
"""Letters; one slip in a shorter word makes another word."""
_LETTERS_FOR_TWO_SLIPS: Final = 9
_ENDS: Final = (0, -1)


class NearestForm:
    """Looks among folded forms; two slips are let through from nine letters.

    One slip leaves a word its first letter or its last; only such forms of about its length are
    compared, or a message of nothing but nonsense would take seconds.
    """

    def __init__(self, forms: Iterable[str]) -> None:
        self._alike: dict[tuple[int, str, int], list[str]] = {}
        for form in forms:
            for end in _ENDS if len(form) >= SHORTEST else ():
                self._alike.setdefault((end, form[end], len(form)), []).append(form)

    def __call__(self, written: str, folded: str) -> str | None:
        """Return the form for a word, given as written and folded; None for a word as it is."""
        if len(folded) < SHORTEST or morphology.is_known(written.casefold()):
            return None
        slips = 1 + (len(folded) >= _LETTERS_FOR_TWO_SLIPS)
        lengths = range(len(folded) - slips, len(folded) + slips + 1)
        alike = [
            form
            for end in _ENDS
            for length in lengths
            for form in self._alike.get((end, folded[end], length), ())
        ]
        nearest = extractOne(folded, alike, scorer=OSA.distance, score_cutoff=slips)
        return nearest[0] if nearest else None
