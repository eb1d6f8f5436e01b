"""Word documents (.docx) as one sheet: read into a grid, filled by patching the document's own XML."""
