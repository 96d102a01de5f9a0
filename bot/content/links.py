"""Checks that the entries lead to one another: no button to nowhere, no tree without an end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.content.entries import TREE_PREFIX
from bot.content.question_trees import TOPIC_PREFIX

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.content.entries import Topic
    from bot.content.phone_lines import Line
    from bot.content.question_trees import Outcome, Tree


def broken_links(
    topics: Mapping[str, Topic], trees: Mapping[str, Tree], lines: Mapping[str, Line]
) -> list[str]:
    """Every fault as a sentence."""
    targets = {*topics, *(f"{TREE_PREFIX}{slug}" for slug in trees)}
    faults = [*_faults_of_codes(topics, lines)]
    for where, entry in _answers(topics, trees):
        faults += [f"{where}: next leads to no '{to}'." for to in entry.next if to not in targets]
        faults += [f"{where}: no line '{to}' to call." for to in entry.call if to not in lines]
    for tree in trees.values():
        faults += _faults_of_tree(tree, topics)
    return faults


def _faults_of_codes(topics: Mapping[str, Topic], lines: Mapping[str, Line]) -> Iterator[str]:
    """A code is dialled by ear: it is no other topic's, and no line's number begins with it."""
    owners: dict[str, str] = {}
    for slug, topic in topics.items():
        if (owner := owners.setdefault(topic.code, slug)) != slug:
            yield f"topic '{slug}': '{owner}' has the code {topic.code}."
        for line in lines.values():
            if line.number.startswith(topic.code):
                yield f"topic '{slug}': the number {line.shown} begins with {topic.code}."


def _answers(
    topics: Mapping[str, Topic], trees: Mapping[str, Tree]
) -> Iterator[tuple[str, Topic | Outcome]]:
    for slug, topic in topics.items():
        yield f"topic '{slug}'", topic
    for slug, tree in trees.items():
        for name, outcome in tree.outcomes.items():
            yield f"tree '{slug}', outcome '{name}'", outcome


def _faults_of_tree(tree: Tree, topics: Mapping[str, Topic]) -> list[str]:
    where = f"tree '{tree.slug}'"
    both = tree.questions.keys() & tree.outcomes.keys()
    faults = [f"{where}: '{name}' is both a question and an outcome." for name in sorted(both)]
    ends = {*tree.outcomes, *(f"{TOPIC_PREFIX}{slug}" for slug in topics)}
    goals = {name: [to.to for to in asked.answers] for name, asked in tree.questions.items()}
    if tree.start not in goals:
        return [*faults, f"{where}: start leads to no question '{tree.start}'."]
    faults += [
        f"{where}, question '{name}': an answer leads to no '{goal}'."
        for name, answers in goals.items()
        for goal in answers
        if goal not in ends and goal not in goals
    ]
    reached = _reached_from(tree.start, goals)
    faults += [
        f"{where}: nothing leads to '{name}'."
        for name in (*tree.questions, *tree.outcomes)
        if name not in reached
    ]
    faults += [
        f"{where}, question '{name}': no way from here to an end."
        for name in goals
        if not _reached_from(name, goals) & ends
    ]
    return faults


def _reached_from(start: str, goals: Mapping[str, list[str]]) -> set[str]:
    """Everything that the answers lead to from `start`, itself included."""
    reached: set[str] = set()
    waiting = [start]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += goals.get(name, ())
    return reached
