"""The rules that records must keep, one module for each kind of record. Each rule yields problems and raises nothing."""
