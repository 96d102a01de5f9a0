"""Turns the TOML files into entries, and says in a sentence which entry is wrong."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import TypeAdapter, ValidationError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from bot.content.entries import Source

Table = dict[str, Any]
T = TypeVar("T")


class BadContent(ValueError):
    """A data file of bot/content cannot be used; the sentence names file, entry and fault."""


def read_file(path: Path) -> Table:
    """Read one TOML file; raises `BadContent` when it is missing or is not TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadContent(f"{path.name} cannot be read: {error}.") from error


def read_entries(
    paths: list[Path], kind: type[T], *, key: str, sources: Mapping[str, Source]
) -> dict[str, T]:
    """Read all entries of `paths`, one a table; the table's name goes into the field `key`."""
    return {
        name: build(kind, _with_sources(table, sources, where) | {key: name}, where=where)
        for name, table, where in tables(paths)
    }


def tables(paths: list[Path]) -> Iterator[tuple[str, Table, str]]:
    """Every top-level table of the files: its name, itself, and where it stands."""
    seen: dict[str, str] = {}
    for path in paths:
        for name, table in read_file(path).items():
            where = f"{path.name}, entry '{name}'"
            if name in seen:
                raise BadContent(f"{where}: the same name is used in {seen[name]}.")
            seen[name] = path.name
            yield name, table, where


def build(kind: type[T], table: Table, *, where: str) -> T:
    """Make one entry of its table; raises `BadContent` with every fault of it."""
    try:
        return TypeAdapter(kind).validate_python(table)
    except ValidationError as error:
        raise BadContent(f"{where}: {_faults(error)}.") from error


def _with_sources(table: Table, sources: Mapping[str, Source], where: str) -> Table:
    """Put the sources themselves in the place of their ids, in the tables inside as well."""
    full = {
        name: _with_sources(value, sources, f"{where}, {name}")
        if isinstance(value, dict)
        else value
        for name, value in table.items()
    }
    if "sources" in table:
        full["sources"] = [_source(name, sources, where) for name in table["sources"]]
    return full


def _source(name: str, sources: Mapping[str, Source], where: str) -> Source:
    if name not in sources:
        raise BadContent(f"{where}: there is no source '{name}' in sources.toml.")
    return sources[name]


def _faults(error: ValidationError) -> str:
    return "; ".join(
        f"{'.'.join(str(step) for step in fault['loc']) or 'the entry'}: {fault['msg']}"
        for fault in error.errors(include_url=False)
    )
