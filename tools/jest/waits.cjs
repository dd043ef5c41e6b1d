/**
 * Time limits of all tests. A passing test never waits this long, so large values cost nothing; they are
 * for a machine whose cores are all busy.
 */
module.exports = {
  /** For one condition: an element that appears, a process that ends. */
  CONDITION_MS: 90_000,
  /** For a whole test, or what is set up before it. */
  TEST_MS: 300_000,
};
