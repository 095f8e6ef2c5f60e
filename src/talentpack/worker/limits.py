"""What a worker may use up, and how it binds itself to that."""

from __future__ import annotations

import ctypes
import math
import signal
import sys
import time

from talentpack.core.values import Value

MB = 1_000_000
GIB = 1 << 30


class Profile(Value, frozen=True, kw_only=True):
    """``wall_seconds`` and ``max_result_bytes`` are held by the parent, everywhere; the others by the kernel, on Unix.

    ``file_bytes`` is the largest file the child may write (0: none at all).
    """

    name: str
    wall_seconds: int
    cpu_seconds: int
    data_bytes: int
    file_bytes: int
    max_result_bytes: int


# One stranger's file: its bytes in, a verdict, a cleaned copy and pictures out. It writes nothing to disk.
READER = Profile(
    name="reader", wall_seconds=20, cpu_seconds=20, data_bytes=GIB, file_bytes=0, max_result_bytes=400 * MB
)


def builder(total_bytes: int) -> Profile:
    """The profile for a pack made of ``total_bytes`` of evidence.

    Joining runs at some 400 MB a second; what takes time is shrinking scans for the portal, about a second a megabyte
    when every step of the ladder is tried.
    """
    cpu = 120 + 2 * math.ceil(total_bytes / MB)
    return Profile(
        name="builder",
        wall_seconds=3 * cpu,  # slow disks, a machine doing other things
        cpu_seconds=cpu,
        data_bytes=GIB + 2 * total_bytes,  # where pages cannot be joined by path they are held in memory
        file_bytes=GIB + 4 * total_bytes,
        max_result_bytes=16 * MB,  # the pack itself goes to the disk; this is the report on it
    )


def apply(profile: Profile) -> None:
    """Binds this process for good: hard limits, so that nothing it runs can raise them again."""
    if sys.platform == "win32":
        return  # no such limits there; the parent's wall clock holds
    import resource  # noqa: PLC0415 - Unix only

    cpu = math.ceil(time.process_time()) + profile.cpu_seconds
    for limit, most in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_DATA, profile.data_bytes),
        (resource.RLIMIT_FSIZE, profile.file_bytes),
    ):
        _lower(limit, most, most)
    _lower(resource.RLIMIT_CPU, cpu, cpu + 1)  # at the first SIGXCPU, which can be told from a kill; then SIGKILL
    signal.alarm(profile.wall_seconds + 5)  # should the parent be gone, nobody else ends a sleeping child
    if sys.platform == "linux":
        _no_new_rights()


def _lower(limit: int, soft: int, hard: int) -> None:
    import resource  # noqa: PLC0415 - Unix only

    _, ceiling = resource.getrlimit(limit)
    if ceiling != resource.RLIM_INFINITY:
        soft, hard = min(soft, ceiling), min(hard, ceiling)
    resource.setrlimit(limit, (soft, hard))


def _no_new_rights() -> None:
    """No set-uid program gives it more rights; no core dump, not even to a crash reporter (RLIMIT_CORE stops files)."""
    libc = ctypes.CDLL(None, use_errno=True)
    set_dumpable, set_no_new_privs = 4, 38  # PR_SET_DUMPABLE, PR_SET_NO_NEW_PRIVS of <linux/prctl.h>
    for option, value in ((set_dumpable, 0), (set_no_new_privs, 1)):
        if libc.prctl(option, value, 0, 0, 0):
            raise OSError(ctypes.get_errno(), "prctl")
