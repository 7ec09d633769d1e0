"""From claims between two parties to the facts that they give."""
