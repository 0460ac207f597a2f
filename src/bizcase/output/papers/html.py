"""Papers as a page of HTML in one file: for a screen of any width, by day and by night, and for A4 landscape."""

from collections.abc import Iterator, Sequence
from html import escape
from importlib.resources import files
from itertools import accumulate, groupby, takewhile
from typing import assert_never

from bizcase.output.papers.page import Page, fit_by_count, least_widths
from bizcase.output.papers.view import AS_PRINTED, WRITTEN_IN, OwnWords, Printed, View
from bizcase.tables.paper import Bullets, Heading, Notice, Paper, Paragraph, Piece
from bizcase.tables.table import Column, Role, Table
from bizcase.texts.template import Words

_MOST_FIGURES = 12
"""The columns of figures that a reader can follow on one page."""

_ROOM = 160
"""The characters that stand side by side on A4 landscape, in the size that tables are printed in."""

_LEAST_FIGURE = 7
"""The characters that a column of figures has room for, so that years stand evenly."""


def render(paper: Paper, view: View = AS_PRINTED) -> str:
    """The parts of a paper one below the other; what no reader may miss stands first."""
    return "".join(written(paper, view))


def written(paper: Paper, view: View = AS_PRINTED) -> Iterator[str]:
    """The same line by line, so that nobody holds all of a long page at once."""
    style = files("bizcase.output.papers").joinpath("html.css").read_text(encoding="utf-8")
    yield "<!doctype html>\n"
    yield f'<html lang="{view.language}">\n<head>\n<meta charset="utf-8">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<title>{escape(view.words(paper.title))}</title>\n"
    yield f"<style>\n{style}</style>\n</head>\n<body>\n<main>\n"
    ordered = sorted(paper.pieces, key=lambda piece: not isinstance(piece, Notice))
    cases = accumulate(enumerate(ordered, 1), _case_at, initial="")
    next(cases)
    for number, (piece, case) in enumerate(zip(ordered, cases, strict=True), 1):
        yield from (f"{line}\n" for line in _lines(piece, number, case, view))
    yield "</main>\n</body>\n</html>\n"


def _case_at(before: str, numbered: tuple[int, Piece]) -> str:
    """The name of the heading that a piece stands below, of a case or of a pool; that of a heading is its own."""
    number, piece = numbered
    return f"heading-{number}" if isinstance(piece, Heading) and piece.level == 1 else before


def _lines(piece: Piece, number: int, case: str, view: View) -> Iterator[str]:
    match piece:
        case Table():
            yield from _table(piece, number, case, view)
        case Heading(text, level, below):
            name = f' id="{case}"' if level == 1 else ""
            yield f"<h{level}{name}>{_marked(view.words(text))}</h{level}>"
            yield from (f'<p class="below">{_marked(view.words(below))}</p>',) if below else ()
        case Paragraph(text):
            yield f"<p>{_marked(view.words(text))}</p>"
        case Bullets(items):
            yield _list(items, view)
        case Notice(_, text, items):
            said = f"<strong>{_marked(view.words(text))}</strong>{_list(items, view)}"
            yield f'<section class="notice" role="note">{said}</section>'
        case _:
            assert_never(piece)


def _marked(text: str) -> str:
    """Words as HTML; a case's own on a page in another language say which one they are in."""
    return f'<span lang="{WRITTEN_IN}">{escape(text)}</span>' if isinstance(text, OwnWords) else escape(text)


def _list(items: Sequence[Words], view: View) -> str:
    return f"<ul>{''.join(f'<li>{_marked(view.words(item))}</li>' for item in items)}</ul>"


