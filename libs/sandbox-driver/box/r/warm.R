# Runs what programs commonly do, before the fork: R loads a function at its first call, and compiles it after its
# second.

warm <- function(frame, numbers, texts, flags) {
  frame$ratio <- frame$x / (frame$y + 1)
  frame <- merge(frame, data.frame(group = c("a", "b"), weight = c(1, 2)), by = "group", all.x = TRUE)
  frame <- frame[order(frame$x, decreasing = TRUE), ]
  means <- tapply(frame$x, frame$group, mean, na.rm = TRUE)
  sums <- aggregate(x ~ group, data = frame, FUN = sum)
  per_group <- aggregate(frame$x, by = list(frame$group), FUN = median)
  parts <- lapply(split(frame, frame$group), function(part) colMeans(part[c("x", "y")], na.rm = TRUE))
  bound <- do.call(rbind, parts)
  gc()
  line <- lm(y ~ x, data = frame)
  steps <- lm(y ~ x + factor(group), data = frame)
  logistic <- suppressWarnings(glm(as.integer(x > 4) ~ y, data = frame, family = binomial))
  poisson <- glm(round(abs(y)) ~ x, data = frame, family = poisson)
  reports <- list(summary(line), anova(line, steps), summary(logistic), residuals(line))
  intervals <- confint.default(line)
  predicted <- list(predict(line, data.frame(x = 1:3)), predict(logistic, type = "response"), model.matrix(steps))
  gc()
  tests <- list(t.test(numbers), wilcox.test(c(1.1, 2.2, 3.3)), chisq.test(matrix(11:14, 2)))
  related <- list(cor(numbers, rev(numbers)), cov(numbers, rev(numbers)))
  counted <- table(cut(numbers, c(0, 2, 4, 6)), flags)
  crossed <- xtabs(~ group + flag, frame)
  spread <- list(quantile(numbers), var(numbers), sd(numbers), scale(numbers), cumsum(numbers), diff(numbers))
  random <- list(sample(10), rnorm(3), runif(3), rbinom(3, 1, 0.5))
  gc()
  solved <- list(solve(diag(2) + 1), svd(matrix(1:6, 2)), qr.coef(qr(cbind(1, numbers)), numbers))
  multiplied <- list(crossprod(numbers), outer(numbers, numbers), matrix(1:4, 2) %*% 1:2)
  applied <- list(sapply(texts, nchar), vapply(numbers, sqrt, 0), apply(bound, 1, sum))
  mapped <- list(Map(`+`, 1, numbers), mapply(rep, 1:2, 2:1), Reduce(`+`, numbers), Filter(isTRUE, as.list(flags)))
  words <- list(gsub("[aeiou]", "", texts), strsplit(texts, ""), regmatches(texts, regexpr("[a-z]+", texts)))
  written <- list(sprintf("%5.2f", numbers), paste(texts, collapse = " "), format(numbers), substr(texts, 1, 2))
  days <- as.Date("2026-01-31") + 0:2
  dated <- list(format(days, "%Y-%m"), weekdays(days), as.POSIXct("2026-01-31 12:00:00", tz = "UTC"), diff(days))
  gc()
  shown <- capture.output(print(frame), str(frame), print(summary(line)), print(table(flags)), cat(texts), print(means))
  filled <- ifelse(is.na(frame$y), median(frame$y, na.rm = TRUE), frame$y)
  long <- data.frame(id = c(1, 1, 2, 2), time = c(1, 2, 1, 2), value = 1:4)
  wide <- reshape(long, idvar = "id", timevar = "time", direction = "wide")
  gc()
  failed <- tryCatch(stop("no"), error = function(e) conditionMessage(e), finally = NULL)
  best <- optim(c(1, 1), function(p) sum((p - c(2, 3))^2))$par
  least <- optimize(function(p) (p - 1)^2, c(0, 3))$minimum
  while (least > 10) least <- least / 2
  list(means = means, sums = sums, frame = frame, counted = counted, flags = flags, days = days, best = best, shown = shown)
}

fail <- function(numbers) {
  warning("careful")
  sapply(numbers, function(number) {
    number + "a"
  })
}
