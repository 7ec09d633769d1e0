"""How a sentence means what it says: asserted, proposed, alleged, denied; of an earlier decision or not."""
