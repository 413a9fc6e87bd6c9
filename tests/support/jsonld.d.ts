/** Of the processor what the tests use; it ships no types. */
declare module "jsonld" {
  type Loaded = { contextUrl: string | null; document: unknown; documentUrl: string };
  type Options = { safe: boolean; documentLoader: (url: string) => Promise<Loaded> };
  type Node = { [property: string]: unknown } & { "@type"?: string[] };

  const jsonld: { expand: (document: object, options: Options) => Promise<Node[]> };
  export default jsonld;
}
