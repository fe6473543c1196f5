"""Work in other processes gives what one process would give, and nobody is left behind."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time

import pytest
from conftest import ROOT, is_alive

from generator.diagnostics import place_of
from generator.load.store import Store
from generator.render.share import WORTH_IT, ahead, apart, begun, share

LEAVES_ITS_CHILDREN = """
import os, signal, time
from generator.render.share import ahead

def large():
    os.write(1, str(os.getpid()).encode() + bytes([10]))
    time.sleep(0.2)
    return b"x" * 10_000_000

waiting = [ahead(large, 2) for _ in range(3)]
time.sleep(60)
"""


def test_shared_work_comes_back_in_order() -> None:
    items = list(range(3 * WORTH_IT))
    assert share(lambda number: number * 2, items, 3) == [number * 2 for number in items]


def test_what_the_work_raises_is_raised_here() -> None:
    def fail() -> None:
        raise ValueError("no luck")

    for jobs in (1, 2):
        with pytest.raises(ValueError, match="no luck") as raised:
            ahead(fail, jobs)()
        assert place_of(raised.value) == f"test_share.py, line {fail.__code__.co_firstlineno + 1}"


@pytest.mark.parametrize(("store", "jobs"), [(None, 1), (None, 2), (Store(), 1), (Store(), 2)])
def test_work_can_begin_before_what_it_needs_is_there(store: Store | None, jobs: int) -> None:
    asking = begun(lambda given: sum(given()) + 1, store, jobs)
    asking.give([20, 21])
    assert asking.result() == asking.result() == 42


def test_what_a_later_process_lays_down_can_be_read_by_one_that_began_before_it() -> None:
    store = Store()
    asking = begun(lambda given: given().read(), store, 2)
    asking.give(apart(lambda: store.put(b"key", b"laid down"), store, 2)())
    assert asking.result() == b"laid down"
    assert store.get(b"key") == b"laid down"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="work is shared where processes can fork")
def test_work_that_is_never_given_anything_ends_by_itself() -> None:
    asking = begun(lambda given: given(), Store(), 2)
    (child,) = multiprocessing.active_children()
    del asking
    child.join(10)
    assert child.exitcode == 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="work is shared where processes can fork")
def test_processes_whose_parent_is_killed_end_too() -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", LEAVES_ITS_CHILDREN], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert parent.stdout
    children = [int(parent.stdout.readline()) for _ in range(3)]
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    parent.stdout.close()
    patience = 600
    while patience and any(map(is_alive, children)):
        patience -= 1
        time.sleep(0.05)
    assert not [child for child in children if is_alive(child)]
