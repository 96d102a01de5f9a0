"""Reads a pasted text: takes runs out of it, the surest shapes first, and says what each is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.requisition import classify, shapes
from bot.domain.requisition.assembly import Workpiece
from bot.domain.requisition.chains import NUMBER_LENGTH
from bot.domain.requisition.checksums import is_card_like
from bot.domain.requisition.cleaning import clean
from bot.domain.requisition.context import Named, Surroundings
from bot.domain.requisition.near_miss import near_miss
from bot.domain.requisition.reading import Certainty, FoundNumber, NearMiss, Reading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.domain.requisition.chains import Run


def read_numbers(text: str) -> Reading:
    """All numbers and near misses of the text, in its order, nothing twice; never raises.

    Its time grows with the length of the text and not faster: each step goes through the text
    or its groups once, a fixed number of times, and looks at a bounded piece around a number.
    """
    plain = clean(text)
    around = Surroundings(plain)
    runs = sorted(_runs(plain, around), key=lambda run: run.start)
    found = list(dict.fromkeys(item for run in runs if (item := _judge(run, around))))
    return Reading(
        numbers=_once(item for item in found if isinstance(item, FoundNumber)),
        near_misses=tuple(item for item in found if isinstance(item, NearMiss)),
    )


def _runs(plain: str, around: Surroundings) -> Iterable[Run]:
    """Runs of 16 signs, then of 12, then of nearly 16, then what stands alone."""
    workpiece = Workpiece(plain)
    return [
        *workpiece.take(NUMBER_LENGTH, lambda run: _fits_sixteen(run, around)),
        *workpiece.take(shapes.DECLARATION_LENGTH, lambda run: _fits_twelve(run, around)),
        *workpiece.take_whole(shapes.is_nearly_number_shaped),
        *(run for run in workpiece.lonely_groups() if run.length in classify.SINGLE_LENGTHS),
    ]


def _fits_sixteen(run: Run, around: Surroundings) -> bool:
    """After the word "декларація", twelve signs are all, whatever stands a space away."""
    declared = run.is_loose and around.name_before(run.start) is Named.DECLARATION
    return shapes.is_number_shaped(run) and not declared


def _fits_twelve(run: Run, around: Surroundings) -> bool:
    is_named = around.name_before(run.start) is Named.DECLARATION
    return shapes.is_declaration_shaped(run, is_named=is_named)


def _judge(run: Run, around: Surroundings) -> FoundNumber | NearMiss | None:
    if run.length in classify.SINGLE_LENGTHS:
        return classify.single(run, around)
    name = around.name_of(run.start, run.end)
    if _is_card(run, name, around):
        return None
    if run.length == shapes.DECLARATION_LENGTH and not _is_cut_short(run, name):
        return classify.twelve(run.signs, name)
    if run.length == NUMBER_LENGTH and not shapes.odd_positions(run.signs):
        return classify.sixteen(run.signs, name)
    return near_miss(run)


def _is_card(run: Run, name: Named | None, around: Surroundings) -> bool:
    """A bank card that is spoken of as one is left alone; its digits alone do not tell."""
    is_spoken_of = name is not Named.REFERRAL and around.is_card_near(run.start, run.end)
    return is_spoken_of and is_card_like(run.signs)


def _is_cut_short(run: Run, name: Named | None) -> bool:
    """Twelve signs that are named something else: a group of four is missing."""
    if name is Named.REFERRAL:
        return not shapes.is_prefixed(run.signs)
    return name is Named.PRESCRIPTION


def _once(numbers: Iterable[FoundNumber]) -> tuple[FoundNumber, ...]:
    """One number once, where it stands first, as sure as it is anywhere."""
    once: dict[tuple[str, str], FoundNumber] = {}
    for number in numbers:
        key = (number.kind, number.value)
        if key not in once or number.certainty is Certainty.SURE:
            once[key] = number
    return tuple(once.values())
