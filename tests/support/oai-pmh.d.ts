declare module "oai-pmh" {
  type Header = { $?: { status: string }; identifier: string; datestamp: string; setSpec: string[] };

  type Harvested = { header: Header; metadata?: { "oai_dc:dc"?: Record<string, unknown>; oai_datacite?: Record<string, unknown> } };

  class OaiPmh {
    constructor(address: string);
    identify(): Promise<Record<string, string>>;
    listSets(): AsyncIterable<{ setSpec: string }>;
    listMetadataFormats(): Promise<{ metadataPrefix: string }[]>;
    listIdentifiers(options: Record<string, string>): AsyncIterable<Header>;
    listRecords(options: Record<string, string>): AsyncIterable<Harvested>;
  }

  const library: { OaiPmh: typeof OaiPmh };
  export default library;
  export type { Harvested };
}
