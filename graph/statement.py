"""Statements: one ``.cypher`` file, a frozen dataclass of parameters, and a row model.

A file opens with a header of ``//`` lines::

    // mode: read                          (read, write or schema)
    // hot                                 (must start at an index)
    // variant key: date_key, eur_key      (__key__ in the text stands for each in turn)
    MATCH (f:Fact) …
    //> facts/shape                        (puts cypher/fragments/facts/shape.cypher here)
    //> facts/by/__anchor__                (puts the fragment of the chosen variant here)

Parameters are compared with the ``$names`` of the text at import, both ways; columns are compared with the row model
on a real server by the test over all files.
"""

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any, Final, Generic, LiteralString, TypeVar, cast

from graph.errors import StatementError

FOLDER: Final = Path(__file__).resolve().parent.parent / "cypher"
"""Where statements live; beside the packages, both in a checkout and when installed."""

_HEADER: Final = re.compile(
    r"// (?:mode: (?P<mode>\w+)|(?P<hot>hot)|variant (?P<variant>\w+): (?P<choices>.+))"
)
_INCLUDE: Final = re.compile(r"^ *//> (?P<name>[\w/]+)$", re.MULTILINE)
_PARAMETER: Final = re.compile(r"\$(\w+)")
_QUIET: Final = re.compile(r"//[^\n]*|'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"")
_MAP: Final = "given"
_MODES: Final = ("read", "write")

P = TypeVar("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Nothing:
    """No parameters, or no columns."""


@dataclass(frozen=True, slots=True)
class Source:
    """A ``.cypher`` file with its header read and its fragments put in; ``__name__`` variants are still open."""

    name: str
    text: str
    mode: str
    hot: bool
    variants: tuple[tuple[str, tuple[str, ...]], ...]

    def choices(self) -> Iterator[dict[str, str]]:
        """Every combination of variants."""
        names = [name for name, _ in self.variants]
        for values in itertools.product(*(choices for _, choices in self.variants)):
            yield dict(zip(names, values, strict=True))

    def fill(self, chosen: Mapping[str, str]) -> str:
        """The text for one combination of variants; raises ``StatementError`` for one that was not declared."""
        declared = dict(self.variants)
        if chosen.keys() != declared.keys() or any(
            value not in declared[name] for name, value in chosen.items()
        ):
            raise StatementError(
                f"no variant {dict(chosen)}", where=self.name, remedy=f"declared: {declared}"
            )
        text, before = _filled(self.text, chosen), ""
        while text != before:
            # A fragment that a variant chose may hold places of other variants, fragments among them.
            text, before = _filled(_expand(text, self.name), chosen), text
        return text

    def parameters(self) -> frozenset[str]:
        """Names of the ``$parameters`` in the text, comments and strings left out."""
        return parameters_of(self.text)


def parameters_of(text: str) -> frozenset[str]:
    """Names of the ``$parameters`` in a text, comments and strings left out."""
    return frozenset(_PARAMETER.findall(_QUIET.sub("", text)))


@cache
def _of_one_map(text: str) -> LiteralString:
    quiet = _QUIET.finditer(text)
    parts: list[str] = []
    end = 0
    for skipped in quiet:
        parts += [_PARAMETER.sub(rf"${_MAP}.\1", text[end : skipped.start()]), skipped[0]]
        end = skipped.end()
    parts.append(_PARAMETER.sub(rf"${_MAP}.\1", text[end:]))
    return cast("LiteralString", "".join(parts))


def sent(text: str, parameters: Mapping[str, Any]) -> tuple[LiteralString, dict[str, Any]]:
    """Text and parameters as they go to the server: all parameters are members of one map.

    Neo4j plans a text anew for each combination of the kinds and sizes of its parameters (null, a short string, a
    longer one, one item, two), which takes a tenth of a second; of a map it knows neither, and plans once.
    """
    return _of_one_map(text), {_MAP: parameters}


@cache
def by_hand(page: str, shape: str) -> str:
    """One text of a page that finds ``ids`` and of the shape that makes items of them, to be run by a reader."""
    frame = (FOLDER / "fragments" / "by_hand.cypher").read_text(encoding="utf-8").rstrip("\n")
    return _filled(frame, {"page": page, "shape": shape.replace("$ids", "ids")})


def _filled(text: str, chosen: Mapping[str, str]) -> str:
    for name, value in chosen.items():
        text = text.replace(f"__{name}__", value)
    return text


@dataclass(frozen=True, slots=True)
class Statement(Generic[P, R]):
    """A statement ready to run: its text, its mode, what it takes, and what each row becomes.

    ``row`` is a dataclass whose fields are the columns.
    """

    name: str
    text: LiteralString
    mode: str
    parameters: type[P]
    row: type[R]


def _expand(text: str, name: str, depth: int = 0) -> str:
    if depth > 5:
        raise StatementError("fragments include each other in a ring", where=name)

    def fragment(match: re.Match[str]) -> str:
        if "__" in match["name"]:
            return match[0]  # a variant decides which
        path = FOLDER / "fragments" / f"{match['name']}.cypher"
        if not path.is_file():
            raise StatementError(f"no fragment {match['name']!r}", where=name, remedy=f"expected {path.name}")
        return _expand(path.read_text(encoding="utf-8").rstrip("\n"), name, depth + 1)

    return _INCLUDE.sub(fragment, text)


def _header(lines: list[str], name: str) -> tuple[str, bool, list[tuple[str, tuple[str, ...]]]]:
    mode, hot = "", False
    variants: list[tuple[str, tuple[str, ...]]] = []
    for line in lines:
        match = _HEADER.fullmatch(line)
        if match is None:
            continue
        mode = match["mode"] or mode
        hot = hot or bool(match["hot"])
        if match["variant"]:
            variants.append(
                (match["variant"], tuple(choice.strip() for choice in match["choices"].split(",")))
            )
    if mode not in _MODES:
        raise StatementError("the header has no mode", where=name, remedy="open the file with // mode: read")
    return mode, hot, variants


@cache
def source(name: str) -> Source:
    """Read ``cypher/<name>.cypher``; raises ``StatementError`` where the file or its header is wrong."""
    path = FOLDER / f"{name}.cypher"
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise StatementError(f"cannot be read: {error.strerror}", where=f"cypher/{name}.cypher") from error
    head = list(itertools.takewhile(lambda line: line.startswith("// "), text.splitlines()))
    mode, hot, variants = _header(head, f"cypher/{name}.cypher")
    body = _expand("\n".join(text.splitlines()[len(head) :]), name).strip()
    return Source(name, body, mode, hot, tuple(variants))


def names() -> list[str]:
    """All statements in the folder; fragments, migrations and templates for the Browser left out."""
    found = (path.relative_to(FOLDER).with_suffix("").as_posix() for path in FOLDER.rglob("*.cypher"))
    return sorted(name for name in found if not name.startswith(("fragments/", "schema/", "browser/")))


def _check(found: Source, text: str, parameters: type[object]) -> None:
    declared = {field.name for field in fields(cast("type", parameters))}
    used = parameters_of(text)
    missing, unused = used - declared, declared - used
    if missing or unused:
        problems = [f"${name} is not in {parameters.__name__}" for name in sorted(missing)]
        problems += [f"{parameters.__name__}.{name} is not in the text" for name in sorted(unused)]
        raise StatementError("; ".join(problems), where=f"cypher/{found.name}.cypher")


def statement(name: str, parameters: type[P], row: type[R], **chosen: str) -> Statement[P, R]:
    """Declare a statement; raises ``StatementError`` where file and declaration disagree.

    ``chosen`` picks one value for each variant of the file.
    """
    found = source(name)
    filled = found.fill(chosen)
    _check(found, filled, parameters)
    # The text comes from a file of the project, never from a caller: that is what LiteralString is to ensure.
    text = cast("LiteralString", filled)
    return Statement(name, text, found.mode, parameters, row)
