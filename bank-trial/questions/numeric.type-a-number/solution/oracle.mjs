/** The number again, from its digits. */
export function answer({ number }) {
  const [whole, part] = String(number).split('.');
  return Number(whole) + Number(part) / 100;
}
