"""A model served gives its own scores, and errors are sentences."""

from __future__ import annotations

import csv
import io
import math
import random
import subprocess
import sys
from typing import Any

import numpy as np
import pytest

from anomaly_testbed import ModelError, adapt
from anomaly_testbed.serving import _serve


def table(rows: int = 900, seed: int = 1) -> np.ndarray:
    dice = random.Random(seed)
    return np.array([[dice.gauss(50, 5), dice.gauss(0, 1), dice.random()] for _ in range(rows)])


def as_input(rows: Any, channels: tuple[str, ...] = ("load", "po,wer", "x")) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["time", *channels])
    for number, row in enumerate(rows):
        cells = ["" if math.isnan(value) else repr(float(value)) for value in row]
        writer.writerow([number * 1_000_000_000, *cells])
    return text.getvalue().encode()


def served(model: Any, rows: Any, mode: str | None = None, **options: Any) -> list[str]:
    options = {"train": None, "warmup": 0, "high": None, "block": 256} | options
    sink = io.BytesIO()
    _serve(
        model, mode, options["train"], options["warmup"], options["high"], options["block"],
        io.BytesIO(as_input(rows)), sink,
    )
    lines = sink.getvalue().decode().split("\n")
    assert lines.pop() == "", "the last line has an end"
    assert len(lines) == len(rows), "a line a row"
    return lines


class Counter:
    """Learns row by row; its score is how many rows it has learnt."""

    def __init__(self) -> None:
        self.seen: list[dict[str, float]] = []

    def score_one(self, row: dict[str, float]) -> float:
        return len(self.seen)

    def learn_one(self, row: dict[str, float]) -> None:
        self.seen.append(dict(row))


class Distance:
    """Fitted to a table; the score is the distance from its mean, in the manner of TSB-AD."""

    def fit(self, rows: np.ndarray) -> "Distance":
        self.centre = rows.mean(axis=0)
        self.fitted = rows
        return self

    def score(self, rows: np.ndarray) -> np.ndarray:
        return np.linalg.norm(rows - self.centre, axis=1)


def test_an_online_model_scores_before_it_learns_and_misses_what_was_not_sent() -> None:
    model = Counter()
    rows = [[1, 2, 3], [4, math.nan, 6], [math.nan] * 3, [7, 8, 9]]
    assert served(model, rows, warmup=1) == ["", "1.0", "", "3.0"]
    assert model.seen[1] == {"load": 4.0, "x": 6.0}
    assert list(model.seen[0]) == ["load", "po,wer", "x"]


def test_a_fitted_model_learns_the_first_rows_and_scores_the_rest() -> None:
    rows = table(20)
    own = Distance().fit(rows[:8]).score(rows[8:])
    assert served(Distance(), rows, train=8) == [""] * 8 + [repr(float(s)) for s in own]


@pytest.mark.parametrize("block", [1, 7, 256])
def test_scores_do_not_depend_on_how_rows_are_put_together(block: int) -> None:
    rows = table(60)
    assert served(Distance(), rows, train=8, block=block) == served(Distance(), rows, train=8)


def test_with_hindsight_a_model_is_fitted_to_all_rows() -> None:
    rows = table(20)
    own = Distance().fit(rows).score(rows)
    assert served(Distance(), rows, "batch") == [repr(float(s)) for s in own]


def test_a_function_of_a_table_works_with_hindsight() -> None:
    assert served(lambda rows: rows[:, 0] * 2, [[1, 0, 0], [2, 0, 0]]) == ["2.0", "4.0"]
    with pytest.raises(ModelError, match="hindsight alone"):
        served(lambda rows: rows[:, 0], [[1, 0, 0]], "train")


def test_gaps_are_filled_with_the_last_value_and_never_with_a_later_one() -> None:
    model = Distance()
    nan = math.nan
    rows = [[nan, 1, 1], [2, nan, 1], [nan, 4, 1], [nan, nan, nan], [5, nan, nan]]
    lines = served(model, rows, train=2)
    assert model.fitted.tolist() == [[2, 1, 1], [2, 1, 1]]
    assert lines == ["", "", "3.0", "", repr(math.sqrt(9 + 9))]


