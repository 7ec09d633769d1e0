"""What the service answers, for OpenAPI. Answers are built as bytes; contract tests hold them against these models."""
