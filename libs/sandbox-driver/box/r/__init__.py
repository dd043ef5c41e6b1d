"""R inside a zygote: libR is loaded into Python, so that forking a warm Python also forks a warm R."""
