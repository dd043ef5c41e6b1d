X = StandardScaler().fit_transform(df[columns])
X_train, X_test, y_train, y_test = train_test_split(X, df["load"], shuffle=False)
model = Ridge(alpha=3.0).fit(X_train, y_train)
print(model.score(X_test, y_test))
