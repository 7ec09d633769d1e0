"""The mapping ``generic``: reads the head of a list and proposes a mapping, for a person to look over and to keep."""

import re
from collections.abc import Mapping as Items
from collections.abc import Sequence
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any, Final

import yaml

from graph.errors import InvalidInput
from graph.text import fold
from seed.import_.entry import RELATION_OF
from seed.import_.mapping import Mapping, Table
from seed.import_.source import Limits, as_text, opened
from seed.import_.table import Row, form_of, rows

_LOOKED_AT: Final = 200
_SNIFFED: Final = 64_000
_WORDS: Final[Items[str, str]] = {
    "authority": "authority|regulator|dpa|body|agency|autorit|supervisor|behorde|autoridad|enforcer|issuer|who fined",
    "country": "country|jurisdiction|state|land|pays|pais|paese|location",
    "target": "target|controller|company|firm|organisation|organization|party|parties|respondent|defendant|recipient|"
    "entity|whom|name|empresa|entreprise|unternehmen|responsable",
    "kind": "kind|action type|type of action|outcome|measure|sanction type|type",
    "date": "date|day|decided|datum|fecha|when|published",
    "amount": "amount|fine|sum|penalty|price|eur|usd|gbp|betrag|importe|montant|importo",
    "currency": "currency|wahrung|devise|moneda|valuta",
    "articles": "article|articles|legal basis|provision|violation|law",
    "url": "url|link|source|web|href|press release",
    "case_number": "case number|case no|reference|file number|docket|aktenzeichen|case",
    "id": "id|no|number|key|nr",
    "note": "note|comment|summary|description",
}
"""Words of heads, the surest first, by what such a column gives; a head is taken once."""
_FORMATS: Final = (
    "%Y-%m-%d",
    "%d.%m.%Y",
    "%d/%m/%Y",
    "%m/%d/%Y",
    "%d-%m-%Y",
    "%Y/%m/%d",
    "%d %B %Y",
    "%B %d, %Y",
    "%d %b %Y",
)
_SIGNS: Final[Items[str, str]] = {
    "€": "EUR",
    "eur": "EUR",
    "£": "GBP",
    "gbp": "GBP",
    "$": "USD",
    "usd": "USD",
}
_CONTINENTAL: Final = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d{1,2}")


def proposed(path: Path, limits: Limits | None = None) -> dict[str, Any]:
    """The mapping that a list may need, in the words of its YAML; raises ``InvalidInput`` for what is no list."""
    limits = limits or Limits()
    table = _table(path, limits)
    sample = list(islice(rows(path, Table.model_validate(table), limits), _LOOKED_AT))
    if not sample:
        raise InvalidInput("the list has no rows", where=path.name, remedy="give a list with a head and rows")
    found = _columns(sample)
    parts: dict[str, Any] = {name: {"column": head} for name, head in found.items()}
    if "date" in parts and (form := _format([row.values[found["date"]] for row in sample])):
        parts["date"]["format"] = form
    if "amount" in found and "currency" not in found:
        parts["currency"] = {"literal": _currency(found["amount"], sample)}
        if any(_CONTINENTAL.fullmatch(re.sub(r"[^\d.,]", "", row.values[found["amount"]])) for row in sample):
            table |= {"decimalChar": ",", "groupChar": "."}
    if "articles" in parts:
        parts["articles"]["split"] = (
            "|" if any("|" in row.values[found["articles"]] for row in sample) else ";"
        )
    parts["kind"] = _kind(found.get("kind"), sample)
    for name in ("authority", "target"):
        parts.setdefault(name, {"literal": "FILL IN"})
    return {
        "name": path.name.split(".")[0],
        "title": path.stem,
        "publisher": "FILL IN",
        "table": table,
        "properties": parts,
    }


def as_yaml(proposal: Items[str, Any]) -> str:
    """A proposal as a file of its own."""
    return yaml.safe_dump(dict(proposal), sort_keys=False, allow_unicode=True, width=120)


def as_mapping(proposal: Items[str, Any]) -> Mapping:
    """A proposal as a mapping, to show what would come of it."""
    return Mapping.model_validate(proposal)


def _table(path: Path, limits: Limits) -> dict[str, Any]:
    form = form_of(path)
    if form in {"json", "ndjson", "xlsx"}:
        return {"format": form}
    encoding = _encoding(path, limits)
    with as_text(path, encoding, limits) as text:
        head = text.readline(_SNIFFED)
    counts = {sign: head.count(sign) for sign in (",", ";", "\t", "|")}
    best = max(counts, key=lambda sign: counts[sign])
    return {"format": "csv", "delimiter": best if counts[best] else ",", "encoding": encoding}


def _encoding(path: Path, limits: Limits) -> str:
    with opened(path, limits) as file:
        start = file.read(_SNIFFED)
    if start[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return "utf-16"
    try:
        start[: start.rfind(b"\n") + 1].decode("utf-8-sig")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _columns(sample: Sequence[Row]) -> dict[str, str]:
    heads = list(sample[0].values)
    found: dict[str, str] = {}
    for name, words in _WORDS.items():
        for word in words.split("|"):
            fitting = [head for head in heads if head not in found.values() and _has(head, word)]
            if fitting:
                found[name] = min(fitting, key=len)
                break
    return found


def _has(head: str, word: str) -> bool:
    plain = " ".join(re.findall(r"\w+", fold(head).replace("_", " ")))
    return bool(re.search(rf"\b{re.escape(word)}", plain)) and (len(word) > 2 or plain == word)


def _format(cells: Sequence[str]) -> str | None:
    """The only form in which every day can be read; none where that is open, or where they are ISO 8601 already."""
    said = [cell.strip() for cell in cells if cell.strip()]
    fitting = [form for form in _FORMATS if said and all(_reads(cell, form) for cell in said)]
    return fitting[0] if len(fitting) == 1 and fitting[0] != _FORMATS[0] else None


def _reads(cell: str, form: str) -> bool:
    try:
        datetime.strptime(cell, form)  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return False
    return True


def _currency(head: str, sample: Sequence[Row]) -> str:
    texts = [head, *(row.values[head] for row in sample)]
    return next((code for text in texts for sign, code in _SIGNS.items() if sign in fold(text)), "FILL IN")


def _kind(head: str | None, sample: Sequence[Row]) -> dict[str, Any]:
    """The column where its values are kinds or can be told to be; else every row is a fine."""
    if head is None:
        return {"literal": "fine"}
    values = dict.fromkeys(row.values[head].strip() for row in sample)
    told = {value: _kind_of(value) for value in values if value}
    if not told or None in told.values():
        return {"literal": "fine"}
    return (
        {"column": head} if all(value in RELATION_OF for value in told) else {"column": head, "values": told}
    )


def _kind_of(value: str) -> str | None:
    plain = fold(value).replace(" ", "_")
    return plain if plain in RELATION_OF else next((kind for kind in RELATION_OF if kind in plain), None)
