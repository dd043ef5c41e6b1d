import { attacks } from '../attack';

export const PERSISTENCE = attacks('r', 'persistence', {
  'replaces functions of base packages': {
    control: 'outside',
    source: `solve <- function() {
  replace <- function(name, value, place) { if (bindingIsLocked(name, place)) unlockBinding(name, place); assign(name, value, envir = place) }
  replace("mean", function(...) 666, baseenv())
  replace("var", function(...) 666, asNamespace("stats"))
  replace("var", function(...) 666, as.environment("package:stats"))
}`,
    next: { expected: [2, 1], source: 'solve <- function() c(mean(1:3), var(1:3))' },
  },
  'registers global S3 methods': {
    control: 'outside',
    source: `solve <- function() {
  registerS3method("print", "numeric", function(x, ...) cat("evil"), envir = baseenv())
  registerS3method("length", "hostile", function(x) 666L, envir = baseenv())
}`,
    next: { expected: 1, source: 'solve <- function() length(structure(list(1), class = "hostile"))' },
  },
  'leaves options, variables and a search path': {
    control: 'outside',
    source: `solve <- function() {
  options(digits = 3, stringsAsFactors = TRUE, hostile = "left")
  Sys.setenv(HOSTILE_LEFT = "behind")
  attach(list(T = FALSE, pi = 3), name = "hostile")
}`,
    next: {
      expected: [true, '', true, false],
      source:
        'solve <- function() list(is.null(getOption("hostile")), Sys.getenv("HOSTILE_LEFT"), T, "hostile" %in% search())',
    },
  },
  'leaves files that a later process would load': {
    control: 'outside',
    source: `solve <- function() {
  folders <- c(".", if (getwd() == "/box") c("/usr/lib/R/etc", "/usr/lib/R/library", "/etc", "/tmp"))
  for (folder in folders) for (name in c(".Rprofile", ".RData", "left.R"))
    try(suppressWarnings(cat("left <- 1", file = file.path(folder, name))), silent = TRUE)
  0
}`,
    next: {
      expected: 0,
      source: `solve <- function() sum(file.exists(file.path(c(".", "/usr/lib/R/etc", "/usr/lib/R/library", "/etc"), "left.R")))`,
    },
  },
  'seeds the random generator': {
    control: 'outside',
    source: 'solve <- function() { set.seed(7); 1 }',
    next: {
      expected: false,
      source: 'solve <- function() { mine <- runif(1); set.seed(7); identical(mine, runif(1)) }',
    },
  },
  'continues after its answer': {
    expected: 1,
    source: `solve <- function() {
  reg.finalizer(globalenv(), function(e) cat("x", file = "/box/late.txt"), onexit = TRUE)
  .Last <<- function() repeat cat("x", file = "/box/late.txt", append = TRUE)
  addTaskCallback(function(...) { cat("x", file = "/box/late.txt"); TRUE })
  on.exit(cat("x", file = "/box/exit.txt"))
  1
}`,
    next: { expected: 'main.R', source: 'solve <- function() { Sys.sleep(0.2); setdiff(list.files("/box"), "tmp") }' },
  },
});
