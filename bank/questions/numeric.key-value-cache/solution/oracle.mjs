/** Fills the cache request by request and layer by layer, in bytes. */
export function answer({ layers, kvHeads, size, bits, requests, shared, own }) {
  let bytes = 0;
  const store = (tokens) => {
    for (let layer = 0; layer < layers; layer++)
      for (let head = 0; head < kvHeads; head++) bytes += tokens * (size + size) * (bits / 8);
  };
  store(shared);
  for (let request = 0; request < requests; request++) store(own);
  return bytes / 1024 / 1024 / 1024;
}
