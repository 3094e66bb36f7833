#!/usr/bin/env python3
"""Times each family of metrics alone, ours against the reference Python packages, on the same arrays in one run.

    python3 -m venv v && v/bin/pip install "numpy<2" scikit-learn prts pandas tqdm && v/bin/pip install --no-deps vus==0.0.6
    swift build -c release --product scoring-benchmark
    v/bin/python Benchmarks/scoring/compare.py --rows 1000000

Both get labels, flags and scores as arrays in memory; reading and writing files is in neither time. Times
are processor time, so that other people's load does not count: of ours the least of seven, of a package the
least of three, or the only one where it takes longer than five seconds. Ours includes making truth events of
the labels each time, and a family is computed whole: `ranking` gives ROC-AUC, average precision, the
trapezoid area and best F1 together, and is held against each of scikit-learn's calls alone as well.
Also checks that the values agree to 1e-9. vus takes minutes for a million rows (it works on every row for
every buffer length); --skip-vus leaves it out.
"""
import argparse
import importlib.util
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


def ours(tool, labels, flags, scores, window):
    """Per family: seconds, and values by their names in a report."""
    with tempfile.TemporaryDirectory() as folder:
        labels.astype(np.uint8).tofile(os.path.join(folder, "labels.u8"))
        flags.astype(np.uint8).tofile(os.path.join(folder, "flags.u8"))
        scores.astype(np.float64).tofile(os.path.join(folder, "scores.f64"))
        text = subprocess.run([tool, folder, str(window)], check=True, capture_output=True, text=True).stdout
    families = {}
    for line in text.splitlines():
        name, seconds, *values = line.split()
        families[name] = float(seconds), {key: float(value) for key, value in (v.split("=") for v in values)}
    return families


def timed(call):
    """Least processor time of up to three calls, and what the call gave."""
    best, value = float("inf"), None
    for _ in range(3):
        start = time.process_time()
        value = call()
        took = time.process_time() - start
        best = min(best, took)
        if took > 5:
            break
    return best, value


def references(labels, flags, scores, window, skip):
    """Family, package and call, the call, and the names of its values."""
    metricor, to_events, pr_from_events = reference_modules()

    def best_f1():
        precision, recall, _ = sk.precision_recall_curve(labels, scores)
        return sk.auc(recall, precision), (2 * precision * recall / np.maximum(precision + recall, 1e-300)).max()

    def affiliation():
        result = pr_from_events(to_events(flags), to_events(labels), (0, len(labels)))
        return result["Affiliation_Precision"], result["Affiliation_Recall"]

    def ranges():
        from prts import ts_precision, ts_recall
        return (ts_precision(labels, flags, cardinality="reciprocal", bias="flat"),
                ts_recall(labels, flags, alpha=0, cardinality="reciprocal", bias="front"))

    calls = [
        ("point", "scikit-learn f1_score", lambda: [sk.f1_score(labels, flags)], ["point.f1"]),
        ("point", "scikit-learn matthews_corrcoef", lambda: [sk.matthews_corrcoef(labels, flags)], ["point.mcc"]),
        ("ranking", "scikit-learn roc_auc_score", lambda: [sk.roc_auc_score(labels, scores)], ["auc_roc"]),
        ("ranking", "scikit-learn average_precision_score",
         lambda: [sk.average_precision_score(labels, scores)], ["auc_pr"]),
        ("ranking", "scikit-learn precision_recall_curve, its area and best F1", best_f1,
         ["pr_auc_trapezoid", "best_f1.f1"]),
        ("range", "prts ts_precision and ts_recall", ranges, ["range.precision", "range.recall"]),
        ("affiliation", "affiliation metrics (as in vus)", affiliation,
         ["affiliation.precision", "affiliation.recall"]),
        ("vus", "vus RangeAUC_volume_opt",
         lambda: metricor().RangeAUC_volume_opt(labels, scores, window, 250)[-2:], ["vus_roc", "vus_pr"]),
    ]
    return [call for call in calls if call[0] not in skip]


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--rows", type=int, default=1_000_000)
    options.add_argument("--window", type=int, default=60)
    options.add_argument("--tool", default=".build/release/scoring-benchmark")
    options.add_argument("--skip-prts", action="store_true")
    options.add_argument("--skip-vus", action="store_true")
    options = options.parse_args()
    labels, scores, threshold = rows_of(options.rows, seed=1)
    flags = (scores >= threshold).astype(int)
    found = ours(options.tool, labels, flags, scores, options.window)
    print(f"{options.rows} rows, {int(labels.sum())} anomalous, {int(flags.sum())} flagged, W = {options.window}")
    skip = {family for family, is_out in [("range", options.skip_prts), ("vus", options.skip_vus)] if is_out}
    bad, together = 0, {}
    for family, call_name, call, keys in references(labels, flags, scores, options.window, skip):
        took, values = timed(call)
        seconds, mine = found[family]
        together[family] = together.get(family, 0) + took
        print(f"{family}: {call_name} {took * 1e3:.1f} ms, ours {seconds * 1e3:.2f} ms: {took / seconds:.0f} times",
              flush=True)
        for key, value in zip(keys, values):
            if not abs(mine[key] - float(value)) <= 1e-9:
                bad += 1
                print(f"  {key}: {mine[key]} is not {value}")
    for family, took in together.items():
        print(f"{family} together: {took / found[family][0]:.0f} times")
    everything, _ = found["everything"]
    print(f"all metrics of a report: ours {everything * 1e3:.0f} ms, the packages {sum(together.values()):.1f} s:"
          f" {sum(together.values()) / everything:.0f} times")
    print(f"{bad} values differ by more than 1e-9")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
