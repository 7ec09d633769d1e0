"""The picture of the README, compared in size only: what it shows changes with every record."""

import struct
from pathlib import Path

from tests.browser.screenshot import LARGEST, PICTURE, SIZE, take
from tests.requirements import CHECKOUT


def size(path: Path) -> tuple[int, int]:
    """Width and height of a PNG."""
    head = path.read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", head[16:])
    return width, height


def test_the_readme_opens_with_it() -> None:
    """It is there, small, of the size that the script makes."""
    assert f"({PICTURE.relative_to(CHECKOUT).as_posix()})" in "".join(
        (CHECKOUT / "README.md").read_text(encoding="utf-8").splitlines(keepends=True)[:12]
    )
    assert size(PICTURE) == SIZE
    assert PICTURE.stat().st_size < LARGEST


def test_the_script_makes_such_a_picture(address: str, tmp_path: Path) -> None:
    """From a running service, of the same size."""
    take(address, tmp_path / "new.png")
    assert size(tmp_path / "new.png") == size(PICTURE)
