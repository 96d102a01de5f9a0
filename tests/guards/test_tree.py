"""The tree holds nothing that the house rules forbid and no other tool finds."""

from __future__ import annotations

import ast
import os
import re
import tokenize
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
LONGEST_FILE = 300
CODE_SUFFIXES = {".py", ".js", ".css", ".html"}
UNTRACKED_NAMES = {".env", "__pycache__", "data"}
CYRILLIC = re.compile("[Ѐ-ӿ]")
LATIN = re.compile("[A-Za-z]")
# knowledge, and rules about letters: look-alikes, words of a search, numbers of documents
SPEAKING = ("bot/content/", "bot/domain/", "bot/clients/signing/identity")

# Each has a letter in brackets, so that this file does not find itself.
LEFTOVERS = (
    "TO[D]O",
    "FIX[M]E",
    r"\bXX[X]\b",
    "NotImplemented[E]rror",
    r"pass *# *stub",
    r"time[.]sleep\(",
)
REGISTRIES = (
    "https?://(files[.])?[p]ythonhosted",
    "https?://[p]ypi[.]org",
    "registry[.][n]pmjs",
    "deb[.][d]ebian",
)
MACHINE_PATHS = ("/[w]ork/(main|steering|shared|[.])", "/[f]arm/", "/[r]oot/", r"/[h]ome/\w")
REASONED = re.compile(r"#\s*(?:noqa|type:\s*ignore|pragma:\s*no cover)")
WITH_REASON = re.compile(
    r"#\s*(?:noqa: [A-Z]+\d+(?:, ?[A-Z]+\d+)*|type:\s*ignore\[[\w, -]+\]|pragma: no cover)"
    r"\W+\w+ +\w+"
)


@cache
def _texts() -> dict[str, str]:
    """Every text file of the tree by its path from the root; no git is needed to list them."""
    texts = {}
    for folder, subfolders, names in os.walk(ROOT):
        subfolders[:] = [name for name in subfolders if _is_tracked(name)]
        for path in (Path(folder, name) for name in names if name not in UNTRACKED_NAMES):
            text = _text(path)
            if text is not None:
                texts[path.relative_to(ROOT).as_posix()] = text
    return texts


def _is_tracked(folder: str) -> bool:
    return folder == ".ci" or (folder not in UNTRACKED_NAMES and not folder.startswith("."))


def _text(path: Path) -> str | None:
    try:
        return path.read_text("utf-8")
    except (UnicodeDecodeError, FileNotFoundError):
        return None


def _python(*tops: str) -> dict[str, str]:
    """Return the Python files below the given top folders."""
    below = tuple(f"{top}/" for top in tops)
    return {p: t for p, t in _texts().items() if p.endswith(".py") and p.startswith(below)}


def _lines_with(patterns: tuple[str, ...], texts: dict[str, str]) -> list[str]:
    pattern = re.compile("|".join(patterns))
    return [
        f"{path}:{number}: {line.strip()[:80]}"
        for path, text in texts.items()
        for number, line in enumerate(text.splitlines(), start=1)
        if pattern.search(line)
    ]


def test_no_address_of_a_package_registry() -> None:
    assert not _lines_with(REGISTRIES, _texts())


def test_no_path_of_somebodys_machine() -> None:
    assert not _lines_with(MACHINE_PATHS, _texts())


def test_nothing_is_left_for_later() -> None:
    assert not _lines_with(LEFTOVERS, _python("bot", "sandbox", "tests"))


def test_files_have_one_reason_to_exist() -> None:
    ours = {p: t for p, t in _texts().items() if p.startswith(("bot/", "sandbox/"))}
    code = {p: len(t.splitlines()) for p, t in ours.items() if Path(p).suffix in CODE_SUFFIXES}
    assert not {path: lines for path, lines in code.items() if lines > LONGEST_FILE}


def test_only_the_command_line_prints() -> None:
    found = _calls({"print"}, _python("bot"))
    assert not [place for place in found if not place.startswith("bot/__main__.py:")]


def test_only_a_clock_tells_the_time() -> None:
    asking = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time"}
    found = _calls(asking, _python("bot", "sandbox"))
    assert not [place for place in found if "/clock.py:" not in place]


def _calls(names: set[str], files: dict[str, str]) -> list[str]:
    """Return the places that call one of `names`, by its last one or two parts."""
    return [
        f"{path}:{node.lineno}"
        for path, text in files.items()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call) and names & _endings(ast.unparse(node.func))
    ]


def _endings(name: str) -> set[str]:
    parts = name.split(".")
    return {name, ".".join(parts[-2:])}


def test_a_silenced_check_says_why() -> None:
    silenced = [
        (place, comment)
        for place, comment in _comments("bot", "sandbox", "tests", "tools")
        if REASONED.search(comment)
    ]
    assert not [place for place, comment in silenced if not WITH_REASON.search(comment)]


def _comments(*tops: str) -> Iterator[tuple[str, str]]:
    for path in _python(*tops):
        with (ROOT / path).open("rb") as file:
            for token in tokenize.tokenize(file.readline):
                if token.type == tokenize.COMMENT:
                    yield f"{path}:{token.start[0]}", token.string


def test_patients_texts_stand_in_the_catalogue_or_the_content() -> None:
    files = {p: t for p, t in _python("bot").items() if not p.startswith(SPEAKING)}
    assert not [place for path, text in files.items() for place in _cyrillic(path, text)]


def _cyrillic(path: str, text: str) -> Iterator[str]:
    tree = ast.parse(text)
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or id(node) in docstrings:
            continue
        if isinstance(node.value, str) and _is_ukrainian(node.value):
            yield f"{path}:{node.lineno}: {node.value[:40]}"


def _is_ukrainian(text: str) -> bool:
    """An English sentence may quote how a document's number looks."""
    return len(CYRILLIC.findall(text)) > len(LATIN.findall(text))
