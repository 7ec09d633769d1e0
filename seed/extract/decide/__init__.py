"""Decision: how sure each candidate is, by a small model that was trained on annotated texts, and which are kept."""
