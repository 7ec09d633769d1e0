"""The forms in which texts write a name of the records: without its legal form, as an acronym, in other spellings."""
# ruff: noqa: E501 - tables: one row a line, however long

import re
from collections.abc import Iterator
from typing import Final

from seed.extract.text.tokens import initials

_FORMS: Final = re.compile(
    r"(?:,?\s+(?:Inc|Incorporated|LLC|LLP|L\.?P|Ltd|Limited|GmbH|Corp|Corporation|plc|Plc|PLC|S\.?A\.?U|S\.?L\.?U|S\.?A|S\.?L|S\.?p\.?A|S\.?r\.?l"
    r"|S\.à r\.l|B\.?V|N\.?V|AG|SE|AB|A\.?B|A/S|ASA|AS|Oyj|OY|KG|e\.V|Co|Company|Pte|Pty|hf|d\.o\.o|s\.r\.o|Zrt|EAD|EOOD|OOD|Kft|Sp\. z o\.o"
    r"|Holdings|Group)\b\.?)+$"
)


def acronym(name: str) -> str | None:
    """The acronym of a name of three words or more: ACLU, RCMP."""
    letters = initials(name)
    return letters if 3 <= len(letters) <= 6 and not re.search(r"[–(:]", name) else None


def variants(name: str, *, firm: bool) -> Iterator[str]:
    """A name as it stands, without what is in brackets, and in parts; of a firm also without its form."""
    yield name
    plain = re.sub(r"\s*\([^)]*\)", "", name).strip()
    yield plain
    for part in (*plain.split(" – "), *plain.split(" / ")):
        yield part
        yield from _spellings(part)
        bare = _bare(part) if firm else part
        yield bare
        yield bare.removesuffix(".com") if bare.endswith("Amazon.com") else bare
        if bare.startswith("Office of the "):
            yield bare.removeprefix("Office of the ")


def _bare(name: str) -> str:
    """A firm's name without its form. A word with an article is a name only beside the form: "The Data Group, LLC"."""
    bare = _FORMS.sub("", name).strip()
    named = bare.removeprefix("The ").strip()
    return name if named != bare and " " not in named else named


def _spellings(name: str) -> Iterator[str]:
    """The same name as the other side of the Atlantic writes it, and without its apostrophe."""
    for one, other in (("Center", "Centre"), ("Organization", "Organisation"), ("Defense", "Defence")):
        if one in name or other in name:
            yield name.replace(one, other) if one in name else name.replace(other, one)
    if "'s " in name or "’s " in name:
        yield name.replace("'s ", "s ").replace("’s ", "s ")
