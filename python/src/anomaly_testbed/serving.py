"""Any model as a detector program."""

from __future__ import annotations

import math
import os
import sys
from itertools import islice
from typing import Any, BinaryIO, Literal

from .adapters import High, ModelError, Online, Whole, adapt
from .protocol import Filler, Rows, write

Mode = Literal["stream", "train", "batch"]

#: Rows that are scored together. Fixed, so that sums come in the same order however rows arrive.
BLOCK = 256
#: Rows to learn from where neither the model's owner nor the testbed says.
USUAL_TRAIN = 300


def serve(
    model: Any,
    mode: Mode | None = None,
    *,
    train: int | None = None,
    warmup: int = 0,
    high: High | None = None,
    block: int = BLOCK,
) -> None:
    """Serves ``model`` to the testbed: reads rows from standard input, prints a score for each.

    Online models (``learn_one``, ``score_one``) score a row and then learn it. Models that are fitted to
    a table learn the first ``train`` rows and score the rest; with ``mode="batch"`` they are fitted to
    the whole series and score it with hindsight. A function of a table can do nothing but that.

    Rows that were learnt from get scores where the testbed judges nobody by them, so that a threshold
    can be set before the first row that counts; else they get none, for they are not news any more.

    A channel without a value is left out for online models. For others it keeps its last value. A row
    without any gets no score.

    Args:
        model: not yet fitted; see :func:`anomaly_testbed.adapt` for what is known.
        mode: what the model may see; None for what ``TESTBED_MODE`` says, or what suits the model.
        train: rows to fit to; None for ``TESTBED_TRAIN_ROWS``, ``TESTBED_WARMUP_ROWS``, or 300.
        warmup: rows at the beginning whose score is not given, for online models.
        high: what a high score of the model means; None to tell from its methods.
        block: rows that are scored together, where the model is fitted; 1 for live use.
    """
    try:
        _serve(model, mode, train, warmup, high, block, sys.stdin.buffer, sys.stdout.buffer)
    except ModelError as error:
        sys.exit(f"anomaly_testbed: error: {error}")
    except BrokenPipeError:
        # Nobody listens any more: there is nothing left to say, nor at the interpreter's end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _serve(
    model: Any,
    mode: str | None,
    train: int | None,
    warmup: int,
    high: High | None,
    block: int,
    source: BinaryIO,
    sink: BinaryIO,
) -> None:
    if block < 1 or warmup < 0:
        raise ModelError(f"block={block}, warmup={warmup}: block is at least 1, warmup at least 0")
    adapted = adapt(model, high)
    chosen = mode or os.environ.get("TESTBED_MODE") or None
    rows = Rows(source)
    if isinstance(adapted, Online):
        _stream(adapted, rows, warmup, sink)
        return
    if chosen == "stream" and mode is None:
        # What the testbed says where its user did not say anything.
        chosen = None
    if chosen is None:
        chosen = "train" if adapted.score else "batch"
    if chosen == "batch":
        _batch(adapted, rows, sink)
    elif chosen == "train":
        _train(adapted, rows, _train_rows(train), block, sink)
    else:
        raise ModelError(
            f'mode="{chosen}": a model that is fitted to a table has the modes "train" and "batch"'
        )


def _train_rows(train: int | None) -> int:
    """How many rows to learn from: what was said here, else what the testbed says."""
    if train is not None:
        if train < 1:
            raise ModelError(f"train={train}: name at least 1 row")
        return train
    return _told("TESTBED_TRAIN_ROWS") or _told("TESTBED_WARMUP_ROWS") or USUAL_TRAIN


def _told(name: str) -> int:
    """A number of rows that the testbed says; 0 where it does not."""
    value = os.environ.get(name, "")
    return int(value) if value.isdigit() else 0


def _stream(model: Online, rows: Rows, warmup: int, sink: BinaryIO) -> None:
    for number, row in enumerate(rows):
        features = {
            name: value
            for name, value in zip(rows.channels, row, strict=True)
            if not math.isnan(value)
        }
        score = model.score(features)
        model.learn(features)
        write(sink, [score if number >= warmup and features else math.nan])


def _batch(model: Whole, rows: Rows, sink: BinaryIO) -> None:
    table = list(rows)
    if not table:
        return
    filler = Filler()
    filler.learn(table)
    _answer(model.fit_scores(filler.fill(table)), table, sink)


def _train(model: Whole, rows: Rows, count: int, block: int, sink: BinaryIO) -> None:
    if model.fit is None or model.score is None:
        raise ModelError(
            "this model scores only the rows that it was fitted to, so it can work with hindsight"
            ' alone: mode="batch"'
        )
    source = iter(rows)
    past = list(islice(source, count))
    if len(past) < count:
        write(sink, [math.nan] * len(past))
        print(
            f"anomaly_testbed: the series ended after {len(past)} of {count} rows to learn from",
            file=sys.stderr,
        )
        return
    filler = Filler()
    filler.learn(past)
    table = filler.fill(past)
    if count <= max(_told("TESTBED_TRAIN_ROWS"), _told("TESTBED_WARMUP_ROWS")):
        _answer(model.fit_scores(table), past, sink)
    else:
        model.fit(table)
        write(sink, [math.nan] * count)
    while piece := list(islice(source, block)):
        _answer(model.score(filler.fill(piece)), piece, sink)


def _answer(scores: Any, rows: list[list[float]], sink: BinaryIO) -> None:
    """Prints the scores of rows that have a value."""
    write(
        sink,
        [
            math.nan if all(map(math.isnan, row)) else float(score)
            for score, row in zip(scores, rows, strict=True)
        ],
    )


def main() -> None:
    """``python -m anomaly_testbed.serving MODEL.pickle``: serves a pickled model, for :func:`run`."""
    import pickle

    path = sys.argv[1]
    with open(path, "rb") as file:
        try:
            model, options = pickle.load(file)
        except (AttributeError, ImportError) as error:
            sys.exit(
                f"anomaly_testbed: error: {path}: the model cannot be loaded in a process of its own:"
                f" {error}; define it in a module, or call serve(model) in a script"
            )
    serve(model, **options)


if __name__ == "__main__":
    main()
