# The women of MASS's Pima.tr and Pima.te. Public rows are real, of the table that each belongs to. Hidden women are drawn
# again, their measurements blurred, and their outcomes drawn from probabilities that bend where the fitted model's do not.

COLUMNS <- c("glu", "bmi", "age", "type")

make <- function(seed, part) {
  set.seed(seed %% 2^31)
  if (part == "public") public() else hidden()
}

public <- function() {
  list(
    `dear-misses` = list(case(real("Pima.tr", 60), real("Pima.te", 40), 5, 1)),
    `dear-alarms` = list(case(real("Pima.tr", 50), real("Pima.te", 45), 1, 3))
  )
}

hidden <- function() {
  list(
    `dear-misses` = Map(function(n, miss) case_where(n, miss, 1, is_decided), c(90, 150, 300), c(4, 10, 6)),
    `dear-alarms` = Map(function(n, alarm) case_where(n, 2, alarm, is_decided), c(120, 250), c(3, 5)),
    ties = Map(function(n, miss) case_where(n, miss, 1, has_ties), c(40, 45, 60), c(2, 3, 1)),
    nobody = Map(function(n, alarm) case_where(n, 1, alarm, flags_nobody), c(50, 70), c(40, 60))
  )
}

case <- function(train, test, miss, alarm) list(args = list(train, test, miss, alarm))

real <- function(name, n) {
  rows <- getExportedValue("MASS", name)[COLUMNS]
  numbered(rows[sample(nrow(rows), n), ])
}

numbered <- function(rows) {
  row.names(rows) <- NULL
  rows
}

drawn <- function(n) {
  known <- rbind(MASS::Pima.tr, MASS::Pima.te)[COLUMNS]
  rows <- known[sample(nrow(known), n, replace = TRUE), ]
  rows$glu <- round(rows$glu + rnorm(n, 0, 8))
  rows$bmi <- round(rows$bmi * exp(rnorm(n, 0, 0.06)), 1)
  rows$age <- pmax(21, rows$age + sample(-3:3, n, replace = TRUE))
  score <- (rows$glu - 125) / 28 + (rows$bmi - 33) / 12 + pmin(rows$age - 31, 12) / 12
  chance <- 0.08 + 0.8 * plogis(1.4 * score - 1)
  rows$type <- factor(ifelse(runif(n) < chance, "Yes", "No"), c("No", "Yes"))
  numbered(rows)
}

# Draws until the tables are of the kind that is looked for.
case_where <- function(n, miss, alarm, is_fit) {
  for (attempt in 1:500) {
    train <- drawn(n)
    test <- drawn(n - 15)
    if (is_fit(curve_of(train, miss, alarm), train, test)) return(case(train, test, miss, alarm))
  }
  stop("no tables of this kind were drawn")
}

# The cost at each threshold, the highest first.
curve_of <- function(train, miss, alarm) {
  model <- suppressWarnings(glm(type ~ glu + bmi + age, binomial, train))
  probability <- fitted(model)
  thresholds <- c(Inf, sort(unique(probability), decreasing = TRUE))
  ill <- train$type == "Yes"
  costs <- sapply(thresholds, function(t) miss * sum(ill & probability < t) + alarm * sum(!ill & probability >= t))
  # Two probabilities may not lie so close that another way to the same fit could order them otherwise.
  is_clear <- model$converged && min(-diff(thresholds[-1])) > 1e-7 && max(probability) < 0.999
  list(costs = costs, is_clear = is_clear, chosen = thresholds[which.min(costs)])
}

is_decided <- function(curve, train, test) {
  curve$is_clear && sum(curve$costs == min(curve$costs)) == 1 && is.finite(curve$chosen)
}

has_ties <- function(curve, train, test) {
  curve$is_clear && sum(curve$costs == min(curve$costs)) > 1 && is.finite(curve$chosen)
}

flags_nobody <- function(curve, train, test) curve$is_clear && is.infinite(curve$chosen)
