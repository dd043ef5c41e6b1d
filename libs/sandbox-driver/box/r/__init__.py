"""R inside a zygote: its library is loaded into Python, so that what forks a warm Python forks a warm R as well."""
