"""One graph takes the place of another, whole, wherever a kill comes in between."""

from collections.abc import Callable
from pathlib import Path

import pytest

from graph.server import swap

PARTS = ("databases", "transactions")


class Killed(Exception):
    """The process ends here."""


def fill(home: Path, *, new: bool = True) -> None:
    """An old graph in its place, and a new one that was loaded."""
    for part in PARTS:
        for folder, text in (
            (home / "data", "old"),
            *([(swap.scratch_of(home) / "data", "new")] if new else []),
        ):
            place = folder / part / swap.DATABASE
            place.mkdir(parents=True)
            (place / "store").write_text(text, encoding="utf-8")


def holds(home: Path) -> list[str]:
    """What is in each part now."""
    return [(home / "data" / part / swap.DATABASE / "store").read_text(encoding="utf-8") for part in PARTS]


def killed_after(monkeypatch: pytest.MonkeyPatch, count: int) -> Callable[[], None]:
    """Let the process die before rename number ``count``; the function undoes that."""
    done = 0
    replace = Path.replace

    def step(path: Path, target: Path) -> Path:
        nonlocal done
        done += 1
        if done > count:
            raise Killed
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", step)
    return lambda: monkeypatch.setattr(Path, "replace", replace)


@pytest.mark.parametrize("count", range(5))
def test_a_swap_that_is_cut_off_is_finished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    """Before each of its four renames, and after all of them; a second recovery changes nothing."""
    fill(tmp_path)
    undo = killed_after(monkeypatch, count)
    if count < 4:
        with pytest.raises(Killed):
            swap.swap(tmp_path)
        undo()
        assert swap.recover(tmp_path)
    else:
        swap.swap(tmp_path)
        undo()
    assert holds(tmp_path) == ["new", "new"]
    assert not swap.recover(tmp_path)
    assert holds(tmp_path) == ["new", "new"]
    assert not swap.scratch_of(tmp_path).exists()


def test_what_was_not_loaded_whole_is_dropped(tmp_path: Path) -> None:
    """Without the mark the present graph stays."""
    fill(tmp_path)
    assert not swap.recover(tmp_path)
    assert holds(tmp_path) == ["old", "old"]
    assert not swap.scratch_of(tmp_path).exists()


def test_the_first_graph_of_all_is_put_in_place(tmp_path: Path) -> None:
    """Where there was none before."""
    fill(tmp_path)
    for part in PARTS:
        (tmp_path / "data" / part / swap.DATABASE / "store").unlink()
        (tmp_path / "data" / part / swap.DATABASE).rmdir()
    swap.swap(tmp_path)
    assert holds(tmp_path) == ["new", "new"]
