# Walks down the sorted probabilities, and keeps what each step changes.
choose_threshold <- function(train, test, miss, alarm) {
  model <- glm(type ~ glu + bmi + age, binomial, train)
  falling <- order(-fitted(model))
  probability <- fitted(model)[falling]
  ill <- train$type[falling] == "Yes"
  sums <- miss * sum(ill) + cumsum(ifelse(ill, -miss, alarm))
  last_of_its_value <- c(probability[-1] < probability[-length(probability)], TRUE)
  thresholds <- c(Inf, probability[last_of_its_value])
  sums <- c(miss * sum(ill), sums[last_of_its_value])
  chosen <- max(thresholds[sums == min(sums)])
  flagged <- plogis(predict(model, test)) >= chosen
  wrong <- ifelse(test$type == "Yes", miss * !flagged, alarm * flagged)
  list(threshold = chosen, train_cost = min(sums) / nrow(train), test_cost = mean(wrong))
}
