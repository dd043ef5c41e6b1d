import { SHORT_WALL, SHORT_CPU, attacks, below, overLimit } from '../attack';

export const RESOURCES = attacks('r', 'resources', {
  'loops forever': {
    limits: SHORT_CPU,
    ends: [overLimit('cpu')],
    source: 'solve <- function() repeat tryCatch(NULL, interrupt = function(i) NULL)',
  },
  'sleeps forever': {
    limits: SHORT_WALL,
    ends: [overLimit('wall')],
    source: 'solve <- function() repeat Sys.sleep(100)',
  },
  'loops in a regular expression': {
    limits: SHORT_CPU,
    ends: [overLimit('cpu'), overLimit('memory')],
    source: 'solve <- function() for (n in 1:1e9) regexpr("^(a|aa|aaa|b?)+c$", strrep("a", 5000 + n))',
  },
  'fills memory with numbers': {
    ends: [overLimit('memory')],
    control: 'outside',
    source: `solve <- function() {
  held <- lapply(1:40, function(n) rnorm(1) + numeric(1.25e6))
  if (length(held) == 40) "done"
}`,
  },
  'fills memory with names': {
    ends: [overLimit('memory'), overLimit('cpu')],
    source: `solve <- function() {
  place <- new.env(hash = TRUE)
  n <- 0
  repeat { n <- n + 1; assign(paste0(strrep("x", 2000), n), n, envir = place) }
}`,
  },
  'recurses until the stack overflows': {
    expected: expect.objectContaining({ type: expect.any(String) as unknown }),
    source: `options(expressions = 500000)
again <- function(n) again(n + 1) + 1
solve <- function() again(1)`,
  },
  'exhausts connections': {
    expected: below(257),
    source: `solve <- function() {
  made <- list()
  try(while (length(made) < 600) made[[length(made) + 1]] <- file("/dev/null", "r"), silent = TRUE)
  for (one in made) close(one)
  length(made)
}`,
  },
  'fills the tmpfs with bytes': {
    expected: below(70e6),
    control: 'outside',
    source: `solve <- function() {
  block <- raw(1e6)
  written <- 0
  try(for (place in 1:9) {
    to <- file(paste0("fill", place), "wb")
    for (n in 1:10) { writeBin(block, to); flush(to); if (file.size(paste0("fill", place)) < n * 1e6) stop("full"); written <- written + 1e6 }
    close(to)
  }, silent = TRUE)
  written
}`,
  },
  'prints endlessly': { ends: [overLimit('output')], source: 'solve <- function() repeat cat(strrep("x", 1e5))' },
  'returns an answer over the output limit': {
    ends: [overLimit('output')],
    source: 'solve <- function() strrep("x", 5e6)',
  },
  'forks by the parallel package': {
    expected: false,
    control: 'outside',
    source: `solve <- function() isTRUE(tryCatch({
  children <- lapply(1:3, function(n) parallel::mcparallel(n))
  parallel::mccollect(children)
  TRUE
}, error = function(e) FALSE))`,
  },
});
