"""What a command says of its steps, kept."""

from graph.server.progress import Silent


class Heard(Silent):
    """Keeps what was said."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.said: list[str] = []

    def say(self, text: str) -> None:
        """Keep it."""
        self.said.append(text)
