"""The invented village: drawn in code, the same every time, with nobody real in it."""
