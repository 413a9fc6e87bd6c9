import pg from "pg";

/** What was asked of the database, as it was sent. */
export type Statement = { text: string; values: unknown[] };

type Query = (...args: unknown[]) => unknown;

/** Does some work and gives what it asked of the database, transactions' own words left out. Nothing else may ask meanwhile. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const { query } = prototype;
  const asked: Statement[] = [];
  prototype.query = function (this: unknown, ...args: unknown[]) {
    const [config, values] = args as [string | { text?: string; values?: unknown[] }, unknown[] | undefined];
    const text = typeof config === "string" ? config : (config.text ?? "");
    if (!/^\s*(BEGIN|COMMIT|ROLLBACK|SET|DEALLOCATE)\b/i.test(text))
      asked.push({ text, values: (typeof config === "string" ? values : config.values) ?? [] });
    return Reflect.apply(query, this, args);
  };
  try {
    await work();
  } finally {
    prototype.query = query;
  }
  return asked;
}

type Plan = { "Node Type": string; "Relation Name"?: string; Plans?: Plan[] };

/** How PostgreSQL would answer a statement: each step, with the table that it reads. */
export async function planOf(client: pg.Client, { text, values }: Statement): Promise<{ step: string; table: string }[]> {
  const { rows } = await client.query<{ "QUERY PLAN": [{ Plan: Plan }] }>({ text: `EXPLAIN (FORMAT JSON) ${text}`, values });
  const steps = (plan: Plan): { step: string; table: string }[] => [
    { step: plan["Node Type"], table: plan["Relation Name"] ?? "" },
    ...(plan.Plans ?? []).flatMap(steps),
  ];
  return rows.flatMap((row) => steps(row["QUERY PLAN"][0].Plan));
}

/** The same in words, for people. */
export async function planText(client: pg.Client, { text, values }: Statement): Promise<string> {
  const { rows } = await client.query<{ "QUERY PLAN": string }>({ text: `EXPLAIN (ANALYZE, BUFFERS) ${text}`, values });
  return rows.map((row) => row["QUERY PLAN"]).join("\n");
}
