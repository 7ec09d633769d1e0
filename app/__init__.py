"""HTTP, pages and command line of whofined."""
