"""Costing (工时): what an application costs the villages in hours a year."""
