"""The question trees, walked along every path from the first question to every answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.content import topics, trees

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.content import Tree
    from tests.town import Patient


def _paths(tree: Tree, question: str, taken: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every row of answers, as labels in Ukrainian, that leads out of the tree."""
    for answer in tree.questions[question].answers:
        path = (*taken, answer.label.uk)
        if answer.to in tree.questions:
            yield from _paths(tree, answer.to, path)
        else:
            yield (*path, answer.to)


PATHS = [
    pytest.param(slug, path[:-1], path[-1], id=f"{slug}-{number}-{path[-1]}")
    for slug, tree in trees().items()
    for number, path in enumerate(_paths(tree, tree.start))
]


@pytest.mark.parametrize(("slug", "labels", "goal"), PATHS)
async def test_path_leads_to_its_answer(
    patient: Patient, slug: str, labels: tuple[str, ...], goal: str
) -> None:
    tree = trees()[slug]
    await patient.says(tree.short.uk)
    started = patient.last.id
    for label in labels:
        assert label in patient.buttons
        assert "☰ Меню" in patient.buttons
        await patient.taps(label)
    assert patient.last.id == started, "the tree is walked in one message"
    if goal in tree.outcomes:
        assert "Джерело: " in patient.text
        assert {"Відповісти ще раз", "☰ Меню"} <= set(patient.buttons)
    else:
        assert patient.text.startswith(topics()[goal.removeprefix("topic:")].title.uk)


@pytest.mark.parametrize("slug", trees())
async def test_tree_can_be_walked_again_and_left(patient: Patient, slug: str) -> None:
    tree = trees()[slug]
    labels = next(
        path for path in _paths(tree, tree.start) if path[-1] in tree.outcomes and len(path) > 2
    )[:-1]
    await patient.says(tree.short.uk)
    first = patient.text
    await patient.taps(labels[0])
    await patient.taps("← Назад")
    assert patient.text == first
    for label in labels:
        await patient.taps(label)
    await patient.taps("Відповісти ще раз")
    assert patient.text == first
    await patient.taps("☰ Меню")
    assert "Головне меню" in patient.text
