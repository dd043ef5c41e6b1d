declare module '*.module.css' {
  const names: Readonly<Record<string, string>>;
  // eslint-disable-next-line no-restricted-syntax -- this is how the bundler hands over the names of a CSS module
  export default names;
}
