"""The three lists of a county and the register of matters: read, searched, compared, counted; all pure."""
