choose_threshold <- function(train, test, miss, alarm) {
  list(threshold = 0.5, train_cost = NA, test_cost = NA)
}
