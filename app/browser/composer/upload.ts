type Answer = { outcome: "done"; markdown: string } | { outcome: "refused"; words: string } | { outcome: "stopped" };

/** Sends one file, and tells how far it is: only this old way of asking knows. */
export function upload(address: string, file: File, tell: (percent: number) => void): { answer: Promise<Answer>; stop: () => void } {
  const request = new XMLHttpRequest();
  const answer = new Promise<Answer>((resolve) => {
    request.upload.addEventListener("progress", ({ loaded, total }) => tell(total > 0 ? Math.round((loaded / total) * 100) : 0));
    request.addEventListener("load", () => resolve(read(request.responseText)));
    request.addEventListener("error", () => resolve({ outcome: "refused", words: "" }));
    request.addEventListener("abort", () => resolve({ outcome: "stopped" }));
  });
  const body = new FormData();
  body.set("file", file);
  request.open("POST", address);
  request.setRequestHeader("Accept", "application/json");
  request.send(body);
  return { answer, stop: () => request.abort() };
}

/** The portal answers with a line of Markdown, or with what is wrong, in words. */
function read(text: string): Answer {
  try {
    const { markdown, errors } = JSON.parse(text) as { markdown?: unknown; errors?: unknown };
    if (typeof markdown === "string") return { outcome: "done", markdown };
    return {
      outcome: "refused",
      words: Object.values((errors ?? {}) as Record<string, unknown>)
        .flat()
        .join(" "),
    };
  } catch {
    return { outcome: "refused", words: "" };
  }
}
