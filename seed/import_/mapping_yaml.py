"""The YAML of a mapping: words stay words (``no`` is a column, ``2026-06`` a text), and nothing in it can grow."""

import re
from typing import Any, Final, cast

import yaml

from graph.errors import InvalidInput

_LONGEST: Final = 200_000
"""Characters of a mapping; the longest that comes with the project has a hundredth of it."""
_TRUE_OR_FALSE: Final = re.compile(r"^(?:true|false)$", re.IGNORECASE)
_NULL: Final = re.compile(r"^(?:~|null|)$", re.IGNORECASE)


class _Words(yaml.SafeLoader):
    """Reads texts, ``true`` and ``false``, and nothing for nothing; refuses what stands for another part."""

    yaml_implicit_resolvers: dict[Any, Any] = {}  # noqa: RUF012 - as the library has it

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            mark = cast("Any", self).peek_event().start_mark
            raise yaml.MarkedYAMLError(problem="an alias of another part; write it out", problem_mark=mark)
        return super().compose_node(parent, index)


for _tag, _regexp, _first in (("bool", _TRUE_OR_FALSE, list("tTfF")), ("null", _NULL, ["~", "n", "N", ""])):
    _Words.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", _regexp, _first)  # pyright: ignore[reportUnknownMemberType]


def read_yaml(text: str, where: str) -> Any:
    """What a mapping says; raises ``InvalidInput`` that names ``where`` and the line."""
    if len(text) > _LONGEST:
        raise InvalidInput(
            f"{len(text):,} characters", where=where, remedy=f"a mapping has at most {_LONGEST:,}"
        )
    try:
        return yaml.load(text, _Words)  # noqa: S506 - a safe loader that reads less
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark is not None else ""
        what = getattr(error, "problem", None) or str(error)
        raise InvalidInput(
            f"cannot be read: {what}", where=f"{where}{line}", remedy="give a YAML mapping"
        ) from error
    except RecursionError as error:
        raise InvalidInput(
            "parts within parts without end", where=where, remedy="give a YAML mapping"
        ) from error
