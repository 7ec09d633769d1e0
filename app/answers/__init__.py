"""Answers as values, without a request: what routes, pages, command line and agents share."""
