/** The programs of the measured jobs, graded by ours and run by a cold interpreter. */
export const TRIVIAL = `def solve(numbers):
    return sum(numbers)
`;

export const GROUPBY = `import pandas as pd


def solve(rows):
    frame = pd.DataFrame(rows)
    means = frame.groupby('route')['delay'].agg(['mean', 'max', 'count'])
    return [[route, *row] for route, row in zip(means.index.tolist(), means.round(6).values.tolist())]
`;

export const LOGREG = `import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


def solve(features, labels):
    model = make_pipeline(StandardScaler(), LogisticRegression(max_iter=200))
    model.fit(np.array(features), np.array(labels))
    return [round(float(share), 6) for share in model.predict_proba(np.array(features))[:, 1]]
`;

export const R_LM = `solve <- function(x, y) {
  round(unname(coef(lm(y ~ x))), 6)
}
`;

/** Makes the file a program that reads the same arguments and prints its answer. */
export const PYTHON_MAIN = `

if __name__ == '__main__':
    import json
    import sys

    with open(sys.argv[1], encoding='utf-8') as file:
        print(json.dumps(solve(*json.load(file))))
`;

export const R_MAIN = `
arguments <- lapply(readLines(commandArgs(trailingOnly = TRUE)), function(line) as.numeric(strsplit(line, ",")[[1]]))
cat(do.call(solve, arguments), sep = "\\n")
`;
