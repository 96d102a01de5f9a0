"""Puts the figures into tables of words and numbers, for the page, the charts and the CSV."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.content import topics
from bot.domain.figures import SHOWN_FROM
from bot.domain.flows import FLOWS
from bot.i18n import language_name, language_of
from bot.web.hotline import figure_words as texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.services.read_figures import Report, Table
    from bot.web.signing.rendering import PageWords

Cell = str | int


@dataclass(frozen=True, slots=True)
class Shown:
    """One table; in a row the words come first, and numbers are numbers."""

    name: str
    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""


def tables(words: PageWords, report: Report) -> tuple[Shown, ...]:
    """Return every table of the page, in its order."""
    names = {name: str(text) for name, text in texts.table_names(words).items()}
    head = {name: str(text) for name, text in texts.headings(words).items()}
    count = head["count"]

    def shown(name: str, headings: tuple[str, ...], rows: Iterator[tuple[Cell, ...]]) -> Shown:
        source: Table = getattr(report, name)
        note = str(texts.hidden_text(words, source.hidden_count)) if source.has_hidden else ""
        return Shown(name, names[name], headings, tuple(rows), note)

    return (
        Shown("days", names["days"], (head["day"], count), tuple(_days(words, report))),
        shown(
            "topics",
            (head["topic"], head["code"], head["language"], count),
            (
                (_title(words, slug), _code(slug), language_name(language_of(language)), times)
                for (slug, language), times in report.topics.rows
            ),
        ),
        shown(
            "steps", (head["flow"], head["step"], count, head["left"]), _steps(words, report.steps)
        ),
        shown(
            "barriers",
            (head["barrier"], head["oblast"], count),
            (
                (texts.barrier_name(words, barrier), oblast or head["unknown"], times)
                for (barrier, oblast), times in report.barriers.rows
            ),
        ),
        shown(
            "words",
            (head["word"], count),
            ((word, times) for (word, _), times in report.words.rows),
        ),
        shown(
            "not_it",
            (head["topic"], head["code"], count),
            ((_title(words, slug), _code(slug), times) for (slug, _), times in report.not_it.rows),
        ),
    )


def _days(words: PageWords, report: Report) -> Iterator[tuple[Cell, ...]]:
    for day, count in report.days:
        yield words.tr.short_date(day), texts.fewer_text(words) if count is None else count


def _steps(words: PageWords, table: Table) -> Iterator[tuple[Cell, ...]]:
    """Every step of each flow that has one; who stops is the difference of two that are shown."""
    times = dict(table.rows)
    for flow, steps in FLOWS.items():
        reached = [times.get((flow, step)) for step in steps]
        if not any(reached):
            continue
        for step, here, after in zip(steps, reached, [*reached[1:], None], strict=True):
            number: Cell = texts.fewer_text(words) if here is None else here
            names = (texts.flow_name(words, flow), texts.step_name(words, flow, step))
            yield *names, number, _left(words, here, after)


def _left(words: PageWords, here: int | None, after: int | None) -> Cell:
    if here is None or after is None:
        return ""
    left = max(here - after, 0)
    return left if left == 0 or left >= SHOWN_FROM else texts.fewer_text(words)


def _title(words: PageWords, slug: str) -> str:
    entry = topics().get(slug)
    return entry.title.get(words.language) if entry else slug


def _code(slug: str) -> str:
    entry = topics().get(slug)
    return entry.code if entry else ""
