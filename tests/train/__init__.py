"""Training of the model that decides candidates (``python -m tests.train``), and its held-out figures."""
