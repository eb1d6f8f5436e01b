"""Limits of the gate's desk: dated, with their source; a county sets its own."""
