module.exports = async () => {
  await globalThis.scratchPostgres?.stop();
};
