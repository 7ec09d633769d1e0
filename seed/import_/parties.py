"""Whom a row names: an entity that is known, a new one, or a party that the list leaves unnamed; no natural persons."""
# ruff: noqa: E501 - tables: one row a line, however long

import re
from collections.abc import Iterable, Mapping, MutableMapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from graph.model import EntityRow
from graph.text import fold, slug
from seed.extract.lexicon.word_classes import COMPANY_SUFFIXES

_PERSON: Final = re.compile(
    r"\b(?:private (?:individual|person|citizen)|natural person|individual|physical person|data subject|sole trader|"
    r"owner|landlord|tenant|employee|officer|doctor|physician|lawyer|attorney|journalist|politician|candidate|mayor|"
    r"councill?or|teacher|coach|person|citizen|man|woman|homeowner|student)s?\b",
    re.IGNORECASE,
)
_TITLED: Final = re.compile(r"^(?:mr|mrs|ms|miss|dr|d\.|dña|sr|sra|herr|frau|m\.|mme)\.?\s+\S", re.IGNORECASE)
_INITIALS: Final = re.compile(r"^(?:[A-Z]\.\s*){0,3}[A-Z]\.?$")
_NO_NAME: Final = re.compile(
    r"^(?:https?://|unknown|unknwon|not (?:available|known|disclosed)|n/?a|none|undisclosed|anonymous|unnamed|confidential|various|several)\b",
    re.IGNORECASE,
)
_PUBLIC: Final = re.compile(
    r"\b(?:municipal\w*|city|town|council|county|ministry|minister|department|agency|authority|university|school|hospital|"
    r"police|government|region(?:al)?|province|public|commune|comune|ayuntamiento|asl|court|prefecture|board|institute|"
    r"district|national|state|office|general directorate|chamber|college|kindergarten)\b",
    re.IGNORECASE,
)
_OFFICE: Final = re.compile(
    r"^(?:the )?(?:(?:health|regional) )?(?:ministry|department|secretary|secretariat|prefecture|city council|municipality|government)\b",
    re.IGNORECASE,
)
"""What a public body is called, whatever community it is of."""
_CIVIL: Final = re.compile(
    r"\b(?:association|asociaci[oó]n|associazione|foundation|fundaci[oó]n|federation|party|club|union|community|church|society|ngo)\b",
    re.IGNORECASE,
)
_COMMON: Final = frozenset(
    "a an the of for and in on company firm bank restaurant hospital school shop store hotel clinic merchant operator provider "
    "service services telecommunication telecommunications telecom telecommunications medical online small shipping retail "
    "insurance property homeowners association employer business website employment agency debt collection collector utility "
    "municipality kindergarten police political party network platform media newspaper app nursing care home "
    "pharmacy club sports football union credit financial institution energy supplier organisation organization body "
    "accounting renting claim claims management commercial representative sector brokerage creditor enterprise food government "
    "agency housing legal information local municipal non profit enforcement agent area maintenance retailer state military "
    "undisclosed providers organiser organizer website wesbite "
    "public private limited liability unknown gas water electricity car dealer parking taxi travel cafe bar gym large "
    "international it software hosting marketing call center centre real estate broker station petrol supermarket bookmaker "
    "betting gambling casino tv channel".split()
)
"""Words that describe a party instead of naming it."""
_FORMS: Final = COMPANY_SUFFIXES | {
    "sau",
    "slu",
    "slp",
    "plc",
    "oü",
    "uab",
    "as",
    "sia",
    "ead",
    "spolka",
    "zoo",
    "oo",
    "sp",
    "z",
}


_SHORT: Final = 3
"""Letters of a word that may be an abbreviation, or an article."""
_LETTERS: Final = re.compile(r"[^\W\d_]+")


_LEGAL: Final = _FORMS - {"company", "group", "holdings", "incorporated", "corporation", "limited", "co"}
"""Legal forms that are no words of a name."""
_LINKING: Final = frozenset("of the and at to for in law de del la las los el y e i da do di".split())


@dataclass(frozen=True, slots=True)
class Target:
    """An entity id, the row where it is new, and whether the list names it."""

    id: str
    row: EntityRow | None
    named: bool = True


def _joined(text: str) -> str:
    """A text with its initials as one word: "s.l.", "a / s"."""
    return re.sub(r"(?<=\b\w)(?:\s?/\s?|\.|\.\s)(?=\w\b(?!\.\w))|(?<=\b\w)\.(?=\w\.)", "", text)


@lru_cache(maxsize=1 << 16)
def bare(name: str) -> str:
    """A name as names are compared: folded, without legal form, brackets, articles and signs."""
    plain = re.sub(r"\([^)]*\)", " ", fold(name))
    words = re.sub(r"[^\w&]+", " ", _joined(plain)).split()
    kept = [word for word in words if word not in _FORMS and word != "the"] or words
    return " ".join(kept)


