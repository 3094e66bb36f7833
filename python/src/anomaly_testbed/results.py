"""Reports as tables: DataFrames where pandas is installed, lists of dicts where it is not."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

Row = dict[str, Any]
SCHEMA = "anomaly-testbed.report/1"


@dataclass(frozen=True)
class Results:
    """Reports of one or more runs.

    Every table begins with ``scenario``, ``detector`` and ``seed``.
    """

    #: The report files as they are, see docs/reports.md.
    reports: list[Row]
    #: Where each report's readings with their scores are; None where they were not written.
    prediction_files: list[Path | None] = field(default_factory=list)
    #: What the tool printed: warnings, and what it took columns for.
    messages: str = ""

    @cached_property
    def metrics(self) -> Any:
        """A row a report: every metric under its dotted name, ``event.f1``."""
        return _table(_key(report) | _flat(report["metrics"]) for report in self.reports)

    @cached_property
    def summary(self) -> Any:
        """A row a scenario and detector, means over seeds: headline F1, false alarms, delay, VUS-PR."""
        return _table(_summary(self.reports))

    @cached_property
    def events(self) -> Any:
        """A row a truth event: whether it was found, and when."""
        return self._list("events")

    @cached_property
    def alarms(self) -> Any:
        """A row an alarm: what it met."""
        return self._list("alarms")

    @cached_property
    def warnings(self) -> Any:
        """A row a doubt that a report has about its own figures."""
        return _table(
            _key(report) | {"warning": text} for report in self.reports for text in report["warnings"]
        )

    @cached_property
    def rows(self) -> Any:
        """A row a reading: time, unique_id, label, kind, score, prediction. Empty if not written.

        Scores are NaN (None without pandas) where a detector gave none.
        """
        return _table(_rows(self.reports, self.prediction_files))

    def _list(self, name: str) -> Any:
        return _table(_key(report) | entry for report in self.reports for entry in report[name])

    def __str__(self) -> str:
        rows = _summary(self.reports)
        if not rows:
            return "no reports"
        heads = list(rows[0])
        cells = [heads] + [[_cell(row[head]) for head in heads] for row in rows]
        widths = [max(len(line[column]) for line in cells) for column in range(len(heads))]
        return "\n".join(
            "  ".join(
                text.ljust(width) if column < 2 else text.rjust(width)
                for column, (text, width) in enumerate(zip(line, widths, strict=True))
            ).rstrip()
            for line in cells
        )


def load_report(path: str | Path) -> Results:
    """Reads a report file, or all of a folder.

    Raises:
        FileNotFoundError: there is no such file, or no report in the folder.
        ValueError: a file that is no report of this version.
    """
    path = Path(path)
    if path.is_dir():
        found = [
            (report, file)
            for file in sorted(path.glob("*.json"))
            if isinstance(report := _read(file), dict) and report.get("schema") == SCHEMA
        ]
        if not found:
            raise FileNotFoundError(f"{path}: there is no report in this folder")
    else:
        report = _read(path)
        if not isinstance(report, dict) or report.get("schema") != SCHEMA:
            raise ValueError(f'{path}: this is no report; its "schema" has to be "{SCHEMA}"')
        found = [(report, path)]
    return Results([report for report, _ in found], [_predictions(file) for _, file in found])


def _read(file: Path) -> Any:
    try:
        return json.loads(file.read_text("utf-8"))
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise ValueError(f"{file}: this is no JSON: {error}") from error


def _predictions(report: Path) -> Path | None:
    file = report.with_name(report.name.removesuffix(".json") + ".predictions.csv")
    return file if file.exists() else None


def identity(report: Row) -> tuple[str, str, int]:
    """What tells a report from the others of a folder."""
    return report["scenario"]["name"], report["detector"]["spec"], report["scenario"]["seed"]


def _key(report: Row) -> Row:
    return dict(zip(("scenario", "detector", "seed"), identity(report), strict=True))


def _flat(value: Row, front: str = "") -> Row:
    flat: Row = {}
    for name, entry in value.items():
        if isinstance(entry, dict):
            flat |= _flat(entry, f"{front}{name}.")
        else:
            flat[front + name] = entry
    return flat


def _summary(reports: Sequence[Row]) -> list[Row]:
    groups: dict[tuple[str, str], list[Row]] = {}
    for report in reports:
        groups.setdefault(identity(report)[:2], []).append(report["metrics"])

    def mean(metrics: list[Row], value: Callable[[Row], float | None]) -> float | None:
        known = [number for one in metrics if (number := value(one)) is not None]
        return sum(known) / len(known) if known else None

    return [
        {
            "scenario": scenario,
            "detector": detector,
            "seeds": len(metrics),
            "headline_f1": mean(metrics, lambda m: m["headline_f1"]),
            "false_alarms_per_hour": mean(metrics, lambda m: m["false_alarms_per_hour"]),
            "median_delay_s": mean(metrics, lambda m: m["delay_s"]["median"]),
            "missed": sum(m["event"]["missed"] for m in metrics),
            "events": sum(m["scored_events"] for m in metrics),
            "vus_pr": mean(metrics, lambda m: m["vus_pr"]),
        }
        for (scenario, detector), metrics in groups.items()
    ]


def _rows(reports: Sequence[Row], files: Sequence[Path | None]) -> Iterable[Row]:
    for report, path in zip(reports, files, strict=False):
        if path is None:
            continue
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                yield _key(report) | {name: _value(name, cell) for name, cell in row.items()}


def _value(name: str, cell: str) -> Any:
    if name in ("label", "prediction"):
        return int(cell) if cell else None
    if name == "score":
        return float(cell) if cell else None
    return cell


def _cell(value: Any) -> str:
    if value is None:
        return "-"
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def _table(rows: Iterable[Row]) -> Any:
    """A DataFrame, or the rows themselves where there is no pandas."""
    rows = list(rows)
    if find_spec("pandas") is None:
        return rows
    import pandas

    return pandas.DataFrame(rows)
