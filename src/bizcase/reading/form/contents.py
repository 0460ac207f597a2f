"""What stands in a cell of a form, whatever it is asked for: whether anything does, as text, and whether it is seen."""

from datetime import date
from decimal import Decimal

from bizcase.reading.document import quoted
from bizcase.reading.form.figures import Refused, figure_typed
from bizcase.reading.workbook.sheet import Cell, CellError, Shown
from bizcase.texts.template import Text


def is_filled(cell: Cell | None) -> bool:
    """Whether anything stands in a cell."""
    return cell is not None and (cell.formula or not isinstance(cell.value, str) or bool(cell.value.strip()))


def is_figure(cell: Cell) -> bool:
    """Whether a cell holds a number, as one or as text, or something that was to be worked out."""
    if isinstance(cell.value, str) and not isinstance(cell.value, CellError):
        typed = figure_typed(cell.value, in_millions=False)
        return isinstance(typed, str) or typed.code == "ambiguous-thousands"
    return cell.formula or isinstance(cell.value, Decimal | CellError)


def text_of(cell: Cell) -> str:
    """What a cell shows, as text; nothing where its formula has no value."""
    match cell.value:
        case bool():
            return "ja" if cell.value else "nej"
        case Decimal():
            return f"{cell.value.normalize():f}".replace(".", ",")
        case date():
            return f"{cell.value:%d.%m.%Y}"
        case None:
            return ""
        case _:
            return cell.value


def what_it_lacks(cell: Cell) -> Refused | None:
    """Why no value of any kind can be taken from a cell: an error, a formula never worked out, contents unseen."""
    if isinstance(cell.value, CellError):
        return Refused(
            "cell-error",
            Text("{found} er en fejl i en formel; ret formlen, eller skriv værdien", found=cell.value),
        )
    if cell.value is None:
        return Refused(
            "formula-without-value",
            Text("formlen har ingen værdi; åbn arket i Excel, lad det regne, og gem det, eller skriv værdien"),
        )
    return None if cell.shown is Shown.AS_IT_IS else _seen_otherwise(cell)


def _seen_otherwise(cell: Cell) -> Refused:
    """What to do about a cell that shows something else than it holds."""
    found = text_of(cell)
    if cell.shown is Shown.WITHOUT_THOUSANDS:
        message = Text(
            "cellen rummer {found} og viser et mindre tal; vælg talformatet Tal, og skriv beløbet i sagens enhed",
            found=found,
        )
    elif cell.shown is Shown.WITHOUT_SIGN:
        message = Text("cellen rummer {found} og viser intet minus; vælg talformatet Tal, og se efter", found=found)
    elif cell.shown is Shown.BY_ITS_SIZE:
        message = Text(
            "cellen rummer {found}, og dens talformat viser tal forskelligt efter deres størrelse; vælg talformatet "
            "Tal, og se efter",
            found=found,
        )
    else:
        message = Text(
            "cellen rummer {found} og viser det ikke; vælg talformatet Standard, og se efter, eller slet det",
            found=quoted(found),
        )
    return Refused("not-a-number" if isinstance(cell.value, Decimal) else "bad-value", message)
