"""Curated records: what people checked and wrote down by hand, as YAML in ``seed/records``.

``check`` reads and checks a folder; ``plan`` turns checked records into plans for the graph, and is pure.
``docs/records.md`` describes the format.
"""

from seed.curated.check import Checked, check, examine
from seed.curated.place import Place, Problem
from seed.curated.planning import Group, plan
from seed.curated.reading import RECORDS

__all__ = ["RECORDS", "Checked", "Group", "Place", "Problem", "check", "examine", "plan"]
