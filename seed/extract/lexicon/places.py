"""Places as texts name them: names, adjectives and seats of government, by ISO 3166 code.

Used to read "the Irish watchdog", "Dublin's regulator" or "Turkey fines …", and to tell apart names that several
authorities share.
"""
# ruff: noqa: E501 - tables: one row a line, however long

import re
from typing import Final

from seed.extract.text.tokens import fold

_TABLE: Final = """
AR Argentina; Argentine, Argentinian, Argentina's; Buenos Aires
AT Austria; Austrian; Vienna
AU Australia; Australian; Canberra, Melbourne, Brisbane, Perth, Adelaide
AU-NSW New South Wales;; Sydney
AU-VIC Victoria;;
AU-QLD Queensland;;
BE Belgium; Belgian; Brussels
BG Bulgaria, Republic of Bulgaria; Bulgarian; Sofia
BR Brazil; Brazilian; Brasilia
BS Bahamas; Bahamian;
CA Canada; Canadian; Ottawa, Vancouver, Montreal, Calgary
CA-AB Alberta; Albertan; Edmonton
CA-BC British Columbia, B.C.;;
CA-ON Ontario;; Toronto
CA-QC Quebec, Québec; Quebecois;
CH Switzerland; Swiss; Bern, Zurich, Geneva, Basel, Lausanne
CL Chile; Chilean; Santiago
CN China; Chinese; Beijing
CO Colombia; Colombian; Bogota
CR Costa Rica; Costa Rican;
CY Cyprus; Cypriot; Nicosia
CZ Czech Republic, Czechia; Czech; Prague
DE Germany; German; Berlin, Frankfurt, Cologne, Bonn, Leipzig, Nuremberg
DE-BE Berlin;;
DE-BW Baden-Württemberg, Baden-Wuerttemberg;; Stuttgart
DE-BY Bavaria; Bavarian; Munich
DE-HB Bremen;;
DE-HE Hesse, Hessen; Hessian; Wiesbaden
DE-HH Hamburg;;
DE-NI Lower Saxony, Niedersachsen;; Hanover
DE-NW North Rhine-Westphalia;; Düsseldorf
DE-RP Rhineland-Palatinate;; Mainz
DE-SN Saxony; Saxon; Dresden
DK Denmark; Danish; Copenhagen, Aarhus, Odense
EE Estonia; Estonian; Tallinn
EG Egypt; Egyptian; Cairo
ES Spain; Spanish; Madrid, Valencia, Bilbao, Malaga
ES-CT Catalonia; Catalan; Barcelona
ES-PV Basque Country; Basque;
ES-AN Andalusia; Andalusian; Seville
FI Finland; Finnish; Helsinki
FR France; French; Paris, Lyon, Marseille, Lille, Strasbourg, Bordeaux
GB United Kingdom, UK, U.K., Britain, Great Britain, England; British, UK's; London, Leeds, Manchester, Birmingham, Liverpool, Bristol, Cambridge, Oxford, Glasgow, Edinburgh, Belfast, Cardiff, Sheffield, Nottingham
GH Ghana; Ghanaian; Accra
GR Greece; Greek, Hellenic; Athens
HK Hong Kong;;
HR Croatia; Croatian; Zagreb
HU Hungary; Hungarian; Budapest
ID Indonesia; Indonesian; Jakarta
IE Ireland; Irish; Dublin
IL Israel; Israeli; Jerusalem
IM Isle of Man; Manx;
IN India; Indian; New Delhi, Delhi, Mumbai, Bangalore, Bengaluru, Hyderabad, Chennai
IS Iceland; Icelandic; Reykjavik
IT Italy; Italian; Rome, Milan, Turin, Naples, Bologna, Florence, Palermo
JE Jersey;;
JM Jamaica; Jamaican; Kingston
JP Japan; Japanese; Tokyo, Osaka
KE Kenya; Kenyan; Nairobi
KR South Korea, Korea; South Korean, Korean; Seoul
LI Liechtenstein;; Vaduz
LK Sri Lanka; Sri Lankan; Colombo
LT Lithuania; Lithuanian; Vilnius
LU Luxembourg; Luxembourgish;
LV Latvia; Latvian; Riga
MA Morocco; Moroccan; Rabat
MT Malta; Maltese; Valletta
MU Mauritius; Mauritian;
MX Mexico; Mexican; Mexico City
MY Malaysia; Malaysian; Kuala Lumpur
NG Nigeria; Nigerian; Abuja
NL Netherlands, Holland; Dutch; Amsterdam, The Hague, Hague, Rotterdam, Utrecht, Eindhoven, Groningen
NO Norway; Norwegian; Oslo, Bergen, Trondheim
NZ New Zealand;; Wellington, Auckland
PE Peru; Peruvian; Lima
PH Philippines; Philippine, Filipino; Manila
PL Poland; Polish; Warsaw, Krakow, Kraków, Gdansk, Wroclaw
PT Portugal; Portuguese; Lisbon
QA Qatar; Qatari; Doha
RO Romania; Romanian; Bucharest
RS Serbia; Serbian; Belgrade
RU Russia; Russian; Moscow
RW Rwanda; Rwandan; Kigali
SA Saudi Arabia; Saudi; Riyadh
SE Sweden; Swedish; Stockholm, Gothenburg, Malmö
SG Singapore; Singaporean;
SI Slovenia; Slovenian, Slovene; Ljubljana
SK Slovakia; Slovak, Slovakian; Bratislava
SN Senegal; Senegalese; Dakar
TH Thailand; Thai; Bangkok
TN Tunisia; Tunisian; Tunis
TR Turkey, Türkiye, Turkiye; Turkish; Ankara
TW Taiwan; Taiwanese; Taipei
TZ Tanzania; Tanzanian;
UA Ukraine; Ukrainian; Kyiv
UG Uganda; Ugandan; Kampala
US United States, US, U.S., USA, America; American, US's; Washington
UY Uruguay; Uruguayan; Montevideo
VN Vietnam; Vietnamese; Hanoi
ZA South Africa; South African; Pretoria
ZM Zambia; Zambian; Lusaka
ZW Zimbabwe; Zimbabwean; Harare
US-CA California; Californian; Sacramento, San Francisco, Los Angeles, San Diego, San Jose, Mountain View, Menlo Park, Cupertino, Palo Alto, Silicon Valley, Oakland
US-CO Colorado;; Denver
US-CT Connecticut;; Hartford
US-DC District of Columbia, Washington D.C., D.C., DC;;
US-DE Delaware;;
US-FL Florida;; Tallahassee
US-IA Iowa;; Des Moines
US-IL Illinois;; Springfield, Chicago
US-IN Indiana;; Indianapolis
US-KY Kentucky;;
US-MA Massachusetts;; Boston
US-MD Maryland;;
US-MI Michigan;;
US-MN Minnesota;;
US-MT Montana;;
US-NE Nebraska;;
US-NH New Hampshire;;
US-NJ New Jersey;; Trenton
US-NM New Mexico;; Santa Fe
US-NV Nevada;;
US-NY New York, New York State;; Albany
US-OH Ohio;;
US-OR Oregon;;
US-PA Pennsylvania;;
US-RI Rhode Island;;
US-TN Tennessee;; Nashville
US-TX Texas; Texan; Austin, Dallas, Houston, San Antonio
US-UT Utah;; Salt Lake City
US-VA Virginia;; Richmond
US-VT Vermont;; Montpelier
US-WA Washington State;; Olympia
US-AL Alabama;;
US-AK Alaska;;
US-AZ Arizona;;
US-AR Arkansas;;
US-GA Georgia;;
US-HI Hawaii;;
US-ID Idaho;;
US-KS Kansas;;
US-LA Louisiana;;
US-ME Maine;;
US-MS Mississippi;;
US-MO Missouri;;
US-NC North Carolina;;
US-ND North Dakota;;
US-OK Oklahoma;;
US-SC South Carolina;;
US-SD South Dakota;;
US-WI Wisconsin;;
US-WV West Virginia;;
US-WY Wyoming;;
"""


