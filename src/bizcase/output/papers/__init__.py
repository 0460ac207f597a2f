"""Papers that people read: a form is a file here, each of them from the same neutral paper."""
