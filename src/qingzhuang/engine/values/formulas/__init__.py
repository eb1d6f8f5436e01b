"""Formulas of a workbook: taken apart, calculated as Excel does, or left uncalculated."""
