import math


def loss_and_gradient(X, y, weights, intercept, penalty):
    rows, w = X.tolist(), weights.tolist()
    losses, residuals = [], []
    for row, label in zip(rows, y.tolist()):
        z = math.fsum(a * b for a, b in zip(row, w)) + intercept
        small = math.exp(-abs(z))
        losses.append(max(z, 0.0) + math.log1p(small) - label * z)
        residuals.append((1 / (1 + small) if z >= 0 else small / (1 + small)) - label)
    n = len(rows)
    gradient = [
        math.fsum(r * row[j] for r, row in zip(residuals, rows)) / n + penalty * w[j] for j in range(len(w))
    ]
    return {
        'loss': math.fsum(losses) / n + penalty / 2 * sum(v * v for v in w),
        'weights': gradient,
        'intercept': math.fsum(residuals) / n,
    }
