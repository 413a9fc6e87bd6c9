import { createCookie } from "@remix-run/node";

/** A word to say on the next page: a key of the dictionary, kept in a cookie of one minute. */
const cookie = createCookie("__Host-flash", { path: "/", httpOnly: true, secure: true, sameSite: "lax", maxAge: 60 });

/** The header that leaves a message for the next page. */
export const flash = async (message: string) => ({ "Set-Cookie": await cookie.serialize(message) });

/** The message left by the last page, with the header that clears it. */
export async function takeFlash(request: Request): Promise<{ message: string | null; headers: Record<string, string> }> {
  const sent = request.headers.get("Cookie");
  if (!sent?.includes("__Host-flash=")) return { message: null, headers: {} };
  const message: unknown = await cookie.parse(sent);

  return {
    message: typeof message === "string" && /^[\w.]{1,80}$/.test(message) ? message : null,
    headers: { "Set-Cookie": await cookie.serialize("", { maxAge: 0 }) },
  };
}
