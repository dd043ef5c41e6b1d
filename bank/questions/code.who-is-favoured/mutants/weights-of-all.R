# Mistake: divides by the applicants of all departments.
compare_rates <- function(applications) {
  counts <- count(applications)
  admitted <- counts$admitted
  applied <- counts$applied
  pooled <- colSums(admitted) / colSums(applied)
  both <- applied[, "Female"] > 0 & applied[, "Male"] > 0
  rates <- (admitted / applied)[both, , drop = FALSE]
  mix <- applied[both, "Female"] + applied[both, "Male"]
  standardised <- colSums(rates * mix) / sum(applied)
  ahead <- rates[, "Female"] - rates[, "Male"]
  reversed <- ahead * (pooled[["Female"]] - pooled[["Male"]]) < 0
  list(
    rates = data.frame(Gender = names(pooled), pooled = unname(pooled), standardised = unname(standardised)),
    reversed = sort(rownames(rates)[reversed])
  )
}

# Applicants, and those admitted, by department and gender.
count <- function(applications) {
  applications$Admit <- factor(applications$Admit, c("Admitted", "Rejected"))
  counts <- tapply(applications$Freq, applications[c("Dept", "Gender", "Admit")], sum, default = 0)
  sides <- c("Dept", "Gender")
  list(admitted = apply(counts[, , "Admitted", drop = FALSE], sides, sum), applied = apply(counts, sides, sum))
}
