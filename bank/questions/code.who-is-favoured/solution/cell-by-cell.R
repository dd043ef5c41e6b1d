compare_rates <- function(applications) {
  count <- function(dept, gender, admits) {
    with(applications, sum(Freq[Dept %in% dept & Gender == gender & Admit %in% admits]))
  }
  genders <- c("Female", "Male")
  all <- c("Admitted", "Rejected")
  depts <- sort(unique(as.character(applications$Dept)))
  pooled <- sapply(genders, function(gender) count(depts, gender, "Admitted") / count(depts, gender, all))
  compared <- Filter(function(dept) all(sapply(genders, function(gender) count(dept, gender, all)) > 0), depts)
  total <- 0
  sums <- c(0, 0)
  reversed <- character(0)
  for (dept in compared) {
    size <- count(dept, "Female", all) + count(dept, "Male", all)
    rate <- sapply(genders, function(gender) count(dept, gender, "Admitted") / count(dept, gender, all))
    total <- total + size
    sums <- sums + size * rate
    if (pooled[1] > pooled[2] && rate[1] < rate[2]) reversed <- c(reversed, dept)
    if (pooled[1] < pooled[2] && rate[1] > rate[2]) reversed <- c(reversed, dept)
  }
  rates <- data.frame(Gender = genders, pooled = as.numeric(pooled), standardised = as.numeric(sums / total))
  list(rates = rates, reversed = reversed)
}
