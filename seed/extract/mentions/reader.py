"""From a text to readings: sentences with every mention found, and each name given its entity within the document."""
# ruff: noqa: E501 - tables: one row a line, however long

from collections import Counter
from typing import Final

from seed.extract.lexicon import word_classes
from seed.extract.lexicon.places import place_at, within
from seed.extract.mentions import captions, counted, descriptions, unknown_names
from seed.extract.mentions.abbreviations import apply_appositions, apply_definitions, apply_short_forms
from seed.extract.mentions.author import author_of
from seed.extract.mentions.complainants import add_complainants
from seed.extract.mentions.countries import places_of
from seed.extract.mentions.courts import add_courts
from seed.extract.mentions.document import Text, entries, home_of, links, order_days
from seed.extract.mentions.gazetteer import Entry, Gazetteer, Hit, needs_context
from seed.extract.mentions.institutions import add_institutions
from seed.extract.mentions.judgement import judge
from seed.extract.mentions.mention import Mention, Reading
from seed.extract.mentions.nominals import add_nominals
from seed.extract.mentions.officers import add_officers
from seed.extract.mentions.partners import join_partners
from seed.extract.mentions.strangers import add_strangers
from seed.extract.mentions.tables import add_cells
from seed.extract.text.sentences import Sentence, split
from seed.extract.text.tokens import fold, tokenize
from seed.extract.text.view import View
from seed.extract.values import dating, money, publication

_HOME: Final = 20
"""Mentions of a place that the country of the author counts for."""
_HEARD: Final = frozenset("IE GB US AU CA FR DE IT ES NL NO SE DK BE AT PL NZ IN KR JP SG BR ZA".split())
"""Countries of whose authorities English news tells often: a shared name means one of theirs unless the text says otherwise."""
_FULL_NAME: Final = 6
"""Words after the first of a name that is an authority's own, though each of them is common."""
_FORMS: Final = word_classes.COMPANY_SUFFIXES - {"group", "holdings", "as", "co", "se"}


def read(
    seen: View,
    calendar: dating.Calendar,
    gazetteer: Gazetteer,
    publisher: str | None = None,
    url: str | None = None,
) -> Text:
    """Read the view of a text; dates are resolved against the calendar."""
    readings = [_open(sentence) for sentence in split(seen.text, seen.bold)]
    inner = unknown_names.capitalised_within(readings)
    pending: list[tuple[Reading, Hit]] = []
    for reading in readings:
        pending += _add_known(reading, gazetteer)
        _add_figures(reading, calendar)
        add_courts(reading)
        descriptions.add_places(reading)
        descriptions.add_authority_lists(reading, gazetteer)
        descriptions.add_joint_adjectives(reading, gazetteer)
        descriptions.add_authorities(reading, gazetteer)
        counted.add_counted(reading)
    headers = add_cells(readings, gazetteer)
    author = author_of(publisher, url, readings, gazetteer)
    whole = Text(readings, places_of(readings), author, links(seen, readings, gazetteer))
    whole.entries = entries(readings)
    if author is not None and author.country:
        whole.places[author.country] += _HOME
    elif not whole.places and (home := home_of(url, _HEARD)) is not None:
        whole.places[home] += 1
    order_days(whole)
    for reading, hit in pending:
        _settle(reading, hit, whole, gazetteer, inner)
    for index, reading in enumerate(readings):
        add_officers(reading, whole, gazetteer)
        if index not in headers and not publication.is_byline(reading.sentence.text):
            unknown_names.add_names(reading, inner, gazetteer)
            add_institutions(reading, gazetteer)
    join_partners(readings, gazetteer)
    descriptions.own_kind(readings, gazetteer)
    apply_definitions(readings)
    judge(readings, inner, gazetteer)
    for reading in readings:
        captions.add_sides(reading)
    apply_appositions(readings)
    apply_short_forms(readings)
    for reading in readings:
        add_nominals(reading)
        add_strangers(reading)
        add_complainants(reading)
    return whole


def _open(sentence: Sentence) -> Reading:
    tokens = tokenize(sentence.text, sentence.start)
    return Reading(sentence, tokens, [token.text.lower() for token in tokens])


