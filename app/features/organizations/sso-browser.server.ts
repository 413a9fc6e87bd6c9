const COOKIE = "__Host-sso";
const LIFE_S = 10 * 60;

/** The secret of this browser, from an earlier departure. It binds a sign-in through an organization to the browser that began it. */
export const browserOf = (request: Request): string | null =>
  /(?:^|;\s*)__Host-sso=([\w-]{43})(?:;|$)/.exec(request.headers.get("Cookie") ?? "")?.[1] ?? null;

/** The header that keeps the secret of this browser, for as long as a sign-in may take. Lax, since the provider sends the person back by a link. */
export const rememberBrowser = (browser: string): string =>
  `${COOKIE}=${browser}; Path=/; Max-Age=${LIFE_S}; HttpOnly; Secure; SameSite=Lax`;
