"""Paths as a repository has them, which is how services that read findings look for the lines."""

import os

_ROOTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR", "BUILD_SOURCESDIRECTORY")
"""Where GitHub, GitLab and Azure say that the repository lies."""


def path_in_repository(path: str) -> str:
    """A path from the root of the repository that a runner works on, whatever folder the run began in.

    Where no runner says where that is, or the file lies elsewhere, it is the path without `./` and the like.
    """
    tidy = os.path.normpath(path)
    root = next(filter(None, map(os.environ.get, _ROOTS)), None)
    if root:
        whole = os.path.realpath(tidy)
        inside = os.path.relpath(whole, os.path.realpath(root))
        if inside != os.pardir and not inside.startswith(os.pardir + os.sep):
            tidy = inside
    return tidy.replace(os.sep, "/")
