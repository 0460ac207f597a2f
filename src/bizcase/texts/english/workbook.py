"""English of what keeps a workbook from being read."""

from bizcase.texts.english.entry import Entry

WORKBOOK: dict[str, Entry] = {
    "filen er tom; få den sendt igen, eller angiv en anden": "the file is empty; have it sent again, or name another one",
    "dette er ikke et Excel-ark; åbn det, og gem det som .xlsx, eller angiv en anden fil": "this is no Excel workbook; open it and save it as .xlsx, or name another file",
    "dette er et ark fra LibreOffice (.ods); åbn det, og gem det som .xlsx (Filer, Gem som)": "this is a LibreOffice sheet (.ods); open it and save it as .xlsx (File, Save As)",
    "dette er et binært Excel-ark (.xlsb); åbn det i Excel, og gem det som .xlsx (Filer, Gem som)": "this is a binary Excel workbook (.xlsb); open it in Excel and save it as .xlsx (File, Save As)",
    "dette er et gammelt Excel-ark (.xls); åbn det i Excel, og gem det som .xlsx (Filer, Gem som)": "this is an old Excel workbook (.xls); open it in Excel and save it as .xlsx (File, Save As)",
    "filen har en adgangskode; åbn den i Excel, fjern koden (Filer, Oplysninger, Beskyt projektmappe, Kryptér med adgangskode), og gem den igen": "the file has a password; open it in Excel, take the password away (File, Info, Protect Workbook, Encrypt with Password), and save it again",
    "filen er beskadiget ({part}); åbn den i Excel, og gem den igen, eller få den sendt igen": "the file is damaged ({part}); open it in Excel and save it again, or have it sent again",
    "filen rummer {part} to gange eller uden for sig selv, som intet program gemmer den; åbn den i Excel, og gem den igen": "the file holds {part} twice or outside of itself, as no program saves it; open it in Excel and save it again",
    "filen er pakket, som Excel ikke pakker den; åbn den i Excel, og gem den igen som .xlsx": "the file is packed as Excel packs none; open it in Excel and save it again as .xlsx",
    "filen rummer en DOCTYPE, som Excel aldrig gemmer, og som kan være et angreb; åbn den ikke, og få en anden sendt": "the file holds a DOCTYPE, which Excel never saves and which may be an attack; do not open it, and have another one sent",
    "filen fylder mere end {limit} MiB eller rummer mere end {parts} dele; slet billeder og ark, der ikke hører til sagen": "the file has more than {limit} MiB, or more than {parts} parts; delete pictures and sheets that do not belong to the case",
    "filen fylder mere end {limit} MiB pakket ud, og en sag fylder langt mindre; slet de ark og rækker, der ikke hører til sagen": "the file unpacks to more than {limit} MiB, and a case takes far less; delete the sheets and rows that do not belong to the case",
    "filen har mere end {limit} celler, rækker og formater, tomme talt med; slet de tomme rækker og kolonner uden om sagen, og de ark, der ikke hører til den": "the file has more than {limit} cells, rows and formats, empty ones counted; delete the empty rows and columns around the case, and the sheets that do not belong to it",
    "filen har mere end {limit} udfyldte celler, og {place} er den næste; slet de ark, der ikke hører til sagen": "the file has more than {limit} cells with content, and {place} is the next one; delete the sheets that do not belong to the case",
    "filen har mere end {limit} millioner tegn tekst; slet de ark, der ikke hører til sagen": "the file has more than {limit} million characters of text; delete the sheets that do not belong to the case",
    "filen har mere end {limit} ark; slet dem, der ikke hører til sagen": "the file has more than {limit} sheets; delete those that do not belong to the case",
    "en celle rummer en tekst på mere end {limit} tegn; kort den af, eller del den": "a cell holds a text of more than {limit} characters; shorten it, or split it",
    "en celle rummer mange accenttegn efter hinanden, som ingen tekst bruger; fjern dem": "a cell holds many combining marks in a row, which no text uses; take them away",
    "{place} er udfyldt, og kun de første {rows} rækker og {columns} kolonner læses; flyt eller slet det, der står dér": "{place} has content, and only the first {rows} rows and {columns} columns are read; move or delete what stands there",
    "{place} står to gange i filen, og det er uvist, hvad der gælder; åbn den i Excel, se efter, og gem den igen": "{place} stands in the file twice, and nobody knows which one holds; open it in Excel, look at it, and save it again",
}
"""Danish template to its English."""
