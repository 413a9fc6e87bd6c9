import { type Answer, send } from "#tests/support/http";

export type Page = { name: string; path: string };

/** What one view of a page costs over the network, in bytes as they are sent. */
export type Weight = { html: number; sent: number; css: number; script: number; fonts: number };

/** The pages that are measured: home, the list, and the first guide in it, in both languages. */
export async function pagesOf(url: string): Promise<Page[]> {
  const pages = ["en", "fr"].map(async (language) => {
    const list = language === "en" ? "/en/practices" : "/fr/pratiques";
    const { body } = await send(url, list);
    const links = [...body.matchAll(/href="([^"?#]+)"/g)].map((match) => match[1] ?? "");
    const guide = links.find((link) => link.startsWith(`${list}/`) && !/\/(new|mine|nouveau|les-miens)$/.test(link));
    return [
      { name: `home ${language}`, path: `/${language}` },
      { name: `list ${language}`, path: list },
      ...(guide ? [{ name: `guide ${language}`, path: guide }] : []),
    ];
  });
  return (await Promise.all(pages)).flat();
}

/** Opens a page as a browser would, with nothing in its cache and without pictures. */
export async function weigh(url: string, path: string): Promise<Weight> {
  const { body } = await send(url, path);
  const files = [...body.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css|woff2)(?:\?[^"]*)?)"/g)].map((match) => match[1] ?? "");
  const styles = await Promise.all(files.filter((file) => /\.css/.test(file)).map((file) => send(url, file)));
  const fonts = styles.flatMap(({ body }) => [...body.matchAll(/url\(["']?(\/[^)"']+\.woff2)/g)].map((match) => match[1] ?? ""));
  const total = async (pattern: RegExp, list: string[]) =>
    (await Promise.all([...new Set(list)].filter((file) => pattern.test(file)).map((file) => sizeOf(url, file)))).reduce(
      (a, b) => a + b,
      0,
    );

  return {
    html: Buffer.byteLength(body),
    sent: await sizeOf(url, path),
    css: await total(/\.css/, files),
    script: await total(/\.js/, files),
    fonts: await total(/\.woff2/, [...files, ...fonts]),
  };
}

const sizeOf = async (url: string, path: string) => (await compressed(url, path)).bytes.length;

/** A page as a browser of today gets it. */
export function compressed(url: string, path: string): Promise<Answer> {
  return send(url, path, { headers: { "Accept-Encoding": "br" } });
}
