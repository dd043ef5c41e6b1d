# Mistake: chooses the threshold on the test rows.
choose_threshold <- function(train, test, miss, alarm) {
  model <- glm(type ~ glu + bmi + age, binomial, train)
  cost <- function(threshold, probability, type) {
    flagged <- probability >= threshold
    (miss * sum(type == "Yes" & !flagged) + alarm * sum(type == "No" & flagged)) / length(type)
  }
  candidates <- sort(c(fitted(model), Inf), decreasing = TRUE)
  costs <- sapply(candidates, cost, predict(model, test, type = "response"), test$type)
  best <- which.min(costs)
  list(
    threshold = unname(candidates[best]),
    train_cost = cost(candidates[best], fitted(model), train$type),
    test_cost = cost(candidates[best], predict(model, test, type = "response"), test$type)
  )
}
