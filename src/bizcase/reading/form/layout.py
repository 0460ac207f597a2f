"""What the form of a case looks like: its sheets, the label of each field, the headings of each table.

Writer and reader both take it from here. The words are Danish, as they stand in the workbook; the keys are the
format's.
"""

from bizcase.reading.form.closed_lists import BLANK
from bizcase.reading.form.shapes import Column, Field, Kind, SheetForm, TableForm

VERSION = 1
"""The version of the form. Older ones are read for good."""

VERSION_PROPERTY = "bizcase-form"
"""The property of a workbook that says that it is a form, and of which version."""

MUNICIPALITY_PROPERTY = "bizcase-kommune"
"""The property of a workbook that says whose words its lists hold."""


CASE = SheetForm(
    "Sag",
    "Sagen: udfyld de gule felter",
    (
        Field("Nummer", ("id",), help="Sagens nummer, fx BC42"),
        Field("Titel", ("title",), help="Forslagets titel, på én linje"),
        Field("Forslagets art", ("kind",), Kind.WORD, "Udelades: investeringsforslag"),
        Field("Prisniveau", ("price_level",), Kind.YEAR, "Et årstal: alle beløb er i det års priser (p/l)"),
        Field("Enhed", ("unit",), Kind.WORD, "Udelades: 1.000 kr. Gælder alle beløb i formularen"),
        Field("Første år", ("first_year",), Kind.YEAR, "Tabellernes første år; må stå tomt"),
        Field("Sidste år", ("last_year",), Kind.YEAR, "Tabellernes sidste år; må stå tomt"),
        Field("Fremstillende forvaltning", ("administration",), Kind.WORD),
        Field("Berørte forvaltninger", ("affected_administrations",), Kind.NAMES, "Flere skilles med komma: KFF, BUF"),
        Field("Udvalg", ("committee",), Kind.WORD, "For linjer, der intet nævner; tomt: forvaltningens eget udvalg"),
        Field("Godkendelse", ("approval",), Kind.WORD, "Tomt: ikke oplyst, eller som den sidste beslutning i Forløb"),
        Field("Papirets dato", ("dated",), Kind.DATE, "Tomt: den sidste beslutnings dato"),
        Field("Kort resumé", ("summary",), help="Alt+Enter giver en ny linje"),
        Field(
            "Internt lån: afdrag",
            ("internal_loan", "repayment"),
            Kind.INSTALMENTS,
            "Lige store: 2028-2031. Ellers år og beløb: 2028: 400; 2029: 600",
        ),
        Field("Internt lån: rente", ("internal_loan", "rate"), Kind.PER_CENT, "Årlig rente af restgælden; tomt: 0 %"),
        Field(
            "Internt lån: vores skøn",
            ("internal_loan", "own_figure"),
            Kind.PERIODS,
            "ja, eller årene: tal, som ikke står i papiret",
        ),
        Field("Bemærkninger", ("notes",), help="Hvad en læser bør vide, og hvad tallene bygger på"),
    ),
)

LINES = TableForm(
    "Linjer",
    (),
    (
        Column("Afsnit", "section", Kind.WORD, "Hvad linjen er"),
        Column("Navn", "name", help="Som det skal trykkes"),
        Column("Styringsområde", "steering_area", Kind.WORD),
        Column("Udvalg", "committee", Kind.WORD, "Udvalget for hele linjen; tomt: sagens"),
        Column("Fordeling", "split", Kind.SHARES, "Flere udvalg: ØU 50 %, KFU 50 %"),
        Column("Fordeling er vores skøn", "own_split", Kind.TRUTH, "ja, hvis fordelingen ikke står i papiret"),
        Column("Betales af", "funding", Kind.WORD, "Kun ved implementeringsomkostninger; tomt: puljen"),
        Column("Fortsætter herefter", "goes_on", Kind.TRUTH, "ja: det sidste beløb gælder også alle år derefter"),
        Column("Vores skøn", "own_figure", Kind.PERIODS, "ja, eller årene: tal, som ikke står i papiret"),
        Column("Lav", "low", Kind.PER_CENT, "Lavt skøn i procent af beløbet, højst 100 %"),
        Column("Høj", "high", Kind.PER_CENT, "Højt skøn i procent af beløbet, mindst 100 %"),
        Column("Bevilling nr.", "number", help="Til det tekniske bilag"),
        Column("Bevilling navn", "appropriation"),
        Column("Bevilling funktion", "function"),
        Column("Anlægskategori", "capital_category", Kind.WORD, "Kun ved Anlæg"),
        Column("Hører til linjen", "line", Kind.REFERENCE, "Ved Heraf og Årsværk: navnet på linjen"),
        Column("Besparelse regnes af", "saving", Kind.CHAIN, "Navne fra Forudsætninger; årene er da indfasning i %"),
        Column("Udgift regnes af", "cost", Kind.CHAIN, "Fx opkald, pris, /timer: en skråstreg dividerer"),
        Column("Afrundes til", "round_to", Kind.AMOUNT, "I 1.000 kr.; tomt: 1"),
    ),
    years_after="funding",
)
OF_AN_APPROPRIATION = {"number": "number", "appropriation": "name", "function": "function"}
"""Columns of the lines that together say which appropriation, and the keys of the format below `appropriation`."""

