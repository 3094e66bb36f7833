#!/usr/bin/env python3
"""Times `scenario-runner score` against the reference Python packages on the same rows, in one run.

    python3 -m venv v && v/bin/pip install "numpy<2" scikit-learn prts pandas tqdm && v/bin/pip install --no-deps vus==0.0.6
    swift build -c release --product scenario-runner
    v/bin/python Benchmarks/scoring/compare.py --rows 100000

Ours is the whole program, reading the CSV file and all metrics; the packages' times are those of the
calls alone, on arrays in memory. Also checks that the values agree to 1e-9. prts takes time in
proportion to true times predicted ranges; --skip-prts leaves it out.
"""
import argparse
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import time
import types

import numpy as np
from sklearn import metrics as sk


def reference_modules():
    """`vus` without the models beside its metrics, which would want TensorFlow."""
    root = importlib.util.find_spec("vus").submodule_search_locations[0]
    for name in ["vus", "vus.utils", "vus.affiliation"]:
        module = types.ModuleType(name)
        module.__path__ = [os.path.join(root, *name.split(".")[1:])]
        sys.modules[name] = module
    from vus.affiliation.generics import convert_vector_to_events
    from vus.affiliation.metrics import pr_from_events
    from vus.utils.metrics import metricor
    return metricor, convert_vector_to_events, pr_from_events


def rows_of(count, seed):
    """An event of 60 rows every 2,000; scores overlap, about 1 % false flags."""
    dice = np.random.default_rng(seed)
    labels = (np.arange(count) % 2000 < 60) & (np.arange(count) >= 2000)
    scores = dice.random(count) * 0.75 + labels * 0.25 * dice.random(count)
    return labels.astype(int), np.round(scores, 6), 0.7425


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--rows", type=int, default=100_000)
    options.add_argument("--window", type=int, default=60)
    options.add_argument("--tool", default=".build/release/scenario-runner")
    options.add_argument("--skip-prts", action="store_true")
    options.add_argument("--skip-vus", action="store_true")
    options = options.parse_args()
    metricor, to_events, pr_from_events = reference_modules()
    labels, scores, threshold = rows_of(options.rows, seed=1)
    flags = (scores >= threshold).astype(int)

    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "rows.csv")
        np.savetxt(path, np.column_stack([labels, scores]), "%d,%.6f", header="label,score", comments="")
        command = [options.tool, "score", path, "--json", f"--threshold={threshold}",
                   f"--vus-window={options.window}"]
        ours = []
        for _ in range(3):
            start = time.perf_counter()
            text = subprocess.run(command, check=True, capture_output=True).stdout
            ours.append(time.perf_counter() - start)
        found = json.loads(text)["metrics"]

    def timed(call):
        start = time.perf_counter()
        value = call()
        return time.perf_counter() - start, value

    def sklearn_all():
        precision, recall, _ = sk.precision_recall_curve(labels, scores)
        return {
            "auc_roc": sk.roc_auc_score(labels, scores),
            "auc_pr": sk.average_precision_score(labels, scores),
            "pr_auc_trapezoid": sk.auc(recall, precision),
            "point.f1": sk.precision_recall_fscore_support(labels, flags, average="binary")[2],
            "point.mcc": sk.matthews_corrcoef(labels, flags),
        }

    def vus_all():
        result = metricor().RangeAUC_volume_opt(labels, scores, options.window, 250)
        return {"vus_roc": result[-2], "vus_pr": result[-1]}

    def affiliation_all():
        result = pr_from_events(to_events(flags), to_events(labels), (0, len(labels)))
        return {"affiliation.precision": result["Affiliation_Precision"],
                "affiliation.recall": result["Affiliation_Recall"]}

    def range_all():
        from prts import ts_precision, ts_recall
        return {"range.precision": ts_precision(labels, flags, cardinality="reciprocal", bias="flat"),
                "range.recall": ts_recall(labels, flags, alpha=0, cardinality="reciprocal", bias="front")}

    parts = [("scikit-learn", sklearn_all), ("affiliation (in vus)", affiliation_all)]
    if not options.skip_prts:
        parts.append(("prts", range_all))
    if not options.skip_vus:
        parts.append(("vus", vus_all))
    best, total, bad = min(ours), 0.0, 0
    print(f"{options.rows} rows, W = {options.window}, {int(flags.sum())} flagged")
    print(f"scenario-runner score, all metrics, file to JSON: {best:.3f} s (of {', '.join(f'{t:.3f}' for t in ours)})")
    for name, call in parts:
        took, values = timed(call)
        total += took
        for key, value in values.items():
            mine = found
            for step in key.split("."):
                mine = mine[step]
            if abs(mine - float(value)) > 1e-9:
                bad += 1
                print(f"  {key}: {mine} is not {value}")
        print(f"{name}: {took:.3f} s, {took / best:.1f} times ours")
    print(f"together: {total:.3f} s, {total / best:.0f} times ours; {bad} values differ")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
