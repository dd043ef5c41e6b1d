def naive_bayes(
    mails: list[list[str]], labels: list[str], alpha: float, new: list[list[str]]
) -> list[dict[str, float]]:
    ...
