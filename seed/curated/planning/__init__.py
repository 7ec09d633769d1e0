"""From checked records to plans for the graph. Pure: the same records always give the same rows and ids.

A group is a record file; it is written in one transaction, or not at all.
"""

from seed.curated.planning.groups import Group, plan

__all__ = ["Group", "plan"]
