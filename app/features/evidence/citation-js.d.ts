declare module "@citation-js/core" {
  type Register = { get(name: string): string; add(name: string, xml: string): void; has(name: string): boolean };

  export const plugins: {
    input: { data(input: unknown, type: string): unknown; chain(input: unknown, options: Record<string, unknown>): unknown[] };
    output: { format(format: string, items: unknown[], options: Record<string, unknown>): unknown };
    config: { get(plugin: "@csl"): { styles: Register; locales: Register } };
  };

  export const logger: { _output: () => void };
}

declare module "@citation-js/plugin-bibtex";
declare module "@citation-js/plugin-csl";
declare module "@citation-js/plugin-ris";
