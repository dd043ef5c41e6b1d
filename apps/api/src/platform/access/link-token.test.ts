import { hashOfToken, LinkTokens } from './link-token';

test('a token depends on its purpose, object, generation and the secret, and on nothing else', () => {
  const tokens = new LinkTokens({ secret: 's'.repeat(32) });
  const token = tokens.of('invitation', 'id-1', 1);
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(tokens.of('invitation', 'id-1', 1)).toBe(token);
  const others = [
    tokens.of('reset', 'id-1', 1),
    tokens.of('invitation', 'id-2', 1),
    tokens.of('invitation', 'id-1', 2),
    new LinkTokens({ secret: 't'.repeat(32) }).of('invitation', 'id-1', 1),
  ];
  expect(new Set([token, ...others]).size).toBe(5);
  expect(hashOfToken(token)).toHaveLength(32);
});