@dataclass(slots=True)
class Parties:
    """Entities by the bare forms of their names; those that a list adds are kept beside."""

    by_form: MutableMapping[str, set[str]] = field(default_factory=dict[str, set[str]])
    kinds: MutableMapping[str, str] = field(default_factory=dict[str, str])
    added: MutableMapping[str, EntityRow] = field(default_factory=dict[str, EntityRow])

    @classmethod
    def of(cls, entities: Iterable[EntityRow]) -> "Parties":
        """An index over what can be a target."""
        found = cls()
        for row in entities:
            if row.kind not in {"law", "country", "court", "regulator"}:
                found.kinds[row.id] = row.kind
                for name in (row.name, *row.aliases):
                    found.by_form.setdefault(bare(name), set()).add(row.id)
        return found

    def target(self, name: str | None, country: str | None, taken: Mapping[str, str]) -> Target:
        """The target of a row. ``taken`` are the ids that the graph has already, with their kinds."""
        if name is None or _withheld(name):
            return self._unnamed(name or "", country)
        form = bare(name)
        ids = self._preferred(self.by_form.get(form, set()))
        if len(ids) == 1:
            id_ = next(iter(ids))
            return Target(id_, self.added.get(id_))
        return self._new(name, form, taken)

    def _preferred(self, ids: set[str]) -> set[str]:
        """Of a firm and its service of one name the firm: lists name who is fined."""
        firms = {id_ for id_ in ids if self.kinds.get(id_) != "platform"}
        return firms if len(firms) == 1 else ids

    def _new(self, name: str, form: str, taken: Mapping[str, str]) -> Target:
        kind = kind_of(name)
        id_ = slug(name)
        if id_ in self.kinds or taken.get(id_, kind) != kind:
            id_ = f"{id_}-{kind.replace('_', '-')}"
        row = EntityRow(id_, kind, shown(name), unregistered=True)
        self.by_form[form] = {id_}
        self.kinds[id_] = kind
        self.added[id_] = row
        return Target(id_, row)

    def _unnamed(self, text: str, country: str | None) -> Target:
        person = bool(_PERSON.search(text))
        kind = "person" if person else "public_body" if _PUBLIC.search(text) else "company"
        what = {"person": "person", "public_body": "public body", "company": "party"}[kind]
        id_ = f"unnamed-{what.replace(' ', '-')}-{(country or 'xx')[:2].lower()}"
        row = EntityRow(
            id_, kind, f"Unnamed {what} ({country or 'country unknown'})", country=country, group=True,
            note="Stands for parties that lists do not name; not one body.", unregistered=True,
        )  # fmt: skip
        self.added[id_] = row
        return Target(id_, row, named=False)


def _withheld(name: str) -> bool:
    """Whether a list names nobody, or a natural person, whose name is not kept."""
    plain = name.strip(" .\"'“”")
    if _NO_NAME.match(plain) or _TITLED.match(plain) or _INITIALS.match(plain):
        return True
    words = re.findall(r"[^\W\d_]+", _joined(fold(plain)))
    formed = any(word in _FORMS for word in words[-2:])
    if not words or formed:
        return not words
    if _PERSON.fullmatch(plain.split()[-1]) and not plain.isupper():
        return True
    if _PERSON.search(plain) and not _CIVIL.search(plain) and not _PUBLIC.search(plain):
        return len(words) <= 6
    return all(word in _COMMON or f"{word}s" in _COMMON for word in words)


def kind_of(name: str) -> str:
    """Company, public body or civil society, by the words of a name; a firm where nothing says otherwise."""
    words = re.findall(r"\w+", _joined(fold(name)))
    if any(word in _LEGAL for word in words):
        return "company"
    if _OFFICE.search(name):
        return "public_body"
    if _CIVIL.search(name):
        return "ngo"
    return "public_body" if _PUBLIC.search(name) else "company"


def shown(name: str) -> str:
    """A name without the traces of a translation: "A / S", a part twice, a quote on one side, a comma at the end."""
    text = re.sub(r"\bA\s*/\s*S\b", "A/S", re.sub(r"\s+", " ", name)).strip(" ,;")
    text = re.sub(r"^the (?=[A-Z])", "", text)
    text = re.sub(r"\s+or the applicant$", "", text)
    for sign in ('"', "“", "”"):
        if text.count(sign) == 1:
            text = text.replace(sign, "")
    office = re.match(r"^(?P<a>.+?) (?P<kind>City Council|Municipality|Town Hall) (?P<b>.+) (?P=kind)$", text)
    if office:
        text = f"{office['a']} {office['b']} {office['kind']}"
    words = text.split()
    half = len(words) // 2
    if half and len(words) % 2 == 0 and words[:half] == words[half:]:
        words = words[:half]
    return " ".join(_quiet(words))


def _quiet(words: list[str]) -> list[str]:
    """Words that are all in capitals as names are written, but for short ones and legal forms; a single name stays."""
    loud = [word for word in words if _loud(word)]
    if len(loud) < 2 or any(char.islower() for word in words if not _small(word) for char in word):
        return words
    quiet = [_LETTERS.sub(lambda part: part[0].capitalize(), word) if _loud(word) else word for word in words]
    return [word.lower() if at and fold(word) in _LINKING else word for at, word in enumerate(quiet)]


def _loud(word: str) -> bool:
    letters = re.sub(r"\W", "", word)
    return (
        len(letters) > _SHORT
        and word.isupper()
        and letters.isalpha()
        and "." not in word.rstrip(".")
        and fold(letters) not in _LEGAL
    )


def _small(word: str) -> bool:
    return word.islower() and len(word) <= _SHORT
