"""The tools from Python: tables of what they say, and their errors."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import anomaly_testbed as testbed
from anomaly_testbed import TestbedError, results

try:
    testbed.find_tool()
    needs_tool = pytest.mark.skipif(False, reason="")
except TestbedError as error:
    needs_tool = pytest.mark.skip(reason=str(error))


@pytest.fixture
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where pandas is not installed."""
    monkeypatch.setattr(results, "find_spec", lambda name: None)


class Level:
    """Learns nothing; the score is the first channel."""

    def fit(self, rows: np.ndarray) -> None:
        pass

    def score(self, rows: np.ndarray) -> np.ndarray:
        return rows[:, 0]


def data() -> tuple[dict[str, list[float]], list[int]]:
    calm = [50 + (number * 7919 % 101) / 50 for number in range(1200)]
    labels = [int(800 <= number < 830) for number in range(1200)]
    load = [value + 40 * label for value, label in zip(calm, labels, strict=True)]
    return {"load": load, "odd, name": calm}, labels


def test_a_missing_tool_is_told_with_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("ANOMALY_TESTBED_BIN", raising=False)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(TestbedError, match="scripts/demo"):
        testbed.find_tool("no-such-tool")


@needs_tool
@pytest.mark.usefixtures("plain")
def test_run_gives_metrics_events_alarms_and_rows(tmp_path: Path) -> None:
    found = testbed.run(
        "overload-fault", {"mine": "command[threshold=1]:awk 'NR > 1 { print 0.1 }'", "default": "default"},
        seeds="1..2", out=tmp_path, rows=True,
    )
    assert [(m["detector"], m["seed"]) for m in found.metrics] == [
        ("mine", 1), ("default", 1), ("mine", 2), ("default", 2),
    ]
    default = found.metrics[1]
    assert default["headline_f1"] > 0.5 and default["event.detected"] == 2
    assert [e["detected"] for e in found.events if e["detector"] == "mine"] == [False] * 4
    assert all(alarm["detector"] == "default" for alarm in found.alarms)
    assert len(found.rows) == 4 * 5400
    assert {type(row["score"]) for row in found.rows if row["detector"] == "mine"} == {float}
    assert str(found).splitlines()[1].startswith("overload-fault  mine")
    read = testbed.load_report(tmp_path)
    assert sorted(map(results.identity, read.reports)) == sorted(
        map(results.identity, found.reports)
    )
    assert len(read.rows) == len(found.rows)


@needs_tool
@pytest.mark.usefixtures("plain")
def test_a_model_is_judged_in_a_process_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))
    columns, labels = data()
    found = testbed.evaluate(columns, labels, {"level": Level()}, out=tmp_path, rows=True, options=["--threshold", "80"])
    assert found.metrics[0]["auc_roc"] == 1.0
    assert found.metrics[0]["event.detected"] == 1
    scores = [row["score"] for row in found.rows]
    # The rows it is fitted to are its warm-up, of which it is told; nobody scores them, so it may answer.
    assert scores == columns["load"]
    assert "load, odd, name" in found.messages


@needs_tool
@pytest.mark.usefixtures("plain")
def test_evaluate_takes_tables_without_names_and_without_labels(tmp_path: Path) -> None:
    columns, _ = data()
    found = testbed.evaluate(np.array(list(columns.values())).T, None, "mad", out=tmp_path)
    assert "channel1, channel2" in found.messages
    assert found.metrics[0]["scored_events"] == 0
    assert found.metrics[0]["event.recall"] is None


@needs_tool
def test_evaluate_takes_a_data_frame_with_its_times(tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    columns, labels = data()
    times = pandas.date_range("2026-01-01", periods=1200, freq="1min")
    frame = pandas.DataFrame(columns, index=times)
    frame.iloc[5, 0] = float("nan")
    found = testbed.evaluate(frame, pandas.Series(labels), "default", out=tmp_path, rows=True)
    assert found.reports[0]["scenario"]["interval_s"] == 60
    assert list(found.metrics["detector"]) == ["default"]
    assert list(found.rows["label"]) == labels
    assert found.rows["time"].iloc[0].startswith("2026-01-01T00:00:00")


@needs_tool
def test_what_the_tool_refuses_is_said_in_its_words(tmp_path: Path) -> None:
    with pytest.raises(TestbedError, match="no-such-scenario"):
        testbed.run("no-such-scenario", out=tmp_path)
    with pytest.raises(TestbedError, match="is no detector"):
        testbed.run("overload-fault", {"mine": 3}, out=tmp_path)
    with pytest.raises(TestbedError, match="serve"):
        testbed.run("overload-fault", {"mine": lambda rows: rows[:, 0]}, out=tmp_path)


@pytest.mark.parametrize(
    ("columns", "labels", "message"),
    [({"a": [1, 2], "b": [1]}, None, "b has 1 rows"), ({"a": [1, 2]}, [1], "label has 1 rows"),
     ({"label": [1]}, None, "column is called label")],
)
def test_columns_that_do_not_fit_are_named(columns: Any, labels: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        testbed.evaluate(columns, labels)


def test_a_file_that_is_no_report_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no report in this folder"):
        testbed.load_report(tmp_path)
    (tmp_path / "a.json").write_text(json.dumps({"schema": "other/1"}))
    with pytest.raises(ValueError, match="this is no report"):
        testbed.load_report(tmp_path / "a.json")
    (tmp_path / "a.json").write_text("{")
    with pytest.raises(ValueError, match="no JSON"):
        testbed.load_report(tmp_path / "a.json")


@needs_tool
def test_river_through_serve_equals_the_built_in_byte_for_byte(tmp_path: Path) -> None:
    pytest.importorskip("river", reason="River is not installed")
    script = tmp_path / "river_trees.py"
    script.write_text(
        "import anomaly_testbed\n"
        "from river import anomaly, preprocessing\n"
        "anomaly_testbed.serve(preprocessing.MinMaxScaler() | anomaly.HalfSpaceTrees(\n"
        "    n_trees=25, height=8, window_size=250, seed=1), warmup=250)\n"
    )
    testbed.run(
        "overload-fault",
        ["half-space-trees:n_trees=25,height=8,window_size=250,seed=1,scale=minmax",
         f"command[name=river]:{sys.executable} {script}"],
        out=tmp_path, rows=True, options=["--threshold", "0.9"],
    )
    built_in, served = sorted(tmp_path.glob("*.predictions.csv"))
    assert built_in.read_bytes() == served.read_bytes()
    assert len(built_in.read_bytes()) > 100_000
