def predict(train, test):
    """The rule of the desk: payments far above what the card has paid on average."""
    return test["amount"] / test["card"].map(train.groupby("card")["amount"].mean()).fillna(30)
