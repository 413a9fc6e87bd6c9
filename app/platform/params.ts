import { notFound } from "./errors";

/** One part of the address, as the map names it. */
export function param(params: Record<string, string | undefined>, name: string): string {
  const value = params[name];
  if (!value || value.includes("\0")) throw notFound();
  return value;
}
