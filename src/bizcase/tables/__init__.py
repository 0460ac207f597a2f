"""Tables: from a result to a neutral table as the municipality lays it out, one module a published layout."""
