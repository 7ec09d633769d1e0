"""What comes into the graph: curated records and documents, read, extracted, resolved."""
