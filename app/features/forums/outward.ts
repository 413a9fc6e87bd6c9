/** Hosts to which many lead in good faith; that several newcomers name one of them says nothing about them. */
const COMMON = [
  "canada.ca",
  "gc.ca",
  "alberta.ca",
  "gov.bc.ca",
  "ontario.ca",
  "quebec.ca",
  "gouv.qc.ca",
  "doi.org",
  "nih.gov",
  "who.int",
  "redcross.ca",
  "croixrouge.ca",
  "socialprescribing.ca",
];

const LINK = /<a\s[^>]*href="(https?:\/\/[^"]+)"/g;
const ADDRESS = /<?https?:\/\/[^\s<>]+>?/gi;
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

/** The hosts outside of the portal to which the links of a drawn text lead, each once. */
export function hostsIn(html: string, origin: string): string[] {
  const own = hostOf(origin);
  const hosts = [...html.matchAll(LINK)].map(([, address = ""]) => hostOf(address.replaceAll("&amp;", "&")));
  return [...new Set(hosts.filter((host): host is string => host !== null && host !== own))];
}

/** Whether a host says something about whoever links to it. */
export const isTelling = (host: string): boolean => !COMMON.some((common) => host === common || host.endsWith(`.${common}`));

/** Whether a text is nothing but bare links that lead elsewhere; links to the portal are drawn with the title of their page. */
export function saysOnlyLinks(body: string, origin: string): boolean {
  const own = hostOf(origin);
  let links = 0;
  const rest = body.replace(ADDRESS, (address) => {
    if (hostOf(address.replace(/^<|>$/g, "")) === own) return "x";
    links += 1;
    return " ";
  });
  // The number of a list says nothing by itself.
  return links > 0 && !SAYS_SOMETHING.test(rest.replace(/^\s*\d{1,9}[.)]/gm, ""));
}

function hostOf(address: string): string | null {
  try {
    return new URL(address).host.replace(/^www\./, "");
  } catch {
    return null;
  }
}
