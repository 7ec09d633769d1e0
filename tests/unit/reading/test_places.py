"""Files, folders and standard input; and what is kept of them."""

import io
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from graph.errors import InvalidInput
from seed.reading import Limits, Place, Policy, expand, load
from seed.reading.keep import keep


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as people have it."""
    for name in ("b.txt", "a.HTML", "sub/c.md", "sub/d.pdf", "picture.png", ".hidden.txt", ".git/e.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name)
    (tmp_path / "sub" / "loop").symlink_to(tmp_path)
    return tmp_path


def test_a_folder_is_read_in_a_fixed_order(folder: Path) -> None:
    """Documents by name, folders after the files beside them; nothing hidden, no picture, no circle."""
    names = [os.path.relpath(place.name, folder) for place in expand([str(folder)])]
    assert names == ["a.HTML", "b.txt", "sub/c.md", "sub/d.pdf"]


def test_each_document_is_named_once(folder: Path) -> None:
    """Also when it is given beside its folder; a file that is named is taken whatever its ending."""
    given = [str(folder / "b.txt"), str(folder), str(folder / "picture.png"), "-", "https://a.example/", "-"]
    names = [place.name for place in expand(given)]
    assert len(names) == len(set(names)) == 7


def test_what_is_not_there_is_told(folder: Path) -> None:
    """Before anything is read."""
    with pytest.raises(InvalidInput, match="no such file"):
        list(expand([str(folder / "none.txt")]))


def test_bytes_come_from_file_and_standard_input(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the name for messages; neither without an end."""
    assert load(Place(str(folder / "b.txt"))).content == b"b.txt"
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"fined")))
    assert load(Place("-")).content == b"fined"
    with pytest.raises(InvalidInput, match="4 bytes"):
        load(Place(str(folder / "b.txt")), Limits(content=4))
    with pytest.raises(InvalidInput, match="too large"):
        load(Place("/dev/zero"), Limits(content=1000))


def test_what_cannot_be_opened_has_a_reason(folder: Path) -> None:
    """A folder that takes the place of a file meanwhile, for one."""
    with pytest.raises(InvalidInput, match="cannot be read"):
        load(Place(str(folder)))


def test_an_address_goes_through_the_policy() -> None:
    """Whatever way a document is named, the rules of fetching hold."""
    for policy in (None, Policy()):
        with pytest.raises(InvalidInput, match="public network"):
            load(Place("https://127.0.0.1/"), policy=policy)


def test_source_bytes_are_kept_once(tmp_path: Path) -> None:
    """Under their SHA-256; the second time nothing is written."""
    path = keep(tmp_path, b"fined")
    assert path.read_bytes() == b"fined"
    assert path.name.startswith(path.parent.name)
    before = path.stat().st_mtime_ns
    assert keep(tmp_path, b"fined") == path
    assert path.stat().st_mtime_ns == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]