def _table(table: Table, number: int, case: str, view: View) -> Iterator[str]:
    """A table, or one below the other as many as its figures need on paper; the notes stand below the last.

    Who goes from table to table by ear hears whose each one is: on a page of many cases their captions are the same.
    """
    printed = view.printed(table)
    page = _page(table, printed)
    texts = list(takewhile(lambda index: not table.columns[index].figures, page.blocks[0]))
    lines = [row for row, of in zip(printed.cells, table.rows, strict=True) if of.role is Role.LINE]
    label = max(texts, key=lambda index: max((len(row[index]) for row in lines), default=0), default=0)
    sections = ' class="sections"' if table.has_sections else ""
    for place, (caption, block) in enumerate(zip(page.captions(printed.title), page.blocks, strict=True), 1):
        name = f"table-{number}-{place}"
        named = f"{case} {name}" if case else name
        yield f'<div class="scroll" role="region" tabindex="0" aria-labelledby="{named}">'
        yield f'<table{sections}><caption id="{name}"><span>{_marked(caption)}</span></caption>'
        yield from _head(table.columns, printed, block, label)
        yield from _body(table, printed, block, label, first=place == 1)
        yield "</table></div>"
    yield from (f'<p class="note">{_marked(note)}</p>' for note in printed.notes)


def _page(table: Table, printed: Printed) -> Page:
    """The table on A4 landscape, whatever the screen; figures have the room that lets years stand evenly."""
    figures = [column.figures for column in table.columns]
    wide = zip(least_widths(printed), figures, strict=True)
    return fit_by_count(
        figures, [max(width, is_figure * _LEAST_FIGURE) for width, is_figure in wide], _ROOM, _MOST_FIGURES
    )


def _head(columns: Sequence[Column], printed: Printed, shown: Sequence[int], label: int) -> Iterator[str]:
    """The headings, below those that several columns share."""
    groups = [(group, list(members)) for group, members in groupby(shown, key=lambda index: printed.groups[index])]
    grouped = any(group for group, _ in groups)
    upper, lower = "", ""
    for group, members in groups:
        tall = ' rowspan="2"' if grouped and not group else ""
        own = "".join(
            f'<th scope="col"{tall}{_classes(columns[index], label=index == label)}>'
            f"{_marked(printed.headings[index])}</th>"
            for index in members
        )
        if group:
            upper += f'<th scope="colgroup" colspan="{len(members)}">{_marked(group)}</th>'
            lower += own
        else:
            upper += own
    if grouped:
        yield "".join(f'<colgroup span="{len(members)}"></colgroup>' for _, members in groups)
    yield f"<thead><tr>{upper}</tr>{f'<tr>{lower}</tr>' if grouped else ''}</thead>"


def _body(table: Table, printed: Printed, shown: Sequence[int], label: int, *, first: bool) -> Iterator[str]:
    """The rows, each section by itself; a remark has one figure, and has been read in the first block."""
    yield "<tbody>"
    before = None
    for row, texts in zip(table.rows, printed.cells, strict=True):
        if row.role is Role.REMARK and not first:
            continue
        if before and (row.role is Role.SECTION or (row.role is Role.REMARK and before is not Role.REMARK)):
            yield "</tbody><tbody>"
        before = row.role
        if row.role is Role.SECTION:
            heading = f'<th scope="rowgroup" colspan="{len(shown)}"><span>{_marked(texts[0])}</span></th>'
            yield f'<tr class="section">{heading}</tr>'
        else:
            yield f'<tr class="{row.role}">{_row(table.columns, texts, shown, label)}</tr>'
    yield "</tbody>"


def _row(columns: Sequence[Column], texts: Sequence[str], shown: Sequence[int], label: int) -> str:
    """The cells of a row; where the label is blank, the row is told by its first cell."""
    row = ""
    for place, index in enumerate(shown):
        tag, scope = ("td", "") if place else ("th", ' scope="row"')
        edge = not place and not texts[label]
        classes = _classes(columns[index], label=index == label, edge=edge)
        row += f"<{tag}{scope}{classes}>{_marked(texts[index])}</{tag}>"
    return row


def _classes(column: Column, *, label: bool, edge: bool = False) -> str:
    """What the style sets a cell off by: figures, the label that stays in sight, and what stands in its place."""
    names = [name for name, is_so in (("figure", column.figures), ("label", label), ("edge", edge)) if is_so]
    return f' class="{" ".join(names)}"' if names else ""
