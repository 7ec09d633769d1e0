"""Word classes, frames and inflection: what words tell which relation."""
