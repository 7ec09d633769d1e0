"""Query parameters of the routes, and the query of facts that follows from them."""
