"""How a fact is cited: by its best source, as text, BibTeX, CSL-JSON or RIS."""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final, Literal

import orjson

from app.formats.sources import sources

Json = dict[str, Any]
CitationForm = Literal["text", "bibtex", "csl-json", "ris"]

_SPECIAL: Final = re.compile(r"([\\{}$&#%_~^])")


def cite(item: Json, form: CitationForm) -> str:
    """The citation of a fact with its evidence, the best source first; a fact without one is cited as such."""
    return _FORMS[form](_parts(item))


def _parts(item: Json) -> Json:
    source = next(iter(sources(item)), None)
    document: Mapping[str, Any] = source["document"] if source else {}
    title = (
        document.get("title") or item["summary"] or f"{item['subject']['name']} – {item['object']['name']}"
    )
    return {
        "key": re.sub(r"[^A-Za-z0-9.-]+", "-", item["id"]),
        "title": title,
        "publisher": document.get("publisher") or "whofined",
        "published": document.get("published"),
        "url": document.get("url"),
        "quote": source and source["quote"],
        "fact": item["id"],
    }


def _text(parts: Json) -> str:
    quote = f" “{parts['quote']}”" if parts["quote"] else ""
    url = f" {parts['url']}" if parts["url"] else ""
    return f"{parts['publisher']}: {parts['title']} ({parts['published'] or 'n.d.'}).{url}{quote} [{parts['fact']}]\n"


def _bibtex(parts: Json) -> str:
    year, _, rest = (parts["published"] or "").partition("-")
    values = {
        "title": parts["title"],
        "author": f"{{{_escaped(parts['publisher'])}}}",
        "year": year,
        "month": rest[:2],
        "howpublished": None,
        "note": parts["fact"],
    }
    lines = [
        f"  {name} = {{{value if name == 'author' else _escaped(value)}}}"
        for name, value in values.items()
        if value
    ]
    if parts["url"]:
        lines.append(f"  url = {{{parts['url'].replace('{', '%7B').replace('}', '%7D')}}}")
    return f"@misc{{{parts['key']},\n" + ",\n".join(lines) + "\n}\n"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda found: r"\textbackslash{}" if found[0] == "\\" else rf"\{found[0]}", text)


def _csl(parts: Json) -> str:
    issued = [int(number) for number in (parts["published"] or "").split("-") if number]
    entry = {
        "id": parts["fact"],
        "type": "document",
        "title": parts["title"],
        "author": [{"literal": parts["publisher"]}],
        "publisher": parts["publisher"],
        **({"issued": {"date-parts": [issued]}} if issued else {}),
        **({"URL": parts["url"]} if parts["url"] else {}),
        **({"note": parts["quote"]} if parts["quote"] else {}),
    }
    return orjson.dumps([entry], option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE).decode()


def _ris(parts: Json) -> str:
    day = (parts["published"] or "").replace("-", "/")
    tags = {
        "TY": "GEN", "ID": parts["fact"], "TI": parts["title"], "AU": parts["publisher"], "PB": parts["publisher"],
        "PY": day[:4], "DA": day, "UR": parts["url"], "N1": parts["quote"],
    }  # fmt: skip
    lines = [f"{tag}  - {' '.join(str(value).split())}" for tag, value in tags.items() if value]
    return "\r\n".join([*lines, "ER  - ", ""])


_FORMS: Final[Mapping[CitationForm, Callable[[Json], str]]] = {
    "text": _text,
    "bibtex": _bibtex,
    "csl-json": _csl,
    "ris": _ris,
}
MEDIA_TYPES: Final[Mapping[CitationForm, str]] = {
    "text": "text/plain; charset=utf-8",
    "bibtex": "application/x-bibtex; charset=utf-8",
    "csl-json": "application/vnd.citationstyles.csl+json",
    "ris": "application/x-research-info-systems; charset=utf-8",
}
