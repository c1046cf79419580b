"""Whom the words for a speaker mean, and which of the speakers says a figure."""
