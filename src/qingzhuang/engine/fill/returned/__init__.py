"""A form that came back, held against the village book: whose each row is, and which words are news."""
