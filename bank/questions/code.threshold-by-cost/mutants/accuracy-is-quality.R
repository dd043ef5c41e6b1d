# Mistake: chooses the threshold with the most right answers.
choose_threshold <- function(train, test, miss, alarm) {
  model <- glm(type ~ glu + bmi + age, binomial, train)
  cost <- function(threshold, probability, type) {
    flagged <- probability >= threshold
    (miss * sum(type == "Yes" & !flagged) + alarm * sum(type == "No" & flagged)) / length(type)
  }
  candidates <- sort(c(fitted(model), Inf), decreasing = TRUE)
  costs <- sapply(candidates, cost, fitted(model), train$type)
  right <- sapply(candidates, function(threshold) mean((fitted(model) >= threshold) == (train$type == "Yes")))
  best <- which.max(right)
  list(
    threshold = unname(candidates[best]),
    train_cost = unname(costs[best]),
    test_cost = cost(candidates[best], predict(model, test, type = "response"), test$type)
  )
}
