"""The three lists and the register of matters as pages."""
