"""Papers as PDF: the office's letter, the block with the number, the sheet for the wall, the minutes."""
