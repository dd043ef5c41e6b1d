fill_by_month <- function(readings) {
  known <- readings[!is.na(readings$Ozone), ]
  filled <- readings
  filled$Ozone_missing <- !(seq_len(nrow(readings)) %in% which(readings$Ozone == readings$Ozone))
  for (row in which(filled$Ozone_missing)) {
    alike <- known$Ozone[known$Month == readings$Month[row]]
    filled$Ozone[row] <- middle(if (length(alike) > 0) alike else known$Ozone)
  }
  filled
}

middle <- function(values) {
  n <- length(values)
  if (n == 0) return(NA)
  sorted <- values[order(values)]
  (sorted[(n + 1) %/% 2] + sorted[n %/% 2 + 1]) / 2
}
