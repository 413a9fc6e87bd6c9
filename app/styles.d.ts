/** The classic compiler gives the address of a style sheet that a module imports. */
declare module "*.css" {
  const href: string;
  export default href;
}
