/** The classic compiler gives the address of a style sheet that a module imports. */
declare module "*.css" {
  const href: string;
  export default href;
}

/** So it does with a font. */
declare module "*.woff2" {
  const href: string;
  export default href;
}
