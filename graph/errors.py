"""Everything that can go wrong, without HTTP; `app/http/error_handlers.py` maps the tree to problem documents.

WhofinedError
├── ConfigurationError          a setting or an environment variable is wrong
├── InvalidInput                what the caller gave cannot be used
├── NotFound                    no such thing
│   └── Gone                    it was here; `reason` says why it no longer is
├── NotAuthorized               the caller gave no API key, or one that is not valid
├── Forbidden                   the caller's API key has not the scope for this
├── Conflict                    the state of the graph or the server forbids it
├── StatementError              a .cypher file and its declaration disagree; found at import
├── SchemaMismatch              the graph's schema is not the one this code needs
├── DatabaseUnavailable         no answer from the database; try again
│   └── StorageFull             its disk is full; what is there can be read, nothing written
└── LocalServerError            the Neo4j that the project runs itself
    ├── DownloadFailed          Maven did not deliver
    │   ├── NoNetwork           nothing could be reached
    │   └── BrokenFile          a file is not the one in the lock file
    ├── JavaNotFound            no Java, or one of the wrong version
    ├── PortTaken               another process listens there
    ├── DiskFull                no room for jars, data or logs
    ├── TooLittleMemory         the machine cannot give what the server needs
    ├── DataInUse               another process holds the data directory
    ├── DataFromNewerVersion    a newer Neo4j wrote the data directory
    ├── StoreDamaged            the files of the graph are not what Neo4j wrote
    ├── StartFailed             the server did not come up; the log says why
    ├── KeepsDying              it was restarted as often as is allowed
    └── AdminFailed             dump or load failed
"""

from typing import ClassVar


class WhofinedError(Exception):
    """Base of all: `what` happened, `where` (file, address, variable), and the `remedy` a person can try."""

    exit_code: ClassVar[int] = 1

    def __init__(self, what: str, *, where: str | None = None, remedy: str | None = None) -> None:
        """Keep the three parts; `str()` gives them as one line."""
        super().__init__(what)
        self.what = what
        self.where = where
        self.remedy = remedy

    def __str__(self) -> str:
        """One line: what, where, remedy."""
        where = f" ({self.where})" if self.where else ""
        remedy = f"; {self.remedy}" if self.remedy else ""
        return f"{self.what}{where}{remedy}"


class ConfigurationError(WhofinedError):
    """A setting is unknown, missing or wrong; nothing was started."""

    exit_code = 2


class InvalidInput(WhofinedError):
    """The caller's value cannot be used; `where` names the parameter or file and line."""

    exit_code = 2


class NotFound(WhofinedError):
    """There is no such thing, and there never was."""


class Gone(NotFound):
    """It existed; `reason` says why it was taken away."""

    def __init__(
        self,
        what: str,
        reason: str,
        *,
        day: str | None = None,
        where: str | None = None,
        remedy: str | None = None,
    ) -> None:
        """Keep the reason, and the day where it is known, beside the parts of the base."""
        super().__init__(what, where=where, remedy=remedy)
        self.reason = reason
        self.day = day

    def __str__(self) -> str:
        """One line: what, since when and why, where, remedy."""
        since = f" on {self.day}" if self.day else ""
        return super().__str__().replace(self.what, f"{self.what}{since}: {self.reason}", 1)


class NotAuthorized(WhofinedError):
    """The caller gave no API key, or one that is unknown, expired or revoked."""


class Forbidden(WhofinedError):
    """The caller's API key is valid, and has not the scope that this needs."""


class Conflict(WhofinedError):
    """What is there already forbids the change."""


class StatementError(WhofinedError):
    """A statement's file, header, parameters or columns differ from its declaration."""


class SchemaMismatch(WhofinedError):
    """The graph's schema is older, newer or other than this code needs."""


class DatabaseUnavailable(WhofinedError):
    """The database does not answer; `retry_after` is a guess in seconds."""

    def __init__(
        self, what: str, *, where: str | None = None, remedy: str | None = None, retry_after: int = 2
    ) -> None:
        """Keep the pause beside the parts of the base."""
        super().__init__(what, where=where, remedy=remedy)
        self.retry_after = retry_after


class StorageFull(DatabaseUnavailable):
    """The disk of the database is full: it takes nothing more until there is room, then it goes on by itself."""


class LocalServerError(WhofinedError):
    """The Neo4j that the project runs itself could not be fetched, started, stopped or kept alive."""

    exit_code = 4


class DownloadFailed(LocalServerError):
    """A file could not be fetched after several tries."""


class NoNetwork(DownloadFailed):
    """No connection at all to the Maven repository while files are missing."""


class BrokenFile(DownloadFailed):
    """A file's size or SHA-256 differs from the lock file; it is not used."""


class JavaNotFound(LocalServerError):
    """No Java runtime of a version that this Neo4j supports."""


class PortTaken(LocalServerError):
    """Another process listens on a port that the server needs."""


class DiskFull(LocalServerError):
    """Not enough free space where the server keeps jars, data or logs."""


class TooLittleMemory(LocalServerError):
    """Heap and page cache do not fit into what the machine or its container may use."""


class DataInUse(LocalServerError):
    """A live process holds the data directory."""


class DataFromNewerVersion(LocalServerError):
    """The data directory was written by a newer Neo4j than the one to start."""


class StoreDamaged(LocalServerError):
    """The files of the graph are damaged: Neo4j cannot read or recover them."""


class StartFailed(LocalServerError):
    """The JVM ended, or gave no answer in time, while starting."""


class KeepsDying(LocalServerError):
    """The JVM died more often than the restart limit allows."""


class AdminFailed(LocalServerError):
    """Neo4j's admin tool refused a dump or a load."""
