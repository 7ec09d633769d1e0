"""Parties that a whole text settles: its only authority, and the firm that runs a service."""

from seed.extract.coreference.actor import Actor
from seed.extract.coreference.discourse import Discourse
from seed.extract.lexicon.kinds import AUTHORITY
from seed.extract.lexicon.wording import is_excepted


def only_authority(discourse: Discourse) -> Actor | None:
    """The authority of a text that names no other one."""
    named = [
        (i, m)
        for i, m in discourse.mentions
        if m.sort == "entity"
        and m.kinds == AUTHORITY
        and not is_excepted(discourse.text.readings[i].lower, m.first)
    ]
    alone = len({m.id for _, m in named}) == 1
    return discourse.actor(named[0][1], named[0][0], explicit=False) if alone else None


def operator(discourse: Discourse, actor: Actor) -> Actor:
    """The firm that runs a service, where the text names it; else the service itself."""
    running = discourse.gazetteer.operators(actor.id)
    found = next(((i, m) for i, m in discourse.mentions if m.id in running), None)
    return discourse.actor(found[1], found[0], explicit=False) if found is not None else actor
