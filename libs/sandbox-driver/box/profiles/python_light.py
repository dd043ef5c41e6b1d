"""Python with the data packages installed but not imported: cheaper to fork, for programs that do not use them."""

from . import python, python_plain


class Profile(python_plain.Profile):
    environment = python.Profile.environment
    packages = python.Profile.packages
