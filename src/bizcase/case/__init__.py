"""The case: what an analyst's file says, read from a document into frozen values, or refused with reasons."""
