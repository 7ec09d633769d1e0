"""One JVM and its keeper: a small process that starts, watches, restarts and ends it."""
