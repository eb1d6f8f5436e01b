"""Packages (OPC): what an .xlsx and a .docx have in common: the zip, its parts, their XML, its limits."""
