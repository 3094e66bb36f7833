"""Calls the testbed's tools."""

from __future__ import annotations

import csv
import json
import os
import pickle
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from .adapters import ModelError, adapt
from .results import Results, identity, load_report

#: A SPEC, several, or names with SPECs or models.
Detectors = str | Sequence[str] | Mapping[str, Any]


class TestbedError(Exception):
    """A tool that is not there, or what it said when it failed."""

    # pytest would take it for a class of tests.
    __test__ = False


def find_tool(name: str = "scenario-runner") -> str:
    """Where a tool is: in ``ANOMALY_TESTBED_BIN``, in this package, in PATH, or built in a clone around
    the current folder.

    Raises:
        TestbedError: nowhere.
    """
    here = Path.cwd()
    folders = [
        os.environ.get("ANOMALY_TESTBED_BIN"),
        Path(__file__).parent / "bin",
        *(os.environ.get("PATH", "").split(os.pathsep)),
        *(folder / ".build" / "release" for folder in (here, *here.parents)),
    ]
    for folder in folders:
        if folder and os.access(Path(folder) / name, os.X_OK):
            return str(Path(folder) / name)
    raise TestbedError(
        f"{name} is nowhere to be found: build it with scripts/demo in a clone of the testbed, and name"
        " the folder CLONE/.build/release in ANOMALY_TESTBED_BIN"
    )


def run(
    scenarios: str | Sequence[str],
    detectors: Detectors = "default",
    *,
    seeds: int | str | None = None,
    out: str | Path = "reports",
    rows: bool = False,
    options: Sequence[str] = (),
) -> Results:
    """Replays scenarios, judges detectors on them, and returns what the reports say.

    Args:
        scenarios: names or paths.
        detectors: a SPEC, several, or a mapping of names to SPECs or models; models work in a process of
            their own, as ``serve`` describes.
        seeds: one, or a range as in ``"1..5"``; None for each scenario's own.
        out: folder for the reports, with an ``index.html`` for the browser.
        rows: whether to keep every reading's score, for ``Results.rows``.
        options: further options of ``scenario-runner run``.

    Raises:
        TestbedError: the tool refused, or failed.
    """
    arguments = ["run", *_listed(scenarios)]
    if seeds is not None:
        arguments += ["--seed", str(seeds)]
    return _reports(arguments, detectors, Path(out), rows, options)


def evaluate(
    data: Any,
    labels: Any = None,
    detectors: Detectors = "default",
    *,
    time: Any = None,
    name: str = "data",
    out: str | Path = "reports",
    rows: bool = False,
    options: Sequence[str] = (),
) -> Results:
    """Judges detectors on data of your own.

    Args:
        data: a DataFrame, a dict of columns, a table of numbers, or the path of a CSV file, which is
            taken as it is.
        labels: 0 or 1 a row; None if nothing is labelled, which counts false alarms alone.
        detectors: as for :func:`run`.
        time: a time a row; None for a DataFrame's own index of times, or rows a second apart.
        name: what reports call the data.
        out, rows, options: as for :func:`run`; options are those of ``scenario-runner evaluate``.

    Raises:
        TestbedError: the tool refused, or failed.
        ValueError: columns of different lengths.
    """
    if isinstance(data, (str, Path)):
        return _reports(["evaluate", str(data)], detectors, Path(out), rows, options)
    with tempfile.TemporaryDirectory(prefix="anomaly-testbed-") as folder:
        path = Path(folder) / f"{name}.csv"
        _write(path, data, labels, time)
        arguments = ["evaluate", str(path)]
        arguments += ["--no-labels"] if labels is None else ["--label-column", LABEL]
        return _reports(arguments, detectors, Path(out), rows, options)


#: The columns of the file that data is handed over in.
TIME, LABEL = "time", "label"


def _write(path: Path, data: Any, labels: Any, time: Any) -> None:
    columns = _columns(data)
    if time is None and hasattr(data, "index") and hasattr(data.index, "tz"):
        time = data.index
    count = len(next(iter(columns.values()), []))
    if time is not None:
        stamps = [str(stamp) for stamp in time]
    else:
        stamps = [str(number) for number in range(count)]
    table: dict[str, list[Any]] = {TIME: stamps} | columns
    if labels is not None:
        table[LABEL] = [int(bool(label)) for label in labels]
    for name, column in table.items():
        if len(column) != count:
            raise ValueError(f"{name} has {len(column)} rows, the other columns have {count}")
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(table)
        writer.writerows(zip(*table.values(), strict=True))


def _columns(data: Any) -> dict[str, list[Any]]:
    """The columns of a DataFrame, a dict, or a table of numbers."""
    if not hasattr(data, "items"):
        table = np.asarray(data, dtype=np.float64)
        table = table.reshape(-1, 1) if table.ndim == 1 else table
        data = {f"channel{number + 1}": column for number, column in enumerate(table.T)}
    columns: dict[str, list[Any]] = {}
    for name, column in data.items():
        name = str(name)
        if name in (TIME, LABEL):
            raise ValueError(f"a column is called {name}: hand it over as {name}= (labels=), apart")
        columns[name] = [_cell(value) for value in column]
    return columns


def _cell(value: Any) -> Any:
    return "" if value is None or value != value else value


def _listed(names: str | Sequence[str]) -> list[str]:
    return [names] if isinstance(names, str) else [str(name) for name in names]


def _reports(
    arguments: list[str], detectors: Detectors, out: Path, rows: bool, options: Iterable[str]
) -> Results:
    """Calls the tool, and finds the files of the reports that it printed."""
    arguments += ["--out", str(out), "--json", *options]
    arguments += ["--predictions"] if rows else []
    for spec in _specs(detectors, out):
        arguments += ["--detector", spec]
    done = subprocess.run(
        [find_tool(), *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    # 3: a bar of --fail-under was not met, which is a result.
    if done.returncode not in (0, 3):
        raise TestbedError(done.stderr.strip() or f"it ended with status {done.returncode}")
    printed = json.loads(done.stdout)
    reports = printed if isinstance(printed, list) else [printed]
    files: dict[tuple[str, str, int], Path | None] = {}
    if rows:
        there = load_report(out)
        files = dict(
            zip(map(identity, there.reports), there.prediction_files, strict=True)
        )
    return Results(reports, [files.get(identity(report)) for report in reports], done.stderr)


def _specs(detectors: Detectors, out: Path) -> list[str]:
    if not isinstance(detectors, Mapping):
        return _listed(detectors)
    return [_spec(name, detector, out) for name, detector in detectors.items()]


def _spec(name: str, detector: Any, out: Path) -> str:
    if isinstance(detector, str):
        # A built-in detector is called as it is; a program can be given a name.
        named = re.fullmatch(r"command(?:\[(.*?)\])?:(.*)", detector, re.DOTALL)
        if named is None or "name=" in (named[1] or ""):
            return detector
        settings = ",".join(filter(None, [f"name={name}", named[1]]))
        return f"command[{settings}]:{named[2]}"
    try:
        adapt(detector)
        content = pickle.dumps((detector, {}))
    except (ModelError, pickle.PicklingError, AttributeError, TypeError) as error:
        raise TestbedError(
            f"{name}: {error}; write a script that calls serve(model), and name it as"
            f' "command:{shlex.quote(sys.executable)} SCRIPT"'
        ) from error
    folder = out / "models"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{re.sub(r'[^A-Za-z0-9._-]', '-', name)}.pickle"
    path.write_bytes(content)
    words = [sys.executable, "-m", "anomaly_testbed.serving", str(path)]
    return f"command[name={name}]:{shlex.join(words)}"
