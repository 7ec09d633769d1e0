"""Reading record files: YAML in, models with their place in the file out, and problems.

A folder holds one sub-folder for each kind of record; each file in it has that kind as its only key. Nothing
is raised for bad content: it becomes a ``Problem`` with file and line.
"""

import json
import re
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

import yaml
from pydantic import ValidationError

from graph import dates
from graph.errors import InvalidInput
from seed.curated.place import Place, Problem
from seed.curated.records import KINDS_OF_RECORD, Record

RECORDS: Final = Path(__file__).resolve().parent.parent / "records"
"""The records that ship with the project."""

_PLAIN_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_NUMBERS: Final = ("tag:yaml.org,2002:int", "tag:yaml.org,2002:float")
_TRUTH: Final = "tag:yaml.org,2002:bool"

ABOUT: Final = "records.yaml"
"""What a folder says of itself: ``kept_until``, the day up to which its records were kept."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A record with the kind of its file and its place."""

    kind: str
    record: Record
    place: Place
    lines: Mapping[str, int] = field(default_factory=dict[str, int], hash=False, compare=False)

    @property
    def id(self) -> str:
        """Its id; of an ambiguous name, the name."""
        return str(getattr(self.record, "id", None) or getattr(self.record, "name", ""))

    def problem(self, reason: str, key: str | None = None) -> Problem:
        """A problem of this record, at the line of one of its keys where given."""
        line = self.lines.get(key or "", self.place.line)
        return Problem(Place(self.place.file, line), self.id, f"{key}: {reason}" if key else reason)


@dataclass(frozen=True, slots=True)
class Read:
    """All records that have the right shape, all problems of those that do not, and the name of their folder.

    ``kept_until`` is the day up to which the records were kept, ``YYYY-MM-DD``, where the folder says.
    """

    records: tuple[Placed, ...]
    problems: tuple[Problem, ...]
    files: tuple[str, ...]
    folder: str
    kept_until: str | None = None


if TYPE_CHECKING:
    _Safe = yaml.SafeLoader
else:
    _Safe = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # in C where the library has it: four times as fast


