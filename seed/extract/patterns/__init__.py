"""Rules on words, for turns of phrase and headlines that the parser reads wrongly."""
