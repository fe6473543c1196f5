"""Work taken in turns is all done, once, by whichever process is free."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator

import pytest
from conftest import ROOT, is_alive

from generator.render.turns import MOST_TURNS, TURN, WORTH_IT, in_turns

MANY = range(2 * WORTH_IT + 1)
needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="turns are taken where processes can fork")

WAITS = """
import os, time
from generator.render.turns import in_turns

def told(items):
    os.write(1, str(os.getpid()).encode() + bytes([10]))
    return list(items) and time.sleep(60)

turns = in_turns(told, range(1000), 3, None)
from multiprocessing import active_children
os.write(1, b"".join(str(child.pid).encode() + bytes([10]) for child in active_children()))
time.sleep(60)
"""


def those(items: Iterator[int]) -> tuple[int, list[int]]:
    return os.getpid(), list(items)


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.parametrize("many", [0, 1, TURN, 10 * TURN + 3, MOST_TURNS * TURN * 2 + 1])
def test_every_item_is_taken_once(jobs: int, many: int) -> None:
    parts = in_turns(those, range(many), jobs, None).result()
    assert sorted(item for _, part in parts for item in part) == list(range(many))
    assert len(parts) <= jobs


@needs_fork
def test_one_process_begins_at_once_and_the_others_only_when_they_are_called() -> None:
    def begun(items: Iterator[int]) -> int:
        os.write(there, b"begun")
        return sum(items)

    here, there = os.pipe()
    turns = in_turns(begun, MANY, 3, None)
    assert turns.results[0]() == [sum(MANY)], "it had to do everything, for nobody had been called"
    turns.call_all()
    turns.call_all()  # a second call changes nothing
    assert turns.result() == [sum(MANY)]
    assert os.read(here, 100) == b"begun", "where nothing is left nobody begins"
    os.close(here)
    os.close(there)


@needs_fork
def test_the_work_is_done_elsewhere_and_by_all_that_are_called() -> None:
    def meet(items: Iterator[int]) -> int:
        os.write(there, b"x")
        patience = 600
        while patience and len(os.pread(here, 9, 0)) < 2:
            patience -= 1
            time.sleep(0.05)
        return len(list(items)) and os.getpid()

    with tempfile.TemporaryFile() as file:
        here = there = file.fileno()
        parts = in_turns(meet, MANY, 2, None).result()
    assert len(parts) == 2
    assert os.getpid() not in parts


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_the_work_raises_is_raised_here(jobs: int) -> None:
    def fail(_: Iterator[int]) -> None:
        raise ValueError("no luck")

    with pytest.raises(ValueError, match="no luck"):
        in_turns(fail, MANY, jobs, None).result()


@needs_fork
def test_processes_that_wait_end_when_their_parent_is_killed() -> None:
    parent = subprocess.Popen([sys.executable, "-c", WAITS], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert parent.stdout
    told = [int(parent.stdout.readline()) for _ in range(4)]
    waiting = [child for child in told if told.count(child) == 1]
    assert len(waiting) == 2
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    os.kill(next(child for child in told if told.count(child) == 2), signal.SIGKILL)
    parent.stdout.close()
    patience = 600
    while patience and any(map(is_alive, waiting)):
        patience -= 1
        time.sleep(0.05)
    assert not [child for child in waiting if is_alive(child)]
