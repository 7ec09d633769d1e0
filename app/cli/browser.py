"""`whofined browser`: links into Neo4j Browser, and the pack of queries, style and guide."""

import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from app.browser_pack import FAVOURITES, GUIDE, STYLE, Saved, files, link, queries
from app.schemas.near import hint
from app.settings import load_settings
from graph.errors import ConfigurationError, InvalidInput
from graph.server.local import ensure
from graph.server.progress import Terminal


def browser(
    name: Annotated[
        str | None, typer.Argument(help="A saved query by name or number; all where left out.")
    ] = None,
    opens: Annotated[
        bool, typer.Option("--open", help="Open it in the web browser of this machine.")
    ] = False,
    to: Annotated[
        Path | None,
        typer.Option("--write", help="Write the style, the favourites and the guides into a folder."),
    ] = None,
) -> None:
    """Print links that open saved queries in Neo4j Browser.

    Examples: whofined browser · whofined browser 3 --open · whofined browser --write pack
    """
    chosen = _chosen(name)
    if to is not None:
        _write(to)
        return
    address = ensure(load_settings(), Terminal()).browser_url
    if address is None:
        raise ConfigurationError(
            "nothing says where Neo4j Browser is", where="NEO4J_BROWSER_URL", remedy="set it to its address"
        )
    for one in chosen:
        typer.echo(f"{one.name}  {one.title}\n  {link(address, one.text)}")
    if opens:
        webbrowser.open(link(address, chosen[0].text) if name else address)


def _chosen(name: str | None) -> list[Saved]:
    known = queries()
    if name is None:
        return list(known.values())
    found = [
        one for one in known.values() if one.name == name or one.name.partition("_")[0].lstrip("0") == name
    ]
    if not found:
        raise InvalidInput(f"no query {name!r}{hint(name, known)}", where="name", remedy="; ".join(known))
    return found


def _write(to: Path) -> None:
    try:
        to.mkdir(parents=True, exist_ok=True)
        for file, text in files().items():
            (to / file).write_text(text, encoding="utf-8")
    except OSError as error:
        raise InvalidInput(f"the pack cannot be written: {error.strerror}", where=str(to)) from error
    typer.echo(f"{to}: {STYLE} and {FAVOURITES} to drop onto Browser, {GUIDE} to play", err=True)
