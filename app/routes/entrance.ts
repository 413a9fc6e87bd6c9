import { type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { pathTo } from "~/platform/paths";

/** `/` leads to the reader's language: that of the account, else of the browser. */
export function loader({ context }: LoaderFunctionArgs) {
  return redirect(pathTo(context.viewer?.language ?? context.language, "home"), { headers: { Vary: "Accept-Language, Cookie" } });
}
