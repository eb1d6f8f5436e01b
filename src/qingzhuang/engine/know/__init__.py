"""Know: which value holds, since when, and who said so."""
