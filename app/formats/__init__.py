"""The forms of a list: one module a form, one row of the registry each."""
