"""Extraction by a language model: any OpenAI-compatible endpoint, off by default.

The model proposes, the text decides: a claim stands only where its quote, its names, its sum and its date are found in
the document, and every offset is computed here. ``seed.llm.choose.extractor`` is the way in.
"""
