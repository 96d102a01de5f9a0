"""Draws a table as an SVG that needs no script; the table itself stands beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pygal
from pygal.etree import etree
from pygal.style import Style

if TYPE_CHECKING:
    from bot.web.hotline.figure_tables import Cell, Shown

CHARTS: Final = frozenset({"days", "topics", "steps", "barriers"})
_MOST_BARS: Final = 12
_LONGEST_LABEL: Final = 44
_STYLE = Style(
    background="#ffffff",
    plot_background="#ffffff",
    foreground="#17202a",
    foreground_strong="#17202a",
    foreground_subtle="#475362",
    colors=("#0a4f8f",),
    font_family="sans-serif",
    label_font_size=14,
    major_label_font_size=14,
    value_font_size=13,
    title_font_size=16,
    no_data_font_size=18,
    value_colors=("#ffffff",),
)


def chart(table: Shown, no_data: str) -> bytes:
    """Return the SVG of a table, a bar for each row; as a picture in a page it cannot run."""
    bars = _bars(table)
    kind = pygal.Bar if table.name == "days" else pygal.HorizontalBar
    if kind is pygal.HorizontalBar:
        bars.reverse()  # drawn from below
    drawn = kind(
        js=(),
        style=_STYLE,
        title=table.caption,
        show_legend=False,
        print_values=table.name != "days",
        width=960,
        height=360 if table.name == "days" else 120 + 34 * max(len(bars), 3),
        x_label_rotation=45 if table.name == "days" else 0,
        show_minor_x_labels=False,
        x_labels_major_every=max(len(bars) // 10, 1),
        truncate_label=_LONGEST_LABEL,
        no_data_text=no_data,
        disable_xml_declaration=True,
        explicit_size=True,
    )
    drawn.x_labels = [label for label, _ in bars]
    drawn.add("", [count for _, count in bars])
    return _without_scripts(drawn.render_tree())


def _without_scripts(tree: Any) -> bytes:  # noqa: ANN401 - pygal has no types
    for parent in list(tree.iter()):
        for child in list(parent):
            if str(child.tag).endswith("script"):
                parent.remove(child)
    return bytes(etree.tostring(tree))


def _bars(table: Shown) -> list[tuple[str, int | None]]:
    rows = table.rows if table.name == "days" else table.rows[:_MOST_BARS]
    words = 1 if table.name in {"days", "topics"} else 2
    return [(": ".join(map(str, row[:words])), _number(table, row)) for row in rows]


def _number(table: Shown, row: tuple[Cell, ...]) -> int | None:
    """Return what the bar shows; None where it is too small to be told."""
    cell = row[-2] if table.name == "steps" else row[-1]
    return cell if isinstance(cell, int) else None
