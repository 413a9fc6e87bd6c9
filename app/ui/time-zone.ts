import { useRouteLoaderData } from "@remix-run/react";

type Root = { viewer?: { timeZone?: string } | null } | undefined;

/** The zone in which the person who looks reads times of day. Visitors have none of their own. */
export const useTimeZone = (): string | undefined => (useRouteLoaderData("root") as Root)?.viewer?.timeZone;
