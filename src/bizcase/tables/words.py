"""What tables and papers say besides figures and the case's own text, in the languages that they can be printed in."""

from dataclasses import dataclass
from typing import Literal

from bizcase.case.kinds import Unit

Language = Literal["da", "en"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of one language, and the form of its figures. Danish ones stand letter for letter as in the papers."""

    language: Language
    separators: str
    units: dict[Unit, str]
    head: str
    memo_head: str
    in_all: str
    years: str
    year: str

    steering_area: str
    committee: str
    number: str
    proposal: str
    administration: str

    table_1: str
    efficiencies: str
    efficiencies_total: str
    costs: str
    costs_total: str
    loan: str
    loan_drawn: str
    loan_repaid: str
    loan_interest: str
    net_effect: str
    payback_service: str
    payback_total: str
    signs: str

    memo: str
    investment: str
    potential: str
    together: str
    outside: str

    table_2_service: str
    table_2_capital: str
    table_2_other: str
    table_2_efficiencies: str
    invested_total: str
    efficiencies_area_total: str
    pool: str
    lasting: str

    table_3: str
    saving: str
    cost: str
    total: str

    annex: str
    annex_name: str
    annex_2: str
    annex_3: str
    annex_4: str
    appropriation: str
    function: str
    direction: str
    expense: str
    permanent: str
    yes: str
    no: str
    activity: str
    categories: dict[str, str]
    without_counterpart: str
    not_nil: str
    without_appropriation: str
    paid_otherwise: str

    cashflow: str
    cashflow_name: str
    accumulated: str
    accumulated_total: str

    innovation_overview: str
    innovation_name: str
    pool_in_all: str
    investment_overview: str
    investment_name: str
    investments: str
    at_full_effect: str
    service: str
    capital: str
    other_areas: str
    payback_years: str
    profile_overview: str
    profile_name: str
    unsigned: str
    against: tuple[str, str, str, str]
    figures_overview: str
    figures_name: str
    full_effect: str
    payback_bases: tuple[str, str]
    of_group: str
    kinds: dict[str, str]
    several: str
    pending: str
    cross_cutting: str
    budget: str
    budget_left: str
    budget_over: str

    head_name: str
    proposal_title: str
    summary: str
    asked_from: str
    presented_by: str
    affected: str
    price_level: str
    chapters: dict[str, str]
    follow_up: tuple[str, str, str, str]
    hearings: tuple[str, str, str, str]
    follow_up_title: str
    hearings_title: str
    see_table_3: str
    not_written: str

    left_out: str
    left_out_one: str
    left_out_many: str
    error: str
    errors: str
    not_live: str
    bare_sums: str
    sheets_apart: str


DANISH = Words(
    language="da",
    separators=".,",
    units={"kr.": "kr.", "1.000 kr.": "1.000 kr.", "mio. kr.": "mio. kr."},
    head="{unit} {level} p/l",
    memo_head="Beløb i {unit} ({level} p/l)",
    in_all="I alt",
    years="{count} år",
    year="{count} år",
    steering_area="Styringsområde",
    committee="Udvalg",
    number="Nr.",
    proposal="Forslag",
    administration="Forvaltning",
    table_1="Tabel 1. Forslagets samlede økonomiske konsekvenser",
    efficiencies="Varige ændringer",
    efficiencies_total="Samlet varig ændring",
    costs="Implementeringsomkostninger",
    costs_total="Samlede implementeringsomkostninger",
    loan="Tilbagebetaling af internt lån",
    loan_drawn="Internt lån",
    loan_repaid="Afdrag på internt lån",
    loan_interest="Renter af internt lån",
    net_effect="Samlet økonomisk påvirkning",
    payback_service="Tilbagebetalingstid baseret på serviceeffektivisering",
    payback_total="Tilbagebetalingstid baseret på totaløkonomi",
    signs="Note til alle tabeller: Alle besparelser er angivet med negativt (-) fortegn.",
    memo="Tabel 1. Forslagenes samlede økonomiske konsekvenser",
    investment="Investering",
    potential="Potentiale",
    together="Samlet",
    outside="Felterne er tomme for de år, som forslagets egen tabel ikke omfatter. I alt er summen af dets egne år.",
    table_2_service="Tabel 2. Serviceinvesteringer i forslaget",
    table_2_capital="Tabel 2. Anlægsinvesteringer i forslaget",
    table_2_other="Tabel 2. Investeringer i forslaget, {area}",
    table_2_efficiencies="Tabel 2. Varige ændringer, {area}",
    invested_total="Investeringer totalt, {area}",
    efficiencies_area_total="Varige ændringer totalt, {area}",
    pool="Pulje",
    lasting="varige",
    table_3="Tabel 3. Fordeling mellem udvalg",
    saving="Besparelse",
    cost="Omkostninger",
    total="Total",
    annex="Teknisk bilag",
    annex_name="Bilag",
    annex_2="Tabel 2. Bevillingsmæssige konsekvenser",
    annex_3="Tabel 3. Anlægsbevillinger - frigivelse af anlægsmidler",
    annex_4="Tabel 4. Kategorisering af anlægsmidler",
    appropriation="Bevilling (nr. og navn)",
    function="Funktion",
    direction="Indtægt (I) / Udgift (U)",
    expense="U",
    permanent="Varig? ja/nej",
    yes="Ja",
    no="Nej",
    activity="Aktivitet/projekt",
    categories={
        "external_advice": "Ekstern rådgivning",
        "internal_costs": "Interne udgifter",
        "construction": "Anlæg af projektet",
    },
    without_counterpart="Uden modpost: {lines}.",
    not_nil="Summen går derfor ikke i nul i {years}.",
    without_appropriation="Uden bevilling og derfor ikke med: {lines}.",
    paid_otherwise="Betales af egne midler eller internt lån og er derfor ikke med: {lines}.",
    cashflow="Pengestrøm. Årlig og akkumuleret økonomisk påvirkning",
    cashflow_name="Pengestrøm",
    accumulated="Akkumuleret",
    accumulated_total="Akkumuleret økonomisk påvirkning",
    innovation_overview="Bilag 3. Investeringsforslag til innovationspuljen",
    innovation_name="Bilag 3",
    pool_in_all="Innovationspulje i alt",
    investment_overview="Bilag 2. Investeringsforslag, {head}",
    investment_name="Bilag 2",
    investments="Investeringer",
    at_full_effect="Effektivisering ved fuld indfasning",
    service="Service",
    capital="Anlæg",
    other_areas="Overførsler mv.",
    payback_years="Tilbagebetalingstid, år",
    profile_overview="Varige effektiviseringer pr. år og udvalg",
    profile_name="Profil",
    unsigned="Besparelser er angivet uden fortegn; nye udgifter er trukket fra.",
    against=("Effektiviseringer", "Måltal", "Dækket", "Mangler"),
    figures_overview="Alle tal, {head}",
    figures_name="Alle tal",
    full_effect="Ved fuld indfasning",
    payback_bases=("Service", "Totaløkonomi"),
    of_group="I alt {group}",
    kinds={
        "investment": "Investeringsforslag",
        "innovation": "Innovationsforslag",
        "pre_analysis": "Foranalyser",
        "efficiency": "Effektiviseringsforslag",
    },
    several=" og ",
    pending="* Forslag som endnu ikke er udvalgsgodkendt",
    cross_cutting="** Tværgående forslag, som endnu ikke er udvalgsgodkendt",
    budget="Puljen er på {budget} mio. kr.; der er ansøgt om {asked} mio. kr., og {outcome}.",
    budget_left="{amount} mio. kr. er tilbage",
    budget_over="det er {amount} mio. kr. mere, end puljen rummer",
    head_name="Stamoplysninger",
    proposal_title="Forslagets titel",
    summary="Kort resumé",
    asked_from="Der søges om midler fra",
    presented_by="Fremstillende forvaltning",
    affected="Berørte forvaltninger",
    price_level="P/l",
    chapters={
        "consequences": "Forslagets samlede økonomiske konsekvenser",
        "background": "Baggrund og formål",
        "content": "Forslagets indhold",
        "economy": "Økonomi",
        "distribution": "Fordeling på udvalg",
        "implementation": "Implementering af forslaget",
        "partners": "Inddragelse af samarbejdspartnere",
        "effect": "Forslagets effekt",
        "follow_up": "Opfølgning",
        "risks": "Risikovurdering",
        "hearings": "Hvem er hørt?",
        "annex": "Teknisk bilag",
    },
    follow_up=(
        "Succeskriterie",
        "Hvordan måles succeskriteriet?",
        "Hvem er ansvarlig for opfølgning?",
        "Hvornår gennemføres opfølgningen?",
    ),
    follow_up_title="Succeskriterier og opfølgning",
    hearings_title="Høringer og godkendelser",
    hearings=("Hvem", "Ja/Nej", "Dato for godkendelse", "Konklusion"),
    see_table_3="Fordelingen fremgår af tabel 3, Fordeling mellem udvalg, i teknisk bilag.",
    not_written="Ikke udfyldt.",
    left_out="Udeladt",
    left_out_one="Udeladt er 1 fil, som har fejl:",
    left_out_many="Udeladt er {count} filer, som har fejl:",
    error="1 fejl",
    errors="{count} fejl",
    sheets_apart="Arkene er ikke forbundne: et tal, der ændres her, ændrer ikke de andre ark.",
    bare_sums="Nogle summer har for mange led til en formel og følger ikke med, når tal i arket ændres.",
    not_live="Tilbagebetalingstiden er beregnet af programmet og følger ikke med, når tal i arket ændres.",
)

ENGLISH = Words(
    language="en",
    separators=",.",
    units={"kr.": "DKK", "1.000 kr.": "DKK 1,000", "mio. kr.": "DKK million"},
    head="{unit}, {level} prices",
    memo_head="Amounts in {unit} ({level} prices)",
    in_all="Total",
    years="{count} years",
    year="{count} year",
    steering_area="Steering area",
    committee="Committee",
    number="No.",
    proposal="Proposal",
    administration="Administration",
    table_1="Table 1. The proposal's total financial consequences",
    efficiencies="Lasting changes",
    efficiencies_total="Total lasting change",
    costs="Implementation costs",
    costs_total="Total implementation costs",
    loan="Repayment of internal loan",
    loan_drawn="Internal loan",
    loan_repaid="Instalments on internal loan",
    loan_interest="Interest on internal loan",
    net_effect="Total financial effect",
    payback_service="Payback period based on efficiencies on service",
    payback_total="Payback period based on the total economy",
    signs="Note to all tables: all savings are shown with a negative (-) sign.",
    memo="Table 1. The proposals' total financial consequences",
    investment="Investment",
    potential="Potential",
    together="Together",
    outside="A proposal is blank in years that its own table does not show; its total is the sum of its own years.",
    table_2_service="Table 2. Service investments in the proposal",
    table_2_capital="Table 2. Capital investments in the proposal",
    table_2_other="Table 2. Investments in the proposal, {area}",
    table_2_efficiencies="Table 2. Lasting changes, {area}",
    invested_total="Total investments, {area}",
    efficiencies_area_total="Total lasting changes, {area}",
    pool="Pool",
    lasting="lasting",
    table_3="Table 3. Distribution between committees",
    saving="Saving",
    cost="Costs",
    total="Total",
    annex="Technical annex",
    annex_name="Annex",
    annex_2="Table 2. Consequences for appropriations",
    annex_3="Table 3. Capital appropriations - release of capital funds",
    annex_4="Table 4. Categories of capital funds",
    appropriation="Appropriation (no. and name)",
    function="Function",
    direction="Income (I) / Expense (E)",
    expense="E",
    permanent="Lasting? yes/no",
    yes="Yes",
    no="No",
    activity="Activity/project",
    categories={
        "external_advice": "External advice",
        "internal_costs": "Internal costs",
        "construction": "Construction of the project",
    },
    without_counterpart="Without a counterpart: {lines}.",
    not_nil="The total is therefore not nil in {years}.",
    without_appropriation="Without an appropriation and therefore left out: {lines}.",
    paid_otherwise="Paid from own funds or an internal loan and therefore left out: {lines}.",
    cashflow="Cash flow. Yearly and accumulated financial effect",
    cashflow_name="Cash flow",
    accumulated="Accumulated",
    accumulated_total="Accumulated financial effect",
    innovation_overview="Annex 3. Proposals to the innovation pool",
    innovation_name="Annex 3",
    pool_in_all="Innovation pool in all",
    investment_overview="Annex 2. Investment proposals, {head}",
    investment_name="Annex 2",
    investments="Investments",
    at_full_effect="Efficiency when fully phased in",
    service="Service",
    capital="Capital",
    other_areas="Transfers etc.",
    payback_years="Payback period, years",
    profile_overview="Lasting efficiencies by year and committee",
    profile_name="Profile",
    unsigned="Savings are shown without a sign; new running costs are deducted.",
    against=("Efficiencies", "Target", "Covered", "Missing"),
    figures_overview="All figures, {head}",
    figures_name="All figures",
    full_effect="Fully phased in",
    payback_bases=("Service", "Total economy"),
    of_group="Total {group}",
    kinds={
        "investment": "Investment proposals",
        "innovation": "Innovation proposals",
        "pre_analysis": "Pre-analyses",
        "efficiency": "Efficiency proposals",
    },
    several=" and ",
    pending="* Proposal not yet approved by its committee",
    cross_cutting="** Cross-cutting proposal, not yet approved by its committees",
    budget="The pool is DKK {budget} million; DKK {asked} million is asked for, and {outcome}.",
    budget_left="DKK {amount} million is left",
    budget_over="that is DKK {amount} million too much",
    head_name="The proposal in brief",
    proposal_title="Title of the proposal",
    summary="Short summary",
    asked_from="Funds are sought from",
    presented_by="Presenting administration",
    affected="Affected administrations",
    price_level="Price level",
    chapters={
        "consequences": "The proposal's total financial consequences",
        "background": "Background and purpose",
        "content": "Content of the proposal",
        "economy": "Economy",
        "distribution": "Distribution between committees",
        "implementation": "Implementation of the proposal",
        "partners": "Involvement of partners",
        "effect": "Effect of the proposal",
        "follow_up": "Follow-up",
        "risks": "Risk assessment",
        "hearings": "Who has been heard?",
        "annex": "Technical annex",
    },
    follow_up=(
        "Criterion of success",
        "How is the criterion measured?",
        "Who is responsible for the follow-up?",
        "When is the follow-up carried out?",
    ),
    follow_up_title="Criteria of success and follow-up",
    hearings_title="Hearings and approvals",
    hearings=("Who", "Yes/No", "Date of approval", "Conclusion"),
    see_table_3="The distribution is shown in table 3, Distribution between committees, in the technical annex.",
    not_written="Not filled in.",
    left_out="Left out",
    left_out_one="Left out is 1 file, which has errors:",
    left_out_many="Left out are {count} files, which have errors:",
    error="1 error",
    errors="{count} errors",
    sheets_apart="The sheets are not linked: a figure changed here changes no other sheet.",
    bare_sums="Some sums have too many terms for a formula and do not follow when a figure here is changed.",
    not_live="The payback period was calculated by the program and does not follow when a figure here is changed.",
)

LANGUAGES: dict[Language, Words] = {"da": DANISH, "en": ENGLISH}
"""The words by the name of their language."""
