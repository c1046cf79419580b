"""Who gives, sends, buys or loses what a figure counts, to or from whom, and how far it has come."""
