"""A text as the reader sees it: markup dropped, sentences and tokens, each with its way back."""
