"""The catalogue of data elements (数据元, GB/T 18391): what can be known, and what it is called."""
