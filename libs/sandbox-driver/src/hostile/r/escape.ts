import { attacks } from '../attack';

const TRIED = `tried <- function(...) vapply(as.list(substitute(list(...)))[-1], function(act)
  tryCatch({ suppressWarnings(eval(act, globalenv())); "done" }, error = function(e) "refused"), "")
`;
const refused = (count: number): readonly string[] => Array<string>(count).fill('refused');

export const ESCAPE = attacks('r', 'escape', {
  'starts programs by every function of the library': {
    expected: refused(3),
    control: 'outside',
    source: `${TRIED}
check <- function(status) if (!identical(as.integer(status), 0L)) stop("it failed")
solve <- function() tried(check(system("true")), check(system2("true")), readLines(pipe("echo yes"))[[1]])`,
  },
  'connects to listeners on the host': {
    expected: refused(2),
    control: 'outside',
    source: `${TRIED}
solve <- function() tried(close(socketConnection(port = {tcp}, timeout = 2)), close(serverSocket(0)))`,
  },
  'fetches a page': {
    expected: refused(3),
    source: `${TRIED}
solve <- function() tried(readLines(url("http://127.0.0.1:{tcp}/")), download.file("http://127.0.0.1:{tcp}/", "page", quiet = TRUE),
  curlGetHeaders("http://127.0.0.1:{tcp}/"))`,
  },
  'reads files of the host by many paths': {
    expected: '',
    control: 'outside',
    source: `solve <- function() {
  names <- c("/etc/passwd", "/proc/self/root/etc/passwd", "../../../../etc/passwd", "/etc/shadow", "{canary}")
  suppressWarnings(file.symlink(names, paste0("link", seq_along(names))))
  read <- function(name) tryCatch(suppressWarnings(paste(readLines(name, 1), collapse = "")), error = function(e) "")
  seen <- vapply(c(names, paste0("link", seq_along(names))), read, "")
  paste(seen[!startsWith(seen, "box:")], collapse = "")
}`,
  },
  'modifies a file of the host': {
    expected: [false, false, 1, false],
    source: `solve <- function() suppressWarnings(list(isTRUE(tryCatch({ cat("x", file = "{canary}"); TRUE }, error = function(e) FALSE)),
  file.rename("main.R", "{canary}"), as.numeric(file.exists("main.R")), file.copy("main.R", "/usr/lib/R/library/base/R/base", overwrite = TRUE)))`,
  },
  'removes all files': {
    expected: [true, true],
    source: `solve <- function() {
  unlink(c("/usr", "/etc", "/dev", "/empty", "/*"), recursive = TRUE, force = TRUE)
  c(file.exists("/usr/lib/R/library/stats/DESCRIPTION"), file.exists("/etc/passwd"))
}`,
  },
  'calls libc directly': {
    expected: false,
    control: 'outside',
    source: `solve <- function() {
  dyn.load("/usr/lib/x86_64-linux-gnu/libc.so.6")
  .C("system", c(charToRaw("echo here > left.txt"), as.raw(0)))
  file.exists("left.txt")
}`,
  },
  'signals all process ids': {
    expected: false,
    source: `solve <- function() any(tools::pskill(c({sentinel}, 2:3000), 9), tools::pskill({sentinel}, 15))`,
  },
  'loads native code that it wrote': {
    expected: refused(2),
    source: `${TRIED}
writeBin(as.raw(c(0x7f, 0x45, 0x4c, 0x46)), "own.so")
solve <- function() tried(dyn.load("own.so"), library.dynam("own", "own", "."))`,
  },
});
