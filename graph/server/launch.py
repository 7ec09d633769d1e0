"""What the supervisor needs to know to run one server: written by the caller, read by the supervisor's process."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Launch:
    """One server: its command line, its folder for run files, its logs, its ports and login.

    `tied`: the supervisor ends when its standard input closes, that is when its parent is gone.
    `configuration` is the text of neo4j.conf: the supervisor writes it under its lock at each start of the JVM, so that
    nobody who prepares another server in the same folder can change what this one comes back with.
    `pulse_*`: a small read and write every so many seconds; as many that find no answer in time end a stuck JVM.
    `restarts`: how often a JVM that died is started again within `restart_window` seconds.
    """

    version: str
    command: tuple[str, ...]
    run_dir: str
    log_dir: str
    bolt_port: int
    http_port: int
    password_file: str
    tied: bool
    start_seconds: float = 180.0
    stop_seconds: float = 20.0
    restarts: int = 5
    restart_window: float = 600.0
    pulse_seconds: float = 10.0
    pulse_deadline: float = 15.0
    pulse_missed: int = 4
    configuration_file: str | None = None
    configuration: str = ""

    @property
    def lock_file(self) -> Path:
        """Held by the supervisor for as long as it lives."""
        return Path(self.run_dir) / "supervisor.lock"

    @property
    def state_file(self) -> Path:
        """Where the supervisor writes how the server is."""
        return Path(self.run_dir) / "state.json"

    @property
    def stop_file(self) -> Path:
        """Its existence asks the supervisor to stop: works alike on every platform."""
        return Path(self.run_dir) / "stop"

    @property
    def console_log(self) -> Path:
        """What the JVM prints."""
        return Path(self.log_dir) / "console.log"

    @property
    def supervisor_log(self) -> Path:
        """What the supervisor did and why."""
        return Path(self.log_dir) / "supervisor.log"

    def write(self, path: Path) -> None:
        """Store it for the supervisor's process."""
        path.write_text(json.dumps(asdict(self), indent=1), encoding="utf-8")


def read_launch(path: Path) -> Launch:
    """The inverse of `Launch.write`."""
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    command = tuple(data.pop("command"))
    return Launch(**data, command=command)