def test_the_testbed_says_how_many_rows_to_learn(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = table(30)

    def trained() -> int:
        model = Distance()
        served(model, rows)
        return len(model.fitted)

    monkeypatch.setenv("TESTBED_MODE", "stream")
    monkeypatch.setenv("TESTBED_WARMUP_ROWS", "12")
    assert trained() == 12
    monkeypatch.setenv("TESTBED_TRAIN_ROWS", "5")
    assert trained() == 5
    monkeypatch.setenv("TESTBED_MODE", "batch")
    assert trained() == 30


def test_rows_learnt_from_get_scores_only_where_they_do_not_count(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rows = table(30)
    own = Distance().fit(rows[:12])
    monkeypatch.setenv("TESTBED_WARMUP_ROWS", "12")
    assert served(Distance(), rows) == [repr(float(score)) for score in own.score(rows)]
    assert served(Distance(), rows, train=13).count("") == 13


def test_what_a_high_score_means_can_be_said() -> None:
    rows = table(20)
    turned = served(Distance(), rows, train=8, high="normal")
    assert [-float(line) for line in turned[8:]] == [
        float(line) for line in served(Distance(), rows, train=8)[8:]
    ]


def test_infinite_scores_stand_above_all_and_others_are_none() -> None:
    scores = np.array([math.inf, -math.inf, math.nan, 1.0])
    assert served(lambda rows: scores, table(4)) == ["1e+60", "", "", "1.0"]


@pytest.mark.parametrize(
    ("model", "mode", "message"),
    [
        (3, None, "int is no detector"),
        (Distance(), "guess", "has the modes"),
        (lambda rows: rows, None, "array of shape"),
        (lambda rows: ["high"], None, "no numbers"),
    ],
)
def test_what_cannot_be_served_is_said(model: Any, mode: str | None, message: str) -> None:
    with pytest.raises(ModelError, match=message):
        served(model, table(3), mode)


def test_a_script_ends_with_a_sentence_and_not_with_a_trace() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import anomaly_testbed; anomaly_testbed.serve(3)"],
        input=b"time,a\n0,1\n", capture_output=True,
    )
    assert done.returncode == 1
    assert done.stderr.decode().startswith("anomaly_testbed: error: int is no detector")


def test_a_script_says_nothing_when_nobody_listens_any_more() -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", "import anomaly_testbed as t; t.serve(lambda x: x[:, 0], 'batch')"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )
    assert process.stdin and process.stdout and process.stderr
    process.stdout.close()
    process.stdin.write(as_input(table(50_000)))
    process.stdin.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    process.wait()


# Libraries as they are: the served scores are the library's own to the last digit.


def test_pyod_forest_gives_its_own_scores() -> None:
    iforest = pytest.importorskip("pyod.models.iforest", reason="PyOD is not installed")
    rows = table()
    model = iforest.IForest(random_state=7)
    own = model.fit(rows[:300]).decision_function(rows[300:])
    got = served(iforest.IForest(random_state=7), rows, train=300)
    assert got == [""] * 300 + [repr(float(score)) for score in own]


def test_pyod_neighbours_with_hindsight_are_scored_without_themselves() -> None:
    knn = pytest.importorskip("pyod.models.knn", reason="PyOD is not installed")
    rows = table(200)
    own = knn.KNN().fit(rows).decision_scores_
    assert served(knn.KNN(), rows, "batch") == [repr(float(score)) for score in own]
    assert list(own) != list(knn.KNN().fit(rows).decision_function(rows))


def test_scikit_learn_scores_are_turned_round() -> None:
    ensemble = pytest.importorskip("sklearn.ensemble", reason="scikit-learn is not installed")
    pipeline = pytest.importorskip("sklearn.pipeline")
    preprocessing = pytest.importorskip("sklearn.preprocessing")
    rows = table()

    def model() -> Any:
        return pipeline.make_pipeline(
            preprocessing.StandardScaler(), ensemble.IsolationForest(random_state=7)
        )

    own = -model().fit(rows[:300]).score_samples(rows[300:])
    got = served(model(), rows, train=300)
    assert got[300:] == [repr(float(score)) for score in own]
    far = served(model(), np.vstack([rows, [[500, 50, 50]]]), train=300)
    assert max(map(float, far[300:])) == float(far[-1])


def test_scikit_learn_outlier_factor_works_with_hindsight() -> None:
    neighbors = pytest.importorskip("sklearn.neighbors", reason="scikit-learn is not installed")
    rows = table(200)
    own = neighbors.LocalOutlierFactor().fit(rows).negative_outlier_factor_
    assert served(neighbors.LocalOutlierFactor(), rows) == [repr(float(-score)) for score in own]


def test_river_pipelines_are_online() -> None:
    anomaly = pytest.importorskip("river.anomaly", reason="River is not installed")
    rows = table(300)
    model = anomaly.OneClassSVM()
    own = []
    for row in rows:
        features = dict(zip(("load", "po,wer", "x"), map(float, row), strict=True))
        own.append(model.score_one(features))
        model.learn_one(features)
    assert served(anomaly.OneClassSVM(), rows) == [repr(float(score)) for score in own]
    assert type(adapt(model)).__name__ == "Online"