SIGNS = (
    "Beløb i sagens enhed (arket Sag). Omkostninger er positive, besparelser og indtægter er negative. "
    "Et år uden beløb er tomt. Skriv 1025 eller 1025,5."
)
SUMS, SUMS_WITHOUT = "Skrevne beløb i alt pr. år", "Skrevne beløb i alt pr. år, uden forudsætningernes"
ECONOMY = SheetForm(
    "Økonomi", "Linjer: en række for hver linje i Tabel 1", tables=(LINES,), remarks=(SIGNS, SUMS, SUMS_WITHOUT)
)

ASSUMPTIONS = TableForm(
    "Forudsætninger og afledte tal",
    (),
    (
        Column("Forudsætning", "name", help="Et navn uden mellemrum, fx opkald_pr_år"),
        Column("Værdi", "value", Kind.FIGURE, "Ét tal, eller et for hvert år i kolonnerne; 10 % eller 1/3"),
        Column("Gælder også derefter", "goes_on", Kind.TRUTH, "Ved tal i årene: ja, hvis det sidste gælder videre"),
        Column("Måles i", "unit", help="Fx minutter/opkald"),
        Column("Lav værdi", "low", Kind.FIGURE),
        Column("Høj værdi", "high", Kind.FIGURE),
        Column("Kilde", "source"),
        Column("Regnes af", "from", Kind.CHAIN, "Ved et afledt tal: opkald, samtaletid, /timer"),
        Column("Trykt", "published", Kind.FIGURE, "Det afledte tal, som det står i papiret"),
    ),
    years_after="value",
)
DRIVERS = SheetForm("Forudsætninger", "Forudsætninger", tables=(ASSUMPTIONS,))

AREA_TITLES = TableForm(
    "Papirets egne titler på Tabel 2",
    ("table_titles", "tabel_2"),
    (
        Column("Styringsområde (Tabel 2)", "area", Kind.WORD),
        Column("Titel, investeringer", "investments"),
        Column("Titel, varige ændringer", "efficiencies"),
    ),
)
TEXTS = SheetForm(
    "Tekst",
    "Forslagets kapitler",
    (
        Field("1.2 Baggrund og formål", ("sections", "background"), help="Alt+Enter giver en ny linje i en celle"),
        Field("1.3 Forslagets indhold", ("sections", "content"), help="En tom linje begynder et nyt afsnit"),
        Field("1.4 Økonomi", ("sections", "economy"), help="En linje, der begynder med - , er et punkt i en liste"),
        Field("1.5 Fordeling på udvalg", ("sections", "distribution")),
        Field("1.6 Implementering af forslaget", ("sections", "implementation")),
        Field("1.7 Inddragelse af samarbejdspartnere", ("sections", "partners")),
        Field("1.8 Forslagets effekt", ("sections", "effect")),
        Field("1.10 Risikovurdering", ("risks",), help="1.9 Opfølgning og 1.11 Hvem er hørt står i arket Forløb"),
        Field("1.12 Teknisk bilag", ("sections", "annex")),
        Field("Papirets egen titel på Tabel 1", ("table_titles", "tabel_1"), help="Tomt: programmets titel"),
        Field("Papirets egen titel på Tabel 3", ("table_titles", "tabel_3")),
    ),
    (AREA_TITLES,),
)