def _add_known(reading: Reading, gazetteer: Gazetteer) -> list[tuple[Reading, Hit]]:
    """Add the names that mean one entity; give back those that need the whole document."""
    open_hits: list[tuple[Reading, Hit]] = []
    for hit in gazetteer.find(reading.tokens):
        if _is_part_of_a_name(reading, hit):
            continue
        if hit.weak or len(hit.ids) != 1 or _is_generic(reading, hit) or _is_common_name(reading, hit):
            open_hits.append((reading, hit))
        else:
            reading.add(_known(reading, hit.first, _with_form(reading, hit.last), hit.ids[0], gazetteer))
    return open_hits


def _is_part_of_a_name(reading: Reading, hit: Hit) -> bool:
    """Whether "Data Protection Agency" is the end of a longer name that is not known."""
    words = set(reading.lower[hit.first : hit.last + 1])
    if hit.first == 0 or not words <= word_classes.GENERIC_AUTHORITY:
        return False
    before = reading.tokens[hit.first - 1].text
    known = place_at([fold(t.text) for t in reading.tokens], hit.first - 1) is not None
    return before[:1].isupper() and before.lower() not in word_classes.NOT_NAMES and not known


def _is_generic(reading: Reading, hit: Hit) -> bool:
    """Whether a name is only a title that many countries have: "the Privacy Commissioner"."""
    words = reading.lower[hit.first : hit.last + 1]
    return set(words) <= word_classes.GENERIC_AUTHORITY and words[-1] in {"commissioner", "ombudsman"}


def _is_common_name(reading: Reading, hit: Hit) -> bool:
    """Whether a name says only what any country's authority is for: "Data Protection Agency"."""
    words = set(reading.lower[hit.first : hit.last + 1])
    return words <= word_classes.GENERIC_AUTHORITY and bool(words & {"data", "privacy", "information"})


def _with_form(reading: Reading, last: int) -> int:
    """The last token of a name with its legal form: "Luka Inc", "Acme, Inc."."""
    words = [*(t.text for t in reading.tokens[last + 1 : last + 4]), "", "", ""]
    if words[0].lower().rstrip(".") in _FORMS and words[0][0].isupper():
        return last + 1 + (words[1] == "." and words[2] != "")
    if words[0] == "," and words[1].lower() in {"inc", "llc", "ltd", "limited"}:
        return last + 2 + (words[2] == ".")
    return last


def _known(reading: Reading, first: int, last: int, identifier: str, gazetteer: Gazetteer) -> Mention:
    entry = gazetteer.entries[identifier]
    mention = reading.make("entity", first, last)
    mention.id, mention.name, mention.kinds = entry.id, entry.name, frozenset({entry.kind})
    mention.place = entry.country
    return mention


def _add_figures(reading: Reading, calendar: dating.Calendar) -> None:
    sentence = reading.sentence
    for found in money.find(sentence.text, sentence.start):
        if span := reading.span_tokens(found.start, found.end):
            mention = reading.make("money", *span)
            mention.money, mention.start, mention.end = found, found.start, found.end
            reading.add(mention)
    for found in dating.find(sentence.text, calendar, sentence.start):
        if span := reading.span_tokens(found.start, found.end):
            mention = reading.make("date", *span)
            mention.date = found
            reading.add(mention)


def _settle(reading: Reading, hit: Hit, whole: Text, gazetteer: Gazetteer, inner: Counter[str]) -> None:
    """Decide which entity an ambiguous name means, or that it means none."""
    text = reading.tokens[hit.first].text
    entries = _brand([gazetteer.entries[i] for i in hit.ids], text, whole, gazetteer)
    scores = {e.id: _score(e.country, reading, hit, whole) for e in entries}
    best = max(entries, key=lambda e: (scores[e.id], (e.country or "")[:2] in _HEARD))
    if best.kind == "regulator" and scores[best.id] == 0 and _is_generic(reading, hit):
        title = reading.make("nominal", hit.first, hit.last)
        title.kinds = frozenset({"regulator"})
        reading.add(title)
        return
    whole_name = len(hit.ids) == 1 and hit.last - hit.first >= _FULL_NAME
    if (
        scores[best.id] == 0
        and not whole_name
        and _is_common_name(reading, hit)
        and (entry := _of_the_place(reading, gazetteer) or _of_here(whole, gazetteer))
    ):
        best = entry
    if len(text) == 1 and not _is_called_so(reading, hit, whole, gazetteer.called(hit.ids)):
        return
    if hit.weak and len(text) > 1 and (best.kind == "regulator" or _with_form(reading, hit.last) == hit.last):
        opening = hit.first == 0 or not reading.tokens[hit.first - 1].text[:1].isalnum()
        if needs_context(text) and scores[best.id] == 0:
            return
        if best.kind != "regulator" and unknown_names.title_case(reading) and inner[text] == 0:
            return
        if best.kind != "regulator" and opening and inner[text] == 0 and _word_like(reading, hit):
            return
    last = hit.last if best.kind == "regulator" else _with_form(reading, hit.last)
    reading.add(_known(reading, hit.first, last, best.id, gazetteer))


