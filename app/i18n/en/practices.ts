export const practices = {
  template: {
    purpose: {
      heading: "What this guide is for",
      prompt: "Say in two or three sentences what someone can do with this guide, and for whom.",
    },
    "before-you-start": {
      heading: "Before you start",
      prompt: "Who has to agree? What do you need: people, time, money, places, partners?",
    },
    steps: { heading: "Steps", prompt: "1. First step\n2. Second step\n3. Third step" },
    "equity-and-safety": {
      heading: "Equity and safety",
      prompt: "Who could be left out or harmed, and what do you do about it? Never name or describe a client.",
    },
    evidence: {
      heading: "What the evidence says",
      prompt: "What is known, how well, and what is not? Name your sources below and point to them: [1](#source-1).",
    },
    "how-you-know": { heading: "How you will know it works", prompt: "What do you look at, when, and with whom?" },
  },
} as const;
