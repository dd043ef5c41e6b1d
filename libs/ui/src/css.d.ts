declare module '*.module.css' {
  const names: Readonly<Record<string, string>>;
  // eslint-disable-next-line no-restricted-syntax -- the bundler exports the names of a CSS module as default
  export default names;
}
declare module '*.css';
