"""The catalogue of translations says exactly what the code says, and says it soundly."""

from __future__ import annotations

import ast
import gettext
import re
from functools import cache
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, NamedTuple

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_keywords
from babel.messages.pofile import read_po

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from babel.messages.catalog import Catalog, Message

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "locales" / "uk" / "LC_MESSAGES" / "messages.po"
KEYWORDS = parse_keywords(["t:1c,2", "plural:1c,2,3"])  # as `make i18n` has them
LITERALS = {"t": 2, "plural": 3}  # how many first arguments are literals
RUSSIAN_ONLY = re.compile("[ыэъё]", re.IGNORECASE)
TAG = re.compile(r"<(/?[a-z-]+)[^<>]*>")


class Key(NamedTuple):
    """What a text is found by; `many` is the English plural where there is one."""

    context: str
    one: str
    many: str | None


@cache
def _catalogue() -> Catalog:
    assert CATALOGUE.exists(), "there is no catalogue yet: make i18n"
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="uk", abort_invalid=True)


@cache
def _translations() -> dict[Key, tuple[str, ...]]:
    """Every text of the catalogue with its Ukrainian forms: one, or one for each plural form."""
    return {_key(m): _forms(m) for m in _catalogue() if m.id}


def _key(message: Message) -> Key:
    return _key_of(message.context, message.id)


def _key_of(context: str | None, texts: str | Sequence[str]) -> Key:
    one, many = (texts, None) if isinstance(texts, str) else texts
    return Key(context or "", one, many)


def _forms(message: Message) -> tuple[str, ...]:
    string = message.string or ""
    return (string,) if isinstance(string, str) else tuple(string)


@cache
def _extracted() -> dict[Key, str]:
    """Every text that `make i18n` finds in the code, with the file that it stands in."""
    found = extract_from_dir(ROOT / "bot", [("**.py", "python")], keywords=KEYWORDS)
    return {_key_of(context, texts): file for file, _, texts, _, context in found}


def _marked_calls() -> Iterator[tuple[str, list[ast.expr]]]:
    """Every call of `t` and `plural` in the code: its place and its first arguments."""
    for path in sorted((ROOT / "bot").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and (name := _called(node)) in LITERALS:
                yield f"{path.relative_to(ROOT)}:{node.lineno}", node.args[: LITERALS[name]]


def _called(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _literals(arguments: list[ast.expr]) -> list[str] | None:
    values = [a.value for a in arguments if isinstance(a, ast.Constant)]
    texts = [value for value in values if isinstance(value, str)]
    return texts if len(texts) == len(arguments) else None


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def _pairs() -> list[tuple[str, str]]:
    """Every Ukrainian form with the English text that it stands for."""
    return [
        (key.many or key.one, form) for key, forms in _translations().items() for form in forms
    ]


def _is_closed(tags: list[str]) -> bool:
    return all(tags.count(tag) == tags.count(f"/{tag}") for tag in tags if tag[0] != "/")


def _listed(advice: str, found: Iterable[object]) -> str:
    return "\n  ".join([f"{advice}:", *map(str, found)])


def test_every_text_of_the_code_is_in_the_catalogue() -> None:
    missing = [
        f"{file}: {key}" for key, file in _extracted().items() if key not in _translations()
    ]
    assert not missing, _listed("run make i18n, then translate", missing)


def test_the_catalogue_has_nothing_that_the_code_no_longer_says() -> None:
    obsolete = [key for key in _translations() if key not in _extracted()]
    obsolete += [_key(message) for message in _catalogue().obsolete.values()]
    assert not obsolete, _listed("run make i18n", obsolete)


def test_every_text_is_written_out_where_it_is_marked() -> None:
    """Babel passes in silence over an f-string, a variable and a sum of texts."""
    calls = [(place, _literals(arguments)) for place, arguments in _marked_calls()]
    unknown = [place for place, texts in calls if texts is None]
    assert not unknown, _listed("context and text must be plain literals", unknown)
    known = {tuple(part for part in key if part is not None) for key in _extracted()}
    lost = [place for place, texts in calls if texts is not None and tuple(texts) not in known]
    assert not lost, _listed("the extraction does not find these", lost)


def test_nothing_is_fuzzy() -> None:
    fuzzy = [_key(message) for message in _catalogue() if message.id and message.fuzzy]
    assert not fuzzy, _listed("check these, then remove their mark", fuzzy)


def test_nothing_is_left_untranslated() -> None:
    empty = [key for key, forms in _translations().items() if not all(map(str.strip, forms))]
    assert not empty, _listed("translate", empty)


def test_every_count_has_three_forms() -> None:
    counted = {key: forms for key, forms in _translations().items() if key.many is not None}
    wrong = [key for key, forms in counted.items() if len(forms) != 3]
    assert not wrong, _listed("give one, few and many", wrong)


@pytest.mark.parametrize(
    ("count", "form"),
    [(0, 2), (1, 0), (2, 1), (5, 2), (11, 2), (21, 0), (22, 1), (111, 2), (114, 2)],
)
def test_the_header_picks_the_ukrainian_form(count: int, form: int) -> None:
    header = re.search(r'"Plural-Forms: nplurals=3; plural=(.+?);', CATALOGUE.read_text("utf-8"))
    assert header, "the Plural-Forms header is not the Ukrainian one"
    assert gettext.c2py(header[1])(count) == form


def test_a_translation_has_the_fields_of_its_text() -> None:
    wrong = [pair for pair in _pairs() if _fields(pair[0]) != _fields(pair[1])]
    assert not wrong, _listed("the {fields} differ", wrong)


def test_a_translation_has_the_tags_of_its_text() -> None:
    wrong = [pair for pair in _pairs() if set(TAG.findall(pair[0])) != set(TAG.findall(pair[1]))]
    assert not wrong, _listed("the <tags> differ", wrong)


def test_every_tag_that_opens_also_closes() -> None:
    """Telegram refuses a message with an unclosed tag."""
    wrong = [text for pair in _pairs() for text in pair if not _is_closed(TAG.findall(text))]
    assert not wrong, _listed("a <tag> does not close", wrong)


def test_ukrainian_has_no_letters_of_another_language() -> None:
    wrong = [form for _, form in _pairs() if RUSSIAN_ONLY.search(form)]
    assert not wrong, _listed("Russian letters", wrong)
