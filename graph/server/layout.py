"""Where the local server keeps what: jars and archives in the cache, the graph in the data folder, logs apart."""

from dataclasses import dataclass
from pathlib import Path

from graph.connection import GraphSettings


@dataclass(frozen=True, slots=True)
class Layout:
    """The folders of one server. The cache is shared by all servers of a user."""

    cache: Path
    home: Path
    logs: Path

    @property
    def jars(self) -> Path:
        """One folder for each jar, named by its SHA-256."""
        return self.cache / "jars"

    @property
    def archives(self) -> Path:
        """Class-data archives, one for each class path and Java."""
        return self.cache / "archives"

    @property
    def data(self) -> Path:
        """Neo4j's own data."""
        return self.home / "data"

    @property
    def run(self) -> Path:
        """Lock, state, configuration: what the supervisor needs."""
        return self.home / "run"

    @property
    def configuration(self) -> Path:
        """The folder of neo4j.conf, written anew at each start."""
        return self.home / "conf"

    @property
    def imports(self) -> Path:
        """The only folder that an import could read."""
        return self.home / "import"

    @property
    def server_logs(self) -> Path:
        """Where Neo4j itself logs: beside the graph where a folder's name has letters that it garbles."""
        return self.logs if str(self.logs).isascii() else self.home / "logs"

    @property
    def tables(self) -> Path:
        """Where a first load keeps the tables of which a graph is made."""
        return self.home / "tables"

    @property
    def password(self) -> Path:
        """The password of the user neo4j, readable by its owner only."""
        return self.home / "password"

    @property
    def version(self) -> Path:
        """The version of Neo4j that last wrote the data."""
        return self.home / "version"

    @property
    def state_file(self) -> Path:
        """What the supervisor says about the server."""
        return self.run / "state.json"

    def create(self) -> None:
        """Make the folders; those with the graph are for their owner only."""
        self.cache.mkdir(parents=True, exist_ok=True)
        self.home.parent.mkdir(parents=True, exist_ok=True)
        for folder in (self.home, self.run, self.configuration, self.imports, self.logs):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def layout(settings: GraphSettings) -> Layout:
    """The folders that the settings name; the cache without symbolic links, as its path is in the archive."""
    return Layout(cache=settings.cache_dir.resolve(), home=settings.data_dir / "neo4j", logs=settings.log_dir)
