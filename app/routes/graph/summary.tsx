import { json, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { GraphPage } from "~/features/graph/components/graph-page";
import { getSummaryGraph } from "~/features/graph/queries.server";
import { alternatesAt } from "~/platform/alternates";
import { pageTitle } from "~/platform/page-title";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import styles from "~/styles/graph.css";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ params, context: { viewer, language } }: LoaderFunctionArgs) {
  const slug = param(params, "slug");
  const page = await getSummaryGraph(viewer, language, slug);
  if (page.outcome === "moved") throw redirect(pathTo(language, "summaryGraph", { slug: page.slug }), 301);
  if (page.outcome === "retired") throw redirect(pathTo(language, "summary", { slug }));
  return json({ graph: page.graph, alternates: alternatesAt("summaryGraph", page.alternates) });
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) => t("graph.title", { title: data?.graph.title ?? "" })),
  { name: "robots", content: "noindex" },
];

export default function SummaryGraphPage() {
  const { graph } = useLoaderData<typeof loader>();
  return <GraphPage graph={graph} />;
}
