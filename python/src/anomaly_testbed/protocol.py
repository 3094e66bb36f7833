"""What a detector program reads and writes: CSV rows in, a score a line out.

docs/external-detectors.md lays it down.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

import numpy as np

from .adapters import Matrix


class Rows:
    """Rows of one series from a stream: ``channels``, and an iteration over lists of numbers.

    A cell that is empty or not a number is NaN.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        header = stream.readline().decode("utf-8", "replace").strip("\r\n")
        #: Names of the channels, in the order of a row.
        self.channels: list[str] = next(csv.reader([header]), [])[1:]

    def __iter__(self) -> Iterator[list[float]]:
        for line in iter(self._stream.readline, b""):
            cells = line.rstrip(b"\r\n").split(b",")[1:]
            yield [float(cell) if cell else math.nan for cell in cells]


#: What is printed for an infinite score: above all that a model can mean, and still a number.
MOST = 1e60


def text(score: float) -> str:
    """The line for a score: the shortest digits that give the same double; empty where there is none."""
    if score == math.inf:
        return repr(MOST)
    return repr(float(score)) if math.isfinite(score) else ""


def write(stream: BinaryIO, scores: Iterable[float]) -> None:
    """Prints scores, a line each, at once."""
    stream.write("".join(text(score) + "\n" for score in scores).encode())
    stream.flush()


@dataclass
class Filler:
    """Puts numbers where a row has none, for models that need all: the channel's last value.

    Before the first one it is the first of the rows that are learnt from, or 0 where there is none.
    """

    last: list[float] = field(default_factory=list)

    def learn(self, rows: list[list[float]]) -> None:
        """Sees the rows that the model will be fitted to."""
        table = np.asarray(rows, dtype=np.float64)
        self.last = [
            float(column[np.isfinite(column)][0]) if np.isfinite(column).any() else 0.0
            for column in table.T
        ]

    def fill(self, rows: list[list[float]]) -> Matrix:
        """The rows as a table without gaps."""
        filled = []
        for row in rows:
            self.last = [
                value if math.isfinite(value) else before
                for value, before in zip(row, self.last, strict=True)
            ]
            filled.append(self.last)
        return np.asarray(filled, dtype=np.float64)
