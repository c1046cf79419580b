"""Sentences as words: their classes, the phrases and the names they make."""
