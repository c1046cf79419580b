"""Who says which part of a sentence: one module for each way of saying it."""
