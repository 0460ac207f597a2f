"""The sheet Vejledning: one screen on how to fill in the form and what happens next, with an example."""

from xlsxwriter.worksheet import Worksheet

from bizcase.output.form.sheets import HEAD, set_up
from bizcase.output.papers.xlsx_looks import Looks
from bizcase.reading.form.layout import GUIDE_TITLE

_TEXT = (
    GUIDE_TITLE,
    "1. Sag: udfyld de gule felter. Nummer, titel, prisniveau og forvaltning skal stå der; resten må stå tomt.",
    "2. Økonomi: en række for hver linje. Vælg Afsnit, skriv navn og styringsområde, og skriv beløb under årene.",
    "3. Fortegn: omkostninger er positive. Besparelser og indtægter er negative: -350.",
    "4. Tal: skriv 1025 eller 1025,5 i sagens enhed. Skriv ikke 1.025. Et år uden beløb er tomt; 0 trykkes som 0.",
    "5. En besparelse, der varer ved, har ja under Fortsætter herefter. Det sidste beløb gælder så alle år derefter.",
    "6. Et tal, som ikke står i papiret, er et skøn: skriv ja eller årene under Vores skøn.",
    "7. Rækker og kolonner må indsættes, flyttes og sorteres; overskrifterne bliver stående. Noter: i et andet ark.",
    "8. Tabel 1 regner med, mens du skriver. Tekst, Forløb og Kontrol udfyldes kun, hvis de er der brug for.",
    "Når formularen er udfyldt: gem den, og send den til den, der samler sagerne. Programmet tjekker den og svarer",
    "med et ark, hvor hver linje peger på den celle, der skal ses på: bizcase validate FORMULAR.xlsx -o fund.xlsx",
)
_EXAMPLE = (
    ("Afsnit", "Navn", "Styringsområde", "2026", "2027", "2028", "Fortsætter herefter"),
    ("Implementeringsomkostning", "Opsætning", "Service", "600", "150", "", ""),
    ("Varig ændring", "Færre portoudgifter", "Service", "", "-200", "-350", "ja"),
)
_MEANING = "Sagen koster 750 over to år. Den sparer 200 i 2027 og 350 i 2028 og alle år derefter."


def write_guide(sheet: Worksheet, looks: Looks) -> None:
    """Fill the sheet, and keep it from being written in."""
    sheet.set_column(0, 0, 27)
    sheet.set_column(1, 1, 24)
    sheet.set_column(2, 6, 16)
    for row, text in enumerate(_TEXT):
        sheet.write_string(row, 0, text, looks.of(bold=row == 0, font_size=14 if row == 0 else 11))
    top = len(_TEXT) + 1
    sheet.write_string(top, 0, "Et udfyldt eksempel fra Økonomi", looks.of(bold=True))
    sheet.set_row(top + 1, 32)
    for number, cells in enumerate(_EXAMPLE, start=1):
        for column, text in enumerate(cells):
            look = looks.of(**HEAD) if number == 1 else looks.of(border=1, border_color="#BFBFBF", align="left")
            sheet.write_string(top + number, column, text, look)
    sheet.write_string(top + len(_EXAMPLE) + 1, 0, _MEANING, looks.of())
    set_up(sheet, pages=1)
    sheet.protect()
