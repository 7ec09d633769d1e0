"""Which numbers of migrations may be missing."""

from pathlib import Path

import pytest

from graph import migrations
from graph.errors import SchemaMismatch


def _copy(folder: Path, without: int) -> None:
    for path in migrations.SCHEMA.glob("V*.cypher"):
        if not path.name.startswith(f"V{without:03}__"):
            (folder / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")


@pytest.mark.parametrize("lost", [migration.version for migration in migrations.migrations()][:-1])
def test_no_migration_can_be_lost(lost: int, tmp_path: Path) -> None:
    """A number that a file carries is not one of those that were never used."""
    _copy(tmp_path, without=lost)
    with pytest.raises(SchemaMismatch, match="numbered"):
        migrations.migrations(tmp_path)
