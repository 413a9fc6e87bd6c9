/** How long texts may be, in characters, and of how many sections. Also needed in the browser. */
export const limits = {
  title: 150,
  summary: 400,
  body: 100_000,
  sources: 20_000,
  comment: 4_000,
  suggestion: 8_000,
  reason: 600,
  sections: 200,
} as const;

export const licences = ["CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0", "CC0-1.0"] as const;

export const maturities = ["IDEA", "TRIED", "EVALUATED", "REPLICATED"] as const;

/** What authors may claim themselves: "replicated" is earned by adoptions. */
export const claimableMaturities = ["IDEA", "TRIED", "EVALUATED"] as const;

export const visibilities = ["PUBLIC", "MEMBERS", "ORGANIZATION"] as const;
