"""Python with the data packages at hand but not loaded, for programs that have no use for them: cheaper to copy."""

from . import python, python_plain


class Profile(python_plain.Profile):
    environment = python.Profile.environment
    packages = python.Profile.packages
