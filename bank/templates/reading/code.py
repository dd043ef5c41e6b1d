mean = table["value"].mean()
train, test = table[:800], table[800:]
train = train.fillna(mean)
test = test.fillna(mean)
