def predict(train, test):
    """Strikes with an animal that is not small before all others, and nothing else."""
    return (test["wildlife_size"] != "Small").astype(float)
