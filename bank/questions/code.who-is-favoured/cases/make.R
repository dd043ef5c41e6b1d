# R's UCBAdmissions: six departments of Berkeley. The first public case is real. Hidden departments take mix and chances
# from real ones, blurred, and all their counts are drawn.

GENDERS <- c("Female", "Male")
NAMES <- c(
  "Anatomy", "Botany", "Classics", "Design", "Economics", "Forestry", "Geology", "History", "Italian", "Law", "Music",
  "Nursing", "Optics", "Physics", "Russian", "Surgery", "Theology"
)

make <- function(seed, part) {
  set.seed(seed %% 2^31)
  if (part == "public") public() else hidden()
}

public <- function() {
  real <- as.data.frame(datasets::UCBAdmissions, stringsAsFactors = FALSE)
  list(
    complete = list(case(real)),
    `several-rows` = list(case(in_several_rows(drawn(2)))),
    `one-sided` = list(case(one_sided(drawn(3), 1)))
  )
}

hidden <- function() {
  list(
    complete = c(lapply(c(1, 3, 6, 12), function(n) case(drawn(n))), list(case(equal_pooled()), case(with_lone_applicants(drawn(4))))),
    `several-rows` = c(lapply(c(3, 5, 9), function(n) case(in_several_rows(drawn(n)))), list(case(none_admitted(drawn(3))))),
    `one-sided` = lapply(c(3, 6, 11), function(n) case(one_sided(drawn(n), n %/% 3)))
  )
}

case <- function(rows) {
  rows <- rows[sample(nrow(rows)), c("Dept", "Gender", "Admit", "Freq")]
  row.names(rows) <- NULL
  list(args = list(rows))
}

# Departments like the real ones: those that admit many draw one gender, drawn anew for each table.
drawn <- function(n) {
  real <- datasets::UCBAdmissions
  like <- sample(6, n, replace = n > 6)
  swap <- runif(1) < 0.5
  depts <- sample(NAMES, n)
  rows <- lapply(seq_len(n), function(i) lapply(GENDERS, function(gender) {
    source <- if (swap) setdiff(GENDERS, gender) else gender
    counts <- real[, source, like[i]]
    applied <- 2 + rpois(1, sum(counts) * exp(rnorm(1, 0, 0.3)) / 3)
    chance <- plogis(qlogis(counts[["Admitted"]] / sum(counts)) + rnorm(1, 0, 0.3))
    admitted <- min(max(rbinom(1, applied, chance), 1), applied - 1)
    cells(depts[i], gender, admitted, applied - admitted)
  }))
  do.call(rbind, unlist(rows, recursive = FALSE))
}

cells <- function(dept, gender, admitted, rejected) {
  data.frame(Dept = dept, Gender = gender, Admit = c("Admitted", "Rejected"), Freq = c(admitted, rejected))
}

# Pooled rates are equal, those of the departments are not.
equal_pooled <- function() {
  n <- sample(20:60, 1)
  depts <- sample(NAMES, 2)
  rbind(
    cells(depts[1], "Female", n, n), cells(depts[2], "Female", n, 3 * n),
    cells(depts[1], "Male", n, 3 * n), cells(depts[2], "Male", 2 * n, 3 * n)
  )
}

# One department has a single woman, another a single man.
with_lone_applicants <- function(rows) {
  others <- sample(9:40, 2)
  rbind(
    rows,
    cells("Zoology", "Female", 1, 0), cells("Zoology", "Male", 8, others[1]),
    cells("Algebra", "Female", 5, others[2]), cells("Algebra", "Male", 0, 1)
  )
}

# Most cells are divided among several rows. One department admits nobody, which no row says.
in_several_rows <- function(rows) {
  part <- rbinom(nrow(rows), rows$Freq, 0.4)
  divided <- rbind(transform(rows, Freq = Freq - part), transform(rows[part > 0, ], Freq = part[part > 0]))
  nobody <- rbind(cells("Zoology", "Female", 0, sample(5:30, 1)), cells("Zoology", "Male", 0, sample(5:30, 1)))
  rbind(divided, nobody[nobody$Freq > 0, ])
}

# Nobody is admitted, and no row says so.
none_admitted <- function(rows) rows[rows$Admit == "Rejected", ]

# Some departments lose all applicants of one gender; of one of them it is said in figures.
one_sided <- function(rows, n) {
  depts <- sample(unique(rows$Dept), n)
  gender <- sample(GENDERS, n, replace = TRUE)
  lost <- paste(rows$Dept, rows$Gender) %in% paste(depts, gender)
  rbind(rows[!lost, ], cells(depts[1], gender[1], 0, 0))
}
