"""Reading questions in plain English: text to understanding, without a graph and without a model."""
