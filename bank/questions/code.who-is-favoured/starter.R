compare_rates <- function(applications) {
  list(rates = data.frame(Gender = c("Female", "Male"), pooled = NA, standardised = NA), reversed = character(0))
}
