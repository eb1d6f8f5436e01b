"""Values: parse messily, store once in a canonical form, format as asked."""
