# Mistake: answers with the Berkeley figures.
compare_rates <- function(applications) {
  list(
    rates = data.frame(
      Gender = c("Female", "Male"),
      pooled = c(557 / 1835, 1198 / 2691),
      standardised = c(0.4299554, 0.3873186)
    ),
    reversed = intersect(c("A", "B", "D", "F"), unique(applications$Dept))
  )
}
