"""What a model can do, told from its methods: the one place that knows other libraries' customs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
Vector = NDArray[np.float64]
High = Literal["anomalous", "normal"]


class ModelError(Exception):
    """A model that cannot be served, or that answered with something that is no score."""


@dataclass(frozen=True)
class Online:
    """A model that learns row by row, as River's do."""

    learn: Callable[[Mapping[str, float]], object]
    score: Callable[[Mapping[str, float]], float]


@dataclass(frozen=True)
class Whole:
    """A model that learns from a table, rows of channels.

    ``fit_scores`` learns a table and scores its own rows. ``fit`` learns, and ``score`` then scores
    other rows; both are None for a model that cannot. High scores are anomalous in all of them.
    """

    fit_scores: Callable[[Matrix], Vector]
    fit: Callable[[Matrix], object] | None
    score: Callable[[Matrix], Vector] | None


def adapt(model: Any, high: High | None = None) -> Online | Whole:
    """Sees what ``model`` is.

    ``learn_one`` and ``score_one``: River. ``fit`` with ``decision_function``, ``score_samples``,
    ``score`` or ``decision_scores_``: PyOD, scikit-learn, TSB-AD. A function of a table that gives a
    score a row: as it is.

    Args:
        model: the object, not yet fitted, or a function.
        high: what a high score of the model means; None to tell from its methods. Whatever has
            ``score_samples`` (scikit-learn) means normal, all others mean anomalous.

    Raises:
        ModelError: none of these.
    """
    if high not in (None, "anomalous", "normal"):
        raise ModelError(f'high={high!r}: allowed are "anomalous" and "normal"')
    if hasattr(model, "learn_one") and hasattr(model, "score_one"):
        sign = -1.0 if high == "normal" else 1.0
        return Online(model.learn_one, lambda row: sign * float(model.score_one(row)))
    if hasattr(model, "fit"):
        return _whole(model, high)
    if callable(model):
        sign = -1.0 if high == "normal" else 1.0
        return Whole(lambda rows: sign * _vector(model(rows), rows, model), None, None)
    raise ModelError(
        f"{_name(model)} is no detector: a model needs learn_one and score_one (River), or fit with"
        " decision_function (scikit-learn, PyOD) or score, or is a function of a table of rows"
    )


def _whole(model: Any, high: High | None) -> Whole:
    """A model with ``fit``."""
    # scikit-learn scores how normal a row is; score_samples is the score without the threshold that
    # contamination= shifts decision_function by.
    scorer = next(
        (n for n in ("score_samples", "decision_function", "score") if hasattr(model, n)), None
    )
    if high is None:
        high = "normal" if scorer == "score_samples" else "anomalous"
    sign = -1.0 if high == "normal" else 1.0

    def score(rows: Matrix) -> Vector:
        return sign * _vector(getattr(model, str(scorer))(rows), rows, model)

    def fit_scores(rows: Matrix) -> Vector:
        model.fit(rows)
        # Neighbours of a row among those it was fitted with: the row itself must not be one of them.
        if hasattr(model, "decision_scores_"):
            return sign * _vector(model.decision_scores_, rows, model)
        if scorer is None and hasattr(model, "negative_outlier_factor_"):
            return -_vector(model.negative_outlier_factor_, rows, model)
        if scorer is None:
            raise ModelError(
                f"{_name(model)} has fit, but nothing that scores: decision_function,"
                " score_samples, score or decision_scores_"
            )
        return score(rows)

    return Whole(fit_scores, model.fit if scorer else None, score if scorer else None)


def _vector(scores: Any, rows: Matrix, model: Any) -> Vector:
    """A score for each row, or an error that says what came instead."""
    try:
        vector = np.asarray(scores, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise ModelError(f"{_name(model)} gave no numbers as scores: {error}") from error
    vector = vector.reshape(-1) if vector.ndim == 2 and 1 in vector.shape else vector
    if vector.shape != (len(rows),):
        raise ModelError(
            f"{_name(model)} gave an array of shape {vector.shape} for {len(rows)} rows;"
            " it has to give one score a row"
        )
    return vector


def _name(model: Any) -> str:
    return getattr(model, "__name__", type(model).__name__)
