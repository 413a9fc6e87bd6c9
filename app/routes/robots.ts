import { languages } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";

/** What search engines may read: everything public, but not the pages that only members use. */
export function loader() {
  const closed = languages.flatMap((language) =>
    (["signIn", "signUp", "account", "reviews", "practiceNew", "practiceMine"] as const).map(
      (page) => `Disallow: ${pathTo(language, page)}`,
    ),
  );
  return new Response(`User-agent: *\nDisallow: /dev/\n${closed.join("\n")}\n`, {
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  });
}
