# Mistake: takes the threshold that is best if the probabilities are right.
choose_threshold <- function(train, test, miss, alarm) {
  model <- glm(type ~ glu + bmi + age, binomial, train)
  cost <- function(threshold, probability, type) {
    flagged <- probability >= threshold
    (miss * sum(type == "Yes" & !flagged) + alarm * sum(type == "No" & flagged)) / length(type)
  }
  candidates <- alarm / (alarm + miss)
  costs <- sapply(candidates, cost, fitted(model), train$type)
  best <- which.min(costs)
  list(
    threshold = unname(candidates[best]),
    train_cost = unname(costs[best]),
    test_cost = cost(candidates[best], predict(model, test, type = "response"), test$type)
  )
}
