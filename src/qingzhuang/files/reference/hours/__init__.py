"""Minutes that a cell takes (工时参数): dated, cited, replaced by measured ones."""
