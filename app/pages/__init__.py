"""Web pages: HTML made from the same answers that the API gives, readable without JavaScript."""