_Forms = dict[tuple[str, ...], str]


def _forms() -> tuple[_Forms, _Forms, _Forms, dict[str, str]]:
    names: _Forms = {}
    adjectives: _Forms = {}
    seats: _Forms = {}
    called: dict[str, str] = {}
    for line in _TABLE.strip().splitlines():
        code, _, rest = line.partition(" ")
        called[code] = re.split("[,;]", rest)[0].strip()
        for column, forms in zip((names, adjectives, seats), rest.split(";"), strict=True):
            for form in filter(None, map(str.strip, forms.split(","))):
                column.setdefault(tuple(map(fold, form.split())), code)
    return names, adjectives, seats, called


NAMES, ADJECTIVES, SEATS, _CALLED = _forms()
"""Folded words of a form, to the code of the place; and back to the form that the table has first."""

LONGEST: Final = 3


def place_at(words: list[str], at: int) -> tuple[str, int, str] | None:
    """The place named by the words from ``at`` on: code, number of words, and ``name``, ``adjective`` or ``seat``."""
    for size in range(LONGEST, 0, -1):
        key = tuple(words[at : at + size])
        if len(key) < size:
            continue
        for column, sort in ((NAMES, "name"), (ADJECTIVES, "adjective"), (SEATS, "seat")):
            if key in column:
                return column[key], size, sort
    return None


def name_of(code: str) -> str:
    """The name of a place, as the table has it first."""
    return _CALLED[code]


def within(code: str, other: str) -> bool:
    """Whether one place is the other or lies in it."""
    return code == other or code.startswith(other + "-")
