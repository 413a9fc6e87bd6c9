import { notFound } from "./errors";

/** One part of the address, as the map names it. */
export function param(params: Record<string, string | undefined>, name: string): string {
  const value = params[name];
  if (!value || value.includes("\0")) throw notFound();
  return value;
}

/** An id in the address. What is none names nothing (404). */
export function idParam(params: Record<string, string | undefined>, name = "id"): string {
  const value = param(params, name);
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(value)) throw notFound();
  return value;
}

/** A number in the address: 1 or more, in its plain form. */
export function numberParam(params: Record<string, string | undefined>, name: string): number {
  const value = param(params, name);
  if (!/^[1-9]\d{0,8}$/.test(value)) throw notFound();
  return Number(value);
}

/** A number in the query. Anything else counts as none. */
export function numberIn(url: URL, name: string): number | undefined {
  const value = url.searchParams.get(name) ?? "";
  return /^[1-9]\d{0,8}$/.test(value) ? Number(value) : undefined;
}

/** An id in the query. Anything else counts as none. */
export function idIn(url: URL, name: string): string | null {
  const value = url.searchParams.get(name) ?? "";
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(value) ? value : null;
}
