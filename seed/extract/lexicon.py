"""Words that stand for parties: descriptions of authorities, companies, courts and groups, titles, and forms of names."""
# ruff: noqa: E501 - tables: one row a line, however long

from typing import Final


def _set(words: str) -> frozenset[str]:
    return frozenset(words.replace("_", " ").split("|") if "|" in words else words.split())


AUTHORITY_HEADS: Final = _set(
    "regulator watchdog authority commissioner commission agency supervisor inspectorate ombudsman ombudsperson dpa guarantor garante counterpart counterparts"
)
"""Nouns that mean an authority by themselves after "the"."""
WEAK_AUTHORITY_HEADS: Final = _set("office board sa service guarantee directorate")
"""Nouns that mean an authority only with a word such as "data" or "privacy" before them."""
AUTHORITY_QUALIFIERS: Final = {
    "data": "", "privacy": "", "protection": "", "information": "", "personal": "", "supervisory": "", "competition": "competition authority",
    "antitrust": "competition authority", "consumer": "consumer protection regulator", "trade": "consumer protection regulator",
    "communications": "sector regulator", "telecoms": "sector regulator", "telecom": "sector regulator", "internet": "internet regulator",
    "cyberspace": "internet regulator", "cyber": "internet regulator", "cybersecurity": "internet regulator",
}  # fmt: skip
"""What an authority oversees, and the sort of regulator in the records (empty: a data protection authority)."""
AUTHORITY_FILLERS: Final = _set(
    "national federal state provincial own top chief main lead official public independent central local country's online digital "
    "for of and the freedom rights"
)

COMPANY_HEADS: Final = _set(
    "company firm business group corporation start-up startup operator provider retailer airline carrier bank insurer lender developer "
    "maker manufacturer giant conglomerate chain platform app network service website site undertaking controller processor studio "
    "supplier broker publisher telco utility hotel hotels appellant respondent defendant owner subsidiary parent league club "
    "broadcaster builder vendor marketplace messenger organisation organization entity employer contractor clinic outfit "
    "enterprise house hospital university school municipality department ministry council force police charity employer brand grocer "
    "supermarket landlord pharmacy newspaper casino bookmaker fintech party foundation fund trust programme shop store merchant seller trader restaurant laboratory lab webshop startup streamer dealer multinational titan carmaker association cooperative telecom chatbot"
)
PLATFORM_HEADS: Final = _set("platform app network service website site messenger marketplace")
PUBLIC_HEADS: Final = _set(
    "municipality department ministry council force police hospital university school party"
)
COURT_HEADS: Final = _set("court tribunal judge judges bench")
GROUP_HEADS: Final = _set(
    "users plaintiffs plaintiff residents customers consumers class victims claimants shareholders parents patients members investors "
    "class-action users' people employees subscribers"
)
PRONOUNS: Final = _set("it they he she them him her its their his who which that")

TITLES: Final = _set(
    "mr mrs ms dr prof professor sir dame judge justice commissioner president chairman chairwoman chair director secretary minister "
    "senator representative spokesman spokeswoman spokesperson founder co-founder cofounder counsel analyst researcher engineer executive advocate assistant ceo cto cfo chief officer lawyer"
)
ROLE_NOUNS: Final = (
    "commissioner|information commissioner|privacy commissioner|data protection commissioner|attorney general|chief|ceo|cto|cfo|coo|ciso"
    "|chief \\w+ officer|chief executive|chief executive officer|executive|boss|head|director|managing director|executive director|president|vice president"
    "|vice-president|chair|chairman|chairwoman|chairperson|founder|co-founder|cofounder|lawyer|attorney|staff attorney|counsel|general counsel|spokesman"
    "|spokeswoman|spokesperson|employee|worker|whistleblower|engineer|analyst|researcher|manager|officer|secretary|secretary general"
    "|deputy|deputy commissioner|partner|member|board member|adviser|advisor|policy officer|regulator|watchdog|ombudsman|campaigner|activist"
    "|vice-chair|deputy chair|data protection officer|compliance officer|inspector|supervisor|superintendent|minister|judge|chief data officer|legal director"
    "|policy director|programme director|program director|editor|senior director|principal|leader|finance chief|security chief|privacy chief"
)