class _Loader(_Safe):
    """Dates stay text, and the same key twice in one mapping is refused."""

    yaml_implicit_resolvers = {  # noqa: RUF012  (the base class declares it so)
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001, FBT002
        keys: set[Hashable] = set()
        for key_node, _ in node.value:
            key = cast("Hashable", cast("Any", self).construct_object(key_node, deep=True))
            if key in keys:
                raise yaml.constructor.ConstructorError(None, None, f"key {key!r} twice", key_node.start_mark)
            keys.add(key)
        return super().construct_mapping(node, deep)


def read(folder: Path) -> Read:
    """Read every record file below a folder, in order of their names."""
    records: list[Placed] = []
    problems: list[Problem] = []
    files: list[str] = []
    kept_until: str | None = None
    known = {kind.replace("_", "-"): kind for kind in KINDS_OF_RECORD}
    for path in sorted(folder.rglob("*.yaml")):
        name = path.relative_to(folder).as_posix()
        if name == ABOUT:
            told = _about(path)
            if isinstance(told, Problem):
                problems.append(told)
            else:
                kept_until = told
            continue
        kind = known.get(name.split("/", maxsplit=1)[0])
        files.append(name)
        if kind is None:
            problems.append(
                Problem(Place(name, 1), None, f"is in no folder of records ({', '.join(sorted(known))})")
            )
            continue
        for item in _file(path, name, kind):
            (records if isinstance(item, Placed) else problems).append(item)  # type: ignore[arg-type]
    if not files:
        problems.append(Problem(Place(".", 1), None, f"no record files in {folder.name}"))
    return Read(tuple(records), tuple(problems), tuple(files), folder.resolve().name, kept_until)


def _about(path: Path) -> str | Problem:
    """The day up to which the records were kept, or what is wrong with the file that says so."""
    content, _, problem = _content(path, ABOUT)
    if problem is not None:
        return problem
    given = cast("dict[str, object]", content) if isinstance(content, dict) else {}
    day = given.get("kept_until")
    if list(given) != ["kept_until"] or not isinstance(day, str):
        return Problem(Place(ABOUT, 1), None, "must have exactly one key, kept_until, with a day in quotes")
    try:
        whole = dates.precision(day) == "day"
    except InvalidInput:
        whole = False
    return day if whole else Problem(Place(ABOUT, 1), None, f"kept_until: {day!r} is not a day (YYYY-MM-DD)")


def _content(path: Path, name: str) -> tuple[object, yaml.Node | None, Problem | None]:
    """What a file holds, its root node, and the problem that kept it from being read."""
    try:
        loader = _Loader(path.read_text(encoding="utf-8"))
        node = loader.get_single_node()
        content: object = cast("Any", loader).construct_document(node) if node else None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        return None, None, Problem(Place(name, line), None, f"is no valid YAML: {error.problem}")
    except (OSError, UnicodeError, yaml.YAMLError) as error:
        return None, None, Problem(Place(name, 1), None, f"cannot be read: {error}")
    return content, node, None


def _file(path: Path, name: str, kind: str) -> Iterator[Placed | Problem]:
    content, node, problem = _content(path, name)
    if problem is not None:
        yield problem
        return
    mapping = cast("dict[str, object]", content) if isinstance(content, dict) else {}
    items = mapping.get(kind) if list(mapping) == [kind] else None
    if not isinstance(items, list):
        yield Problem(Place(name, 1), None, f"must have exactly one key, {kind}, with a list of records")
        return
    nodes = cast("yaml.MappingNode", node).value[0][1].value
    for item, item_node in zip(cast("list[object]", items), nodes, strict=True):
        yield from _record(item, item_node, name, kind)


def _record(item: object, node: yaml.Node, name: str, kind: str) -> Iterator[Placed | Problem]:
    model = KINDS_OF_RECORD[kind]
    odd = list(_odd(node))
    if odd:
        identity = cast("dict[str, object]", item).get("id") if isinstance(item, dict) else None
        for scalar, key, reason in odd:
            place = Place(name, scalar.start_mark.line + 1)
            yield Problem(place, str(identity) if identity else None, f"{key}: {reason}" if key else reason)
        return
    try:
        # As JSON, strict mode takes lists for tuples and mappings for models, but still no text for a number.
        record = model.model_validate_json(json.dumps(item))
    except ValidationError as error:
        identity = cast("dict[str, object]", item).get("id") if isinstance(item, dict) else None
        for detail in error.errors(include_url=False):
            where = ".".join(str(step) for step in detail["loc"] if not _is_branch(step))
            reason = detail["msg"].removeprefix("Value error, ")
            yield Problem(
                Place(name, _line(node, detail["loc"])),
                str(identity) if identity else None,
                f"{where}: {reason}" if where else reason,
            )
    else:
        lines = {key.value: key.start_mark.line + 1 for key, _ in cast("yaml.MappingNode", node).value}
        yield Placed(kind, record, Place(name, node.start_mark.line + 1), lines)


def _odd(node: yaml.Node, key: str = "") -> Iterator[tuple[yaml.Node, str, str]]:
    """Scalars that YAML 1.1 reads as another value than a person would, each with its key and what to write.

    A leading zero means octal there, colons mean base 60, and ``NO`` means false.
    """
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield from _odd(name)
            yield from _odd(value, str(name.value))
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _odd(value, key)
    elif node.tag in _NUMBERS and not _PLAIN_NUMBER.fullmatch(node.value):
        yield node, key, f"{node.value} is not written as a plain number, such as 10000 or 7552800.50"
    elif node.tag == _TRUTH and node.value.lower() not in {"true", "false"}:
        yield node, key, f"YAML reads {node.value} as true or false: write '{node.value}' in quotes"


def _is_branch(step: object) -> bool:
    """Whether a step of an error's path names a branch of a union and no key of the file."""
    return isinstance(step, str) and (step == "Cited" or "[" in step)


def _line(node: yaml.Node, path: tuple[int | str, ...]) -> int:
    """The line of the innermost node that the path of an error reaches."""
    line = node.start_mark.line
    for step in path:
        if isinstance(node, yaml.MappingNode):
            found = next(((key, value) for key, value in node.value if key.value == step), None)
            if found is None:
                break
            line, node = found[0].start_mark.line, found[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            line = node.start_mark.line
    return line + 1