def _is_called_so(reading: Reading, hit: Hit, whole: Text, names: frozenset[str]) -> bool:
    """Whether a single letter is a name: the text has another name of the same party, and it stands alone."""
    before = reading.tokens[hit.first - 1].text if hit.first else ""
    after = reading.tokens[hit.last + 1] if hit.last + 1 < len(reading.tokens) else None
    inside = (
        after is not None and after.text in {".", "-", "/"} and after.start == reading.tokens[hit.last].end
    )
    ends = inside and hit.last + 2 >= len(reading.tokens)
    if (inside and not ends) or (before[:1].isupper() and hit.first > 1 and before.isalpha()):
        return False
    return any(
        len(token.text) > 1 and fold(token.text) in names
        for other in whole.readings
        for token in other.tokens
    )


def _of_the_place(reading: Reading, gazetteer: Gazetteer) -> Entry | None:
    """The authority of the only country that a sentence names: "In Greece a firm was fined by the Data Protection Authority"."""
    places = {m.place for m in reading.mentions if m.sort == "place" and m.name == "name" and m.place}
    return gazetteer.authority_of(next(iter(places))) if len(places) == 1 else None


def _of_here(whole: Text, gazetteer: Gazetteer) -> Entry | None:
    """The data protection authority that a name without a country means: the author, else that of the document's country."""
    if whole.author is not None:
        return whole.author
    return gazetteer.authority_of(whole.country or "") or gazetteer.authority_of((whole.country or "")[:2])


def _brand(entries: list[Entry], text: str, whole: Text, gazetteer: Gazetteer) -> list[Entry]:
    """Of a service and the company of the same name: the service where the text has another name for the company."""
    services = [e for e in entries if e.kind == "platform"]
    firms = {e.id for e in entries if e.kind == "company"}
    if not services or not firms:
        return entries
    others = {
        form
        for firm in firms
        for form in (
            fold(w)
            for n in (gazetteer.entries[firm].name, *gazetteer.entries[firm].aliases)
            for w in n.split()[:1]
        )
    }
    said = {fold(token.text) for reading in whole.readings for token in reading.tokens}
    return services if (others - {fold(text)}) & said else [e for e in entries if e.kind != "platform"]


def _word_like(reading: Reading, hit: Hit) -> bool:
    """Whether a name that is a word too stands where the word could: before a lower-case noun."""
    following = reading.lower[hit.last + 1] if hit.last + 1 < len(reading.lower) else ""
    if reading.tokens[hit.first].text.isupper() and not unknown_names.title_case(reading):
        return False
    return following not in {
        ":",
        "(",
        "–",
        "—",
        "|",
        "has",
        "was",
        "is",
        "will",
        "must",
        "had",
        "to",
        "'s",
        "’s",
        "said",
        "agreed",
        "fined",
        "and",
        "sued",
        "faces",
    }


def _score(country: str | None, reading: Reading, hit: Hit, whole: Text) -> int:
    if country is None:
        return 0
    near = [
        m
        for m in reading.mentions
        if (m.place and abs(m.first - hit.last) <= 6) or (m.place and abs(hit.first - m.last) <= 3)
    ]
    close = 10 * any(within(m.place or "", country) or within(country, m.place or "-") for m in near)
    return close + sum(n for place, n in whole.places.items() if within(place, country))