COMPANY_SUFFIXES: Final = _set(
    "inc inc. llc llp ltd ltd. limited gmbh ag plc corp corp. corporation co co. s.a. sa s.p.a. spa s.r.l. srl s.l. sl b.v. bv n.v. nv ab "
    "as a/s asa oy oyj holdings group kg se sarl kft zrt eood ead ood d.o.o. sas incorporated company pte pte. pty pty. scs sca snc ltda dac uc srl tbk bhd sdn jsc pjsc s.r.o sro a.s s.a.s aps ehf hf"
)
COMPANY_WORDS: Final = _set(
    "bank airlines airways telecom telecommunications technologies technology systems software labs media hotels hotel insurance energy "
    "pharmacy retail stores store motors motor services solutions games partners financial capital studios networks mobile analytics "
    "digital health logistics security foods international ventures entertainment industries"
)
COURT_WORDS: Final = _set("court tribunal circuit landgericht tribunale gericht supreme_court conseil_d'état")
REGULATOR_WORDS: Final = _set(
    "commission commissioner authority agency ombudsman inspectorate regulator watchdog supervisor guarantor autoriteit"
)
REGULATOR_TOPICS: Final = _set(
    "data privacy information protection competition consumer communications trade personal supervisory telecommunications securities exchange financial markets prudential cyberspace cybersecurity communication media"
)
PUBLIC_WORDS: Final = _set(
    "police ministry department council municipality city county university hospital school hospitals prefecture nhs parliament army college "
    "mayor board office institute authority agency commission service republic government state district"
)
STATE_WORDS: Final = _set(
    "police ministry municipality city county prefecture parliament army mayor government department secretariat municipio comune commune "
    "gemeinde kommune ayuntamiento ministerio ministero ministère ministerium"
)
"""Words of a name that no firm has."""
NGO_WORDS: Final = _set(
    "foundation union association trust alliance coalition society federation center centre forum fund campaign rights"
)
LAW_WORDS: Final = _set(
    "act regulation directive law code convention charter bill gdpr ccpa coppa hipaa bipa rule rules article articles section art principle "
    "principles amendment protocol statute ordinance decree constitution case clause pipeda lgpd ico's"
)

NOT_NAMES: Final = _set(
    "the a an i he she it we you they this that these those his her its our their in on at by for from to of with and or but if when while "
    "after before under over as is are was were has have had will would could should may might must can not no yes all any some each both "
    "who what why how where there here then than so such now today yesterday last next first second third one two three four five six "
    "seven eight nine ten also only just more most many few new old data privacy personal information protection january february "
    "march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday "
    "jan feb mar apr jun jul aug sep sept oct nov dec gdpr dpa ccpa coppa hipaa bipa uk us u.s. u.k. eu e.u. europe european british irish french german "
    "italian spanish american dutch press release news read see image photo source related contact home search menu about share "
    "follow subscribe breach fine fines penalty decision order notice court judge mr mrs ms dr prof ai it's internet web online "
    "however meanwhile although because since until once during according despite following instead moreover furthermore finally q "
    "children parents users companies company regulators regulator authorities authority commissioner commission government people "
    "english german greek covid covid-19 pdf html http https www url faq note notes summary background update updated article section "
    "chapter annex appendix table figure part no nos number page version copyright terms conditions policy law laws rule rules act held "
    "takeaway breaking exclusive opinion analysis comment asked earlier later still even again another other others lawyers lawyer "
    "investigators judges critics customers residents police members officials business businesses firms firm ceo cto cfo app apps "
    "by-law big tech tv sms gps id ids dna cctv vpn api ip wi-fi bluetooth android ios windows christmas easter islam african asian "
    "asia africa latin north south east west western eastern northern southern world global international internal external "
    "per via without within between among against about above below into onto upon off out up down through across whether which whose "
    "shares sales revenue turnover profit earnings million billion amount amounts total sum sums complaint complaints appeal appeals "
    "settlement settlements lawsuit lawsuits suit class action investigation inquiry probe under-13s says said told none nothing chamber defendant defendants claimant appellant respondent bureau sia patients employees drivers passengers shareholders students workers social dear contents skip main never hardly neither nobody e-mail email district federal national state"
)
"""Words that start no name even when they have a capital."""
BREAK_NAMES: Final = _set(
    "the a an i he she it we you they this that these those his her its our their in on at by from to with or but if when while after "
    "before under over as is are was were has have had will would could should may might must can not january february march april "
    "june july august september october november december monday tuesday wednesday thursday friday saturday sunday inc ltd said says mr ms mrs dr"
)
"""Words that end a name even when they have a capital."""

GENERIC_AUTHORITY: Final = (
    REGULATOR_WORDS | REGULATOR_TOPICS | _set("federal state national of for and the office freedom")
)
"""Words that make up no name of their own: "the Information Commissioner" is whoever holds that office here."""

WEAK_STARTS: Final = _set(
    "international data national federal world global general north south east west new american african asian european british privacy "
    "information personal consumer digital open internet big class child children's state district home foreign cabinet"
)
"""Words that may begin a name if another name word follows."""
