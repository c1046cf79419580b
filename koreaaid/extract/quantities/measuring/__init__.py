"""What money, percentages and measures are said of."""
