"""Node. A running Node cannot be forked, so a parked box is a Node that has started and waits."""

import os

from .. import roots, seccomp_filter
from . import COMMON_ENVIRONMENT

_NODE = "/usr/bin/node"
_SEMI_SPACE_MEGABYTES = 8


class Profile:
    environment = COMMON_ENVIRONMENT

    def filter(self):
        return seccomp_filter.build("node")

    def build_root(self, settings):
        box = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
        roots.node_root(settings["root"], settings["nodeBinary"], f"{box}/javascript", settings["datasets"])
        self._start = settings["node"]

    def warm_up(self):
        return {}

    def before_filter(self):
        pass

    def run(self, _address_bytes):
        options = [
            # The seccomp filter or the limits enforce the same, but the permission model gives clear error codes.
            "--permission",
            "--allow-fs-read=*",
            "--allow-fs-write=*",
            "--no-addons",
            "--disable-sigusr1",
            "--experimental-transform-types",
            "--no-warnings",
            "--v8-pool-size=0",
            f"--max-old-space-size={self._start['memoryBytes'] >> 20}",
            f"--max-semi-space-size={_SEMI_SPACE_MEGABYTES}",
        ]
        environment = {**COMMON_ENVIRONMENT, "UV_THREADPOOL_SIZE": "1"}
        arguments = ["typescript"] if self._start["readsTypeScript"] else []
        os.execve(_NODE, [_NODE, *options, "/usr/lib/holdout/harness.mjs", *arguments], environment)