COURSE = SheetForm(
    "Forløb",
    "Beslutninger, opfølgning og hvem der er hørt",
    tables=(
        TableForm(
            "Beslutninger",
            ("decisions",),
            (
                Column("Beslutningsdato", "date", Kind.DATE, "Fx 16-02-2026"),
                Column("Hvem besluttede", "body"),
                Column("Beslutning", "decision", Kind.WORD),
                Column("Stemmer", "votes", help="Fx 9-0-1"),
                Column("Bemærkning", "remark"),
            ),
        ),
        TableForm(
            "1.9 Opfølgning",
            ("follow_up",),
            (
                Column("Succeskriterium", "criterion"),
                Column("Hvordan måles det", "measure"),
                Column("Ansvarlig", "responsible"),
                Column("Hvornår", "when"),
            ),
        ),
        TableForm(
            "1.11 Hvem er hørt",
            ("hearings",),
            (
                Column("Hvem", "who"),
                Column("Hørt", "heard", Kind.WORD, "Ja eller Nej; tomt, hvis papiret intet siger"),
                Column("Godkendt dato", "approved", Kind.DATE),
                Column("Kort konklusion", "remark"),
            ),
        ),
    ),
)

PRINTED = TableForm(
    "Trykte tal",
    (),
    (
        Column("Trykt række", "row", Kind.WORD, "Rækken i papirets tabel"),
        Column("Trykt for styringsområde", "area", Kind.WORD, "Tomt: hele sagen"),
        Column("Trykt for udvalg", "committee", Kind.WORD, "Ved rækkerne i Tabel 3"),
        Column("Trykt for linje", "line", Kind.REFERENCE, "Ved Linje og Linjens årsværk: navnet på linjen"),
        Column("I alt", "total", Kind.AMOUNT),
        Column("Varigt", "lasting", Kind.AMOUNT, "Kun ved en linje: hvert år derefter"),
    ),
    years_after="line",
)
ACCEPTED = TableForm(
    "Accepterede fund",
    ("accepted",),
    (
        Column("Fundets kode", "code", Kind.WORD, "Fx not-permanent; `bizcase explain` viser koderne"),
        Column("Fundets sted", "place", help="Kun hvor flere fund har samme kode, fx Linje › Licenser"),
        Column("Begrundelse", "reason"),
    ),
)
CONTROL = SheetForm(
    "Kontrol",
    "Tal fra et papir, og fund, der er ment sådan",
    (
        Field("Papiret, som tallene er trykt i", ("published", "source"), help="Titel, dato, tabel"),
        Field("Trykt varig ændring pr. år", ("published", "lasting"), Kind.AMOUNT, "Ved fuld indfasning"),
        Field("Trykt i puljens oversigt, mio. kr.", ("published", "overview"), Kind.MILLIONS),
        Field(
            "Trykt tilbagebetaling, service",
            ("published", "payback", "service"),
            Kind.PAYBACK,
            f"År (4), decimaler (22,95), 10-11, ca. 12, 3 år og 8 måneder, - eller {BLANK}",
        ),
        Field("Trykt tilbagebetaling, totaløkonomi", ("published", "payback", "total"), Kind.PAYBACK),
        Field("Trykt tilbagebetaling, inklusiv", ("published", "payback", "inclusive"), Kind.PAYBACK),
        Field("Trykt tilbagebetaling, eksklusiv", ("published", "payback", "exclusive"), Kind.PAYBACK),
        Field("Trykt tilbagebetaling, simpel", ("published", "payback", "simple"), Kind.PAYBACK),
        Field(
            "Tal må afvige med",
            ("published", "tolerance", "digits"),
            Kind.YEAR,
            "Hvor mange af det sidste ciffer, fx 1",
        ),
        Field("Begrundelse for afvigelsen", ("published", "tolerance", "reason")),
    ),
    (
        PRINTED,
        ACCEPTED,
        TableForm(
            "Puljens bevilling",
            ("pool_appropriations",),
            (
                Column("Puljens styringsområde", "area", Kind.WORD),
                Column("Puljens udvalg", "committee", Kind.WORD),
                Column("Puljens bevilling nr.", "number"),
                Column("Puljens bevilling navn", "name"),
                Column("Puljens funktion", "function"),
            ),
        ),
    ),
)

SHEETS = (CASE, ECONOMY, DRIVERS, TEXTS, COURSE, CONTROL)
"""The sheets that are filled in, in their order."""

TABLE, GUIDE = "Tabel 1", "Vejledning"
"""The sheets that are only looked at."""

GUIDE_TITLE = "Sådan udfyldes formularen"
"""What the guide begins with, whatever it is called."""

LISTS, WORKINGS = "Lister", "Mellemregning"
"""The sheets that nobody sees: what cells offer, and what the live table is made of."""

ASKED_ABOUT = frozenset(
    {"external-links", "formula-amounts", "hidden-cells", "macros", "missing-sheets", "unread-cells"}
)
"""The codes of what is odd about a form and keeps nobody from reading it: warnings."""
