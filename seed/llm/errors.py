"""What can go wrong between us and a model. No message ever holds the key.

WhofinedError
└── ModelError
    ├── ModelUnavailable     the endpoint cannot be reached, is too busy, or is too slow
    ├── ModelRefused         the endpoint answered that it will not: key, model or request
    └── AnswerUnusable       it answered, and what it said cannot be read
        └── AnswerCut        the answer ended before it was whole
"""

from graph.errors import WhofinedError


class ModelError(WhofinedError):
    """The language model gave no claims for a document; nothing of that document was kept."""

    exit_code = 5


class ModelUnavailable(ModelError):
    """No answer after several tries; a later run may succeed."""


class ModelRefused(ModelError):
    """The endpoint refused the request; trying again changes nothing."""


class AnswerUnusable(ModelError):
    """The answer is too long, no JSON, or JSON of another shape than was asked for."""


class AnswerCut(AnswerUnusable):
    """The model stopped at its limit of words; a shorter piece of text may fit."""
