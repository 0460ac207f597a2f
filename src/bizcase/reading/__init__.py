"""Reading: from a path to a document with places, and the findings that come up on the way."""
